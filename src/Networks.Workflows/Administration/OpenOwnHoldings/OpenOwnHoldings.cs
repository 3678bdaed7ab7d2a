using System.Globalization;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Workflows.Access;
using Networks.Workflows.Administration.Holdings;
using Networks.Workflows.Administration.OpenFirmPackage;
using Networks.Workflows.Common;

namespace Networks.Workflows.Administration.OpenOwnHoldings;

/// <summary>Everything that is held about the person who is signed in: account, own things, and what was done when.</summary>
[Access(Right.OwnAccount)]
public sealed record OpenOwnHoldings : IQuery<DataPackage>;

internal sealed class OpenOwnHoldingsHandler(NetworksDbContext db, IActor actor, JournalNotes notes, BusinessCalendar calendar) : IRequestHandler<OpenOwnHoldings, Result<DataPackage>>
{
    public async Task<Result<DataPackage>> Handle(OpenOwnHoldings request, CancellationToken cancellationToken)
    {
        // What was noted just now is read with the rest: before anything is read.
        await notes.WriteAsync(cancellationToken);
        var officer = await db.Officers.AsNoTracking().FirstOrDefaultAsync(o => o.Id == actor.Officer, cancellationToken);
        if (officer is null)
        {
            return AdministrationRefusals.NotFound;
        }

        var today = calendar.Today();
        var parts = await new OfficerHoldings(db).ReadAsync(officer.Id, cancellationToken);
        var book = new HoldingBook(officer.FullName, await db.Associations.Where(a => a.Id == officer.AssociationId).Select(a => a.Name).SingleAsync(cancellationToken), today, parts)
        {
            References = (await db.Cases.AsNoTracking().Where(c => db.CaseEvents.Any(e => e.CaseId == c.Id && e.OfficerId == officer.Id)).Select(c => new { c.Id, c.Reference }).ToListAsync(cancellationToken)).ToDictionary(c => c.Id.Value, c => c.Reference),
        };
        return new DataPackage($"{Words.Say("my-data.own-file")}-{today:yyyy-MM-dd}.zip", await book.PackAsync(CultureInfo.GetCultureInfo(officer.Language), cancellationToken));
    }
}
