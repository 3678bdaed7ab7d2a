using MediatR;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Administration;
using Networks.Data.Reference;
using Networks.Workflows.Access;
using Networks.Workflows.Common;

namespace Networks.Workflows.Administration.ShowClosingDays;

/// <summary>The holidays of a year and the closing days that a programme keeps, with those that no longer hold.</summary>
/// <param name="Year">Null: the running one.</param>
[Access(Right.SettingsManage)]
public sealed record ShowClosingDays(int? Year) : IQuery<ClosingCalendar>;

/// <param name="Owners">Whose days the person may change.</param>
public sealed record ClosingCalendar(
    int Year, IReadOnlyList<HolidayRow> Holidays, IReadOnlyList<ClosingRow> Closings, IReadOnlyList<ClosingRow> Ended, IReadOnlyList<ClosingOwnerName> Owners);

public sealed record HolidayRow(HolidayCountry Country, DateOnly Day, string Name);

public sealed record ClosingRow(
    Guid Id, string Owner, string OwnerName, ClosingKind Kind, string Name, DateOnly From, DateOnly Until, bool EveryYear,
    DateTimeOffset CreatedAt, string? CreatedBy, DateTimeOffset? EndedAt, string? EndedBy, bool MayChange);

/// <param name="Owner">As in <see cref="ClosingOwner.Word"/>.</param>
public sealed record ClosingOwnerName(string Owner, string Name);

internal sealed class ShowClosingDaysHandler(NetworksDbContext db, IActor actor, BusinessCalendar calendar) : IRequestHandler<ShowClosingDays, Result<ClosingCalendar>>
{
    /// <summary>Far enough in both directions, and what the computation of Easter holds for.</summary>
    private const int _first = 1990;
    private const int _last = 2199;

    public async Task<Result<ClosingCalendar>> Handle(ShowClosingDays request, CancellationToken cancellationToken)
    {
        if (await db.GroundAsync(actor, cancellationToken) is not { } ground)
        {
            return AdministrationRefusals.NotFound;
        }

        var year = Math.Clamp(request.Year ?? calendar.Today().Year, _first, _last);
        var programme = ground.Programme.Id;
        var names = await db.Associations.AsNoTracking().Where(a => a.ProgrammeId == programme).OrderBy(a => a.Name).Select(a => new { a.Id, a.Name }).ToListAsync(cancellationToken);
        var mine = names.Where(a => ground.All || a.Id == ground.Association).ToList();
        var found = await (
            from d in db.ClosingDays.AsNoTracking()
            where d.ProgrammeId == programme
            select new
            {
                Day = d,
                By = db.Officers.Where(o => o.Id == d.CreatedBy).Select(o => o.FullName).FirstOrDefault(),
                Ender = db.Officers.Where(o => o.Id == d.EndedBy).Select(o => o.FullName).FirstOrDefault(),
            }).ToListAsync(cancellationToken);
        var rows = found.OrderBy(f => f.Day.AssociationId is null).ThenBy(f => f.Day.From).Select(f => new ClosingRow(
            f.Day.Id, ClosingOwner.Of(f.Day).Word,
            names.Find(a => a.Id == f.Day.AssociationId)?.Name ?? ChamberName(f.Day.Chamber), f.Day.Kind, f.Day.Name, f.Day.From, f.Day.Until, f.Day.EveryYear,
            f.Day.CreatedAt, f.By, f.Day.EndedAt, f.Ender, f.Day.AssociationId is null || mine.Exists(a => a.Id == f.Day.AssociationId))).ToList();
        return new ClosingCalendar(
            year,
            [.. Enum.GetValues<HolidayCountry>().SelectMany(country => Data.Reference.Holidays.Named(year, country).Select(h => new HolidayRow(country, h.Day, h.Name)))],
            [.. rows.Where(r => r.EndedAt is null)],
            [.. rows.Where(r => r.EndedAt is not null).OrderByDescending(r => r.EndedAt)],
            [
                .. mine.Select(a => new ClosingOwnerName(new ClosingOwner(a.Id, null).Word, a.Name)),
                .. Chambers.All.Where(c => c.Validity.Holds(calendar.Today())).OrderBy(c => c.Name, StringComparer.CurrentCulture)
                    .Select(c => new ClosingOwnerName(new ClosingOwner(null, c.Code).Word, ChamberName(c.Code))),
            ]);
    }

    private static string ChamberName(string? code) => Words.Say("administration.chamber-of", Chambers.Find(code ?? "")?.Name ?? code ?? "");
}
