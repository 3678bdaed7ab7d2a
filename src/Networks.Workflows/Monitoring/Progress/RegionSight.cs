using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Associations;
using Networks.Workflows.Common;
using Networks.Workflows.Monitoring.ShowRegion;
using Networks.Workflows.Rules;

namespace Networks.Workflows.Monitoring.Progress;

/// <summary>What every view of the lead stands on: the programme's networks and desks, today.</summary>
internal sealed class RegionGround(ProgrammeId id, string programme, DateOnly today, RegionPicture picture, IReadOnlyList<DeskName> desks, IReadOnlyList<UsualTime> times, int smallCell)
{
    private readonly ConcurrentDictionary<string, object> _made = new(StringComparer.Ordinal);

    public ProgrammeId ProgrammeId { get; } = id;

    public string Programme { get; } = programme;

    public DateOnly Today { get; } = today;

    public RegionPicture Picture { get; } = picture;

    /// <summary>In the order of their names.</summary>
    public IReadOnlyList<DeskName> Desks { get; } = desks;

    public IReadOnlyList<UsualTime> Times { get; } = times;

    public int SmallCell { get; } = smallCell;

    public IReadOnlyList<RegionNetwork> Networks => Picture.Networks;

    /// <summary>Desks without any network: nothing is known of them, which is not zero.</summary>
    public IReadOnlyList<DeskName> Silent => Once<IReadOnlyList<DeskName>>("silent", () =>
    {
        var owners = Networks.Select(n => n.Owner).ToHashSet();
        return [.. Desks.Where(d => !owners.Contains(d.Id))];
    });

    /// <summary>Made once while the ground stays the same: no case, desk or day has changed.</summary>
    public T Once<T>(string name, Func<T> make)
        where T : class => (T)_made.GetOrAdd(name, _ => make());
}

/// <summary>The ground of the actor's own programme.</summary>
internal sealed class RegionSight(NetworksDbContext db, IActor actor, RegionMemory memory, BusinessCalendar calendar, VerifiableFacts facts, MonitoringLimits limits)
{
    public async Task<RegionGround> LookAsync(CancellationToken cancellationToken)
    {
        var programme = await db.Associations.Where(a => a.Id == actor.Association).Select(a => a.ProgrammeId).SingleAsync(cancellationToken);
        return await LookAsync(programme, cancellationToken);
    }

    public async Task<RegionGround> LookAsync(ProgrammeId programme, CancellationToken cancellationToken)
    {
        var own = await db.Programmes.Where(p => p.Id == programme).Select(p => new { p.Name, p.SmallCell }).SingleAsync(cancellationToken);
        var desks = await db.Associations.Where(a => a.ProgrammeId == programme && a.Kind == AssociationKind.Desk && !a.IsClosed)
            .Select(a => new DeskName(a.Id, a.DeskName)).ToListAsync(cancellationToken);
        var picture = await memory.SeeAsync(db, programme, cancellationToken);
        return memory.Ground(programme, own.Name, calendar.Today(), picture, [.. desks.OrderBy(d => d.Name, StringComparer.CurrentCulture)], facts, limits with { SmallCell = limits.SmallCellOf(own.SmallCell) });
    }
}
