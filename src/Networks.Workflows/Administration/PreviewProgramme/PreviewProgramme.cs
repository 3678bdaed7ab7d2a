using MediatR;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Cases;
using Networks.Workflows.Access;
using Networks.Workflows.Administration.EditProgramme;
using Networks.Workflows.Common;

namespace Networks.Workflows.Administration.PreviewProgramme;

/// <summary>What another name, territory, period, contribution or threshold of the person's programme would change, and for whom.</summary>
/// <remarks>Refused as the edit itself.</remarks>
[Access(Right.SettingsManage)]
public sealed record PreviewProgramme(string? Name, string? Territory, DateOnly? From, DateOnly? Until, long? BudgetCents, int? SmallCell) : IQuery<ProgrammePreview>, IChecked
{
    public IEnumerable<Refusal> Faults() => new EditProgramme.EditProgramme(Name, Territory, From, Until, BudgetCents, SmallCell).Faults();
}

/// <summary>What other targets would change.</summary>
[Access(Right.SettingsManage)]
public sealed record PreviewTargets(IReadOnlyDictionary<string, int> Targets) : IQuery<ProgrammePreview>;

/// <param name="Changes">A sentence each, in the reader's language; one says so when nothing changes.</param>
public sealed record ProgrammePreview(IReadOnlyList<string> Changes)
{
    /// <summary>Targets that would be others. Never null.</summary>
    public IReadOnlyList<TargetChange> Targets { get; init; } = [];
}

/// <param name="Indicator">Stored word.</param>
/// <param name="Before">Null where none was set.</param>
/// <param name="Now">Null where none will be.</param>
public sealed record TargetChange(string Indicator, int? Before, int? Now);

internal sealed class PreviewProgrammeHandler(NetworksDbContext db, IActor actor, IProgrammeLimits limits) : IRequestHandler<PreviewProgramme, Result<ProgrammePreview>>
{
    /// <summary>Cases named one by one.</summary>
    private const int _named = 20;

    public async Task<Result<ProgrammePreview>> Handle(PreviewProgramme request, CancellationToken cancellationToken)
    {
        if (await db.GroundAsync(actor, cancellationToken) is not { } ground)
        {
            return AdministrationRefusals.NotFound;
        }

        if (EditProgrammeHandler.CellFault(request.SmallCell, limits) is { } fault)
        {
            return fault;
        }

        var programme = ground.Programme;
        var changes = new List<string>();
        Change(changes, "name", programme.Name, request.Name!.Trim());
        Change(changes, "territory", programme.Territory, request.Territory?.Trim() ?? "");
        Change(changes, "budget", Euros(programme.BudgetCents), Euros(request.BudgetCents));
        if ((programme.From, programme.Until) != (request.From, request.Until))
        {
            Change(changes, "period", Period(programme.From, programme.Until), Period(request.From, request.Until));
            var (id, from, until) = (programme.Id, request.From, request.Until);
            var outside = await db.Cases.AsNoTracking()
                .Where(c => c.ProgrammeId == id && (c.Status == CaseStatus.Open || c.Status == CaseStatus.InEffect) && (c.OpenedOn < from || c.OpenedOn > until))
                .OrderBy(c => c.Reference).Select(c => c.Reference).ToListAsync(cancellationToken);
            changes.Add(outside.Count == 0 ? Words.Say("administration.preview-period-none") : Words.Say("administration.preview-period-cases", outside.Count, string.Join(", ", outside.Take(_named))));
        }

        if (programme.SmallCell != request.SmallCell)
        {
            var id = programme.Id;
            var readers = await db.ViewSubscriptions.CountAsync(s => s.EndedAt == null && db.Officers.Any(o => o.Id == s.OfficerId && db.Associations.Any(a => a.Id == o.AssociationId && a.ProgrammeId == id)), cancellationToken);
            Change(changes, "small-cell", $"{programme.SmallCell ?? limits.SmallCell}", $"{request.SmallCell ?? limits.SmallCell}");
            changes.Add(Words.Say("administration.preview-small-cell-views", readers));
        }

        return PreviewTargetsHandler.Told(changes);
    }

    private static void Change(List<string> changes, string what, string before, string now)
    {
        if (before != now)
        {
            changes.Add(Words.Say($"administration.preview-{what}", before.Length == 0 ? "–" : before, now.Length == 0 ? "–" : now));
        }
    }

    private static string Euros(long? cents) => cents is { } known ? (known / 100m).ToString("N2", System.Globalization.CultureInfo.CurrentCulture) + " €" : "";

    private static string Period(DateOnly? from, DateOnly? until) => (from, until) switch
    {
        ({ } first, { } last) => $"{first:d} – {last:d}",
        ({ } first, null) => Words.Say("administration.preview-from", first),
        (null, { } last) => Words.Say("administration.preview-until", last),
        _ => Words.Say("administration.preview-not-said"),
    };
}

internal sealed class PreviewTargetsHandler(NetworksDbContext db, IActor actor, IProgrammeLimits limits) : IRequestHandler<PreviewTargets, Result<ProgrammePreview>>
{
    public async Task<Result<ProgrammePreview>> Handle(PreviewTargets request, CancellationToken cancellationToken)
    {
        if (await db.GroundAsync(actor, cancellationToken) is not { } ground)
        {
            return AdministrationRefusals.NotFound;
        }

        if (SetTargetsHandler.Fault(request.Targets, limits) is { } fault)
        {
            return fault;
        }

        var programme = ground.Programme.Id;
        var before = await db.ProgrammeTargets.AsNoTracking().Where(t => t.ProgrammeId == programme).ToDictionaryAsync(t => t.Indicator, t => t.Value, cancellationToken);
        var changed = limits.Indicators
            .Select(i => new TargetChange(i, before.TryGetValue(i, out var had) ? had : null, request.Targets.TryGetValue(i, out var value) ? value : null))
            .Where(t => t.Before != t.Now).ToList();
        List<string> changes = changed.Count == 0 ? [] : [Words.Say("administration.preview-target-months", await db.FrozenMonths.CountAsync(m => m.ProgrammeId == programme, cancellationToken))];
        return Told(changes) with { Targets = changed };
    }

    /// <summary>The changes, or that there are none.</summary>
    public static ProgrammePreview Told(List<string> changes) => new(changes.Count == 0 ? [Words.Say("administration.preview-nothing")] : changes);
}
