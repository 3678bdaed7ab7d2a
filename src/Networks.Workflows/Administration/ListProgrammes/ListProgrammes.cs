using MediatR;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Associations;
using Networks.Workflows.Access;
using Networks.Workflows.Common;

namespace Networks.Workflows.Administration.ListProgrammes;

/// <summary>The programmes of this installation; of the person's own also the values that it works with.</summary>
[Access(Right.SettingsManage)]
public sealed record ListProgrammes : IQuery<ProgrammeList>;

public sealed record ProgrammeList(IReadOnlyList<ProgrammeRow> Programmes, OwnValues Own);

public sealed record ProgrammeRow(
    ProgrammeId Id, bool IsOwn, string Code, string Name, string Lead, string Territory, DateOnly? From, DateOnly? Until, long? BudgetCents, string Languages,
    IReadOnlyList<ProgrammeBody> Bodies, int Services);

public sealed record ProgrammeBody(string Name, AssociationKind Kind, string Country);

/// <param name="SmallCell">What the programme asks; null: as the installation.</param>
/// <param name="InstalledSmallCell">The installation's own; a programme may only hide more.</param>
/// <param name="Targets">By stored word of the indicator; null where none is set.</param>
public sealed record OwnValues(int? SmallCell, int InstalledSmallCell, IReadOnlyList<TargetRow> Targets, IReadOnlyList<FactRow> Facts);

public sealed record TargetRow(string Indicator, int? Value);

/// <param name="Shipped">As the service came; null where it has none.</param>
/// <param name="Id">Of the verification that counts; null while there is none.</param>
/// <param name="IsDays">Counted in days; else in cents.</param>
public sealed record FactRow(
    string Item, bool IsDays, long? Shipped, bool ShippedToVerify, Guid? Id, long? Value, DateOnly? From, string? Source, string? ConfirmedBy, DateOnly? ConfirmedOn);

internal sealed class ListProgrammesHandler(NetworksDbContext db, IActor actor, FactBook book, IProgrammeLimits limits, BusinessCalendar calendar)
    : IRequestHandler<ListProgrammes, Result<ProgrammeList>>
{
    public async Task<Result<ProgrammeList>> Handle(ListProgrammes request, CancellationToken cancellationToken)
    {
        if (await db.GroundAsync(actor, cancellationToken) is not { } ground)
        {
            return AdministrationRefusals.NotFound;
        }

        var own = ground.Programme;
        var programmes = await db.Programmes.AsNoTracking().ToListAsync(cancellationToken);
        var bodies = await db.Associations.AsNoTracking().Where(a => !a.IsClosed).ToListAsync(cancellationToken);
        var services = (await db.ServiceOffers.AsNoTracking().Where(s => !s.IsWithdrawn).GroupBy(s => s.ProgrammeId).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(cancellationToken))
            .ToDictionary(g => g.Key, g => g.Count);
        var targets = await db.ProgrammeTargets.AsNoTracking().Where(t => t.ProgrammeId == own.Id).ToListAsync(cancellationToken);
        var today = calendar.Today();
        var known = await book.KnownAsync(own.Id, today, cancellationToken);
        return new ProgrammeList(
            [
                .. programmes.OrderByDescending(p => p.Id == own.Id).ThenBy(p => p.Code, StringComparer.Ordinal).Select(p => new ProgrammeRow(
                    p.Id, p.Id == own.Id, p.Code, p.Name, bodies.Find(a => a.Id == p.Lead.Association)?.Name ?? "", p.Territory, p.From, p.Until, p.BudgetCents, p.Languages,
                    [.. bodies.Where(a => a.ProgrammeId == p.Id).OrderBy(a => a.Kind).ThenBy(a => a.Name, StringComparer.CurrentCulture).Select(a => new ProgrammeBody(a.Name, a.Kind, a.Country))],
                    services.GetValueOrDefault(p.Id))),
            ],
            new OwnValues(
                own.SmallCell, limits.SmallCell,
                [.. limits.Indicators.Select(i => new TargetRow(i, targets.Find(t => t.Indicator == i)?.Value))],
                [
                    .. FactBook.Items.Select(item =>
                    {
                        var (value, toVerify) = book.Shipped(item, today);
                        var fact = known.GetValueOrDefault(item);
                        return new FactRow(item, item == FactBook.RegistrationTaxTerm, value, toVerify, fact?.Id, fact?.Value, fact?.From, fact?.Source, fact?.ConfirmedBy, fact?.ConfirmedOn);
                    }),
                ]));
    }
}
