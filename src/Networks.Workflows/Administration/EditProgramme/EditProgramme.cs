using MediatR;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Administration;
using Networks.Workflows.Access;
using Networks.Workflows.Common;

namespace Networks.Workflows.Administration.EditProgramme;

/// <summary>The data of the person's own programme. Cases and months that were frozen keep what they were counted with.</summary>
/// <param name="SmallCell">Null: as the installation; never lower than it.</param>
[Access(Right.SettingsManage)]
public sealed record EditProgramme(string? Name, string? Territory, DateOnly? From, DateOnly? Until, long? BudgetCents, int? SmallCell) : ICommand<Done>, IChecked
{
    private const int _longest = 400;

    public Guid OperationId { get; init; }

    public IEnumerable<Refusal> Faults()
    {
        if (string.IsNullOrWhiteSpace(Name) || Name.Length > _longest)
        {
            yield return AdministrationRefusals.ProgrammeName;
        }

        if (Territory?.Length > _longest)
        {
            yield return AdministrationRefusals.ProgrammeTerritory;
        }

        if (Until < From)
        {
            yield return AdministrationRefusals.ProgrammeUntil;
        }

        if (BudgetCents < 0)
        {
            yield return AdministrationRefusals.ProgrammeBudget;
        }
    }
}

/// <summary>What the programme promised to reach, by indicator; one that is left out has no target any more.</summary>
[Access(Right.SettingsManage)]
public sealed record SetTargets(IReadOnlyDictionary<string, int> Targets) : ICommand<Done>
{
    public Guid OperationId { get; init; }
}

internal sealed class EditProgrammeHandler(NetworksDbContext db, IActor actor, IProgrammeLimits limits, Journal journal) : IRequestHandler<EditProgramme, Result<Done>>
{
    /// <summary>More would hide the whole picture.</summary>
    private const int _highestCell = 50;

    public async Task<Result<Done>> Handle(EditProgramme request, CancellationToken cancellationToken)
    {
        if (await db.GroundAsync(actor, cancellationToken) is not { } ground)
        {
            return AdministrationRefusals.NotFound;
        }

        if (CellFault(request.SmallCell, limits) is { } fault)
        {
            return fault;
        }

        var programme = ground.Programme;
        Tell("name", programme.Name, request.Name!.Trim());
        Tell("territory", programme.Territory, request.Territory ?? "");
        Tell("from", $"{programme.From:yyyy-MM-dd}", $"{request.From:yyyy-MM-dd}");
        Tell("until", $"{programme.Until:yyyy-MM-dd}", $"{request.Until:yyyy-MM-dd}");
        Tell("budget", $"{programme.BudgetCents}", $"{request.BudgetCents}");
        Tell("small-cell", $"{programme.SmallCell}", $"{request.SmallCell}");
        (programme.Name, programme.Territory, programme.From, programme.Until, programme.BudgetCents, programme.SmallCell) =
            (request.Name.Trim(), request.Territory?.Trim() ?? "", request.From, request.Until, request.BudgetCents, request.SmallCell);
        return Done.It;
    }

    public static Refusal? CellFault(int? cell, IProgrammeLimits limits) =>
        cell is { } asked && (asked < limits.SmallCell || asked > _highestCell) ? AdministrationRefusals.SmallCell(limits.SmallCell, _highestCell) : null;

    private void Tell(string name, string before, string now)
    {
        if (before != now)
        {
            journal.Tell(name, $"{before} > {now}");
        }
    }
}

internal sealed class SetTargetsHandler(NetworksDbContext db, IActor actor, IProgrammeLimits limits, Journal journal) : IRequestHandler<SetTargets, Result<Done>>
{
    private const int _highest = 1_000_000;

    public async Task<Result<Done>> Handle(SetTargets request, CancellationToken cancellationToken)
    {
        if (await db.GroundAsync(actor, cancellationToken) is not { } ground)
        {
            return AdministrationRefusals.NotFound;
        }

        if (Fault(request.Targets, limits) is { } fault)
        {
            return fault;
        }

        var programme = ground.Programme.Id;
        var before = await db.ProgrammeTargets.Where(t => t.ProgrammeId == programme).ToListAsync(cancellationToken);
        foreach (var indicator in limits.Indicators)
        {
            var old = before.Find(t => t.Indicator == indicator);
            int? now = request.Targets.TryGetValue(indicator, out var value) ? value : null;
            if (old?.Value == now)
            {
                continue;
            }

            journal.Tell(indicator, $"{old?.Value} > {now}");
            switch (old, now)
            {
                case (null, { } first):
                    db.Add(new ProgrammeTarget(programme, indicator, first));
                    break;
                case ({ } gone, null):
                    db.Remove(gone);
                    break;
                case ({ } changed, { } next):
                    changed.Value = next;
                    break;
            }
        }

        return Done.It;
    }

    public static Refusal? Fault(IReadOnlyDictionary<string, int> targets, IProgrammeLimits limits) =>
        targets.FirstOrDefault(t => !limits.Indicators.Contains(t.Key) || t.Value is < 0 or > _highest) is { Key: { } wrong } ? AdministrationRefusals.Target(wrong) : null;
}
