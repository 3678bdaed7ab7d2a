using MediatR;
using Networks.Data;
using Networks.Workflows.Access;
using Networks.Workflows.Administration.EraseFirm;
using Networks.Workflows.Administration.Holdings;
using Networks.Workflows.Administration.ListDataRequests;
using Networks.Workflows.Common;

namespace Networks.Workflows.Administration.ShowFirmHoldings;

/// <summary>What is held about a firm of the person's desk, what it has asked, and what an erasure would do.</summary>
[Access(Right.PersonalData)]
public sealed record ShowFirmHoldings(FirmId Firm) : IQuery<HeldAboutFirm>;

public sealed record HeldAboutFirm(string Name, string Language, IReadOnlyList<HeldKind> Held, IReadOnlyList<DataRequestRow> Requests, ErasurePlan Erasure);

/// <param name="Name">Of the kind of rows, in the reader's language.</param>
public sealed record HeldKind(string Name, int Rows);

internal sealed class ShowFirmHoldingsHandler(NetworksDbContext db, IActor actor, BusinessCalendar calendar) : IRequestHandler<ShowFirmHoldings, Result<HeldAboutFirm>>
{
    public async Task<Result<HeldAboutFirm>> Handle(ShowFirmHoldings request, CancellationToken cancellationToken)
    {
        if (await db.OwnFirmAsync(actor, request.Firm, cancellationToken) is not { } firm)
        {
            return AdministrationRefusals.NotFound;
        }

        var held = await new FirmHoldings(db).ReadAsync(firm, cancellationToken);
        return new HeldAboutFirm(
            firm.Name, firm.Language,
            held.ConvertAll(p => new HeldKind(Words.Say($"my-data.table-{p.Word}"), p.Rows.Count)),
            await DataRequestRows.ReadAsync(db, db.DataRequests.Where(r => r.FirmId == firm.Id && r.AssociationId == actor.Association), calendar.Today(), cancellationToken),
            (await FirmTraces.FindAsync(db, firm, cancellationToken)).Plan());
    }
}
