using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Networks.Data;
using Networks.Data.Cases;
using Networks.Data.EnterpriseNetworks;
using Networks.Data.History;
using Networks.Workflows.Monitoring.Progress;
using Networks.Workflows.Monitoring.ShowRegion;
using Networks.Workflows.Tests.Support;

namespace Networks.Workflows.Tests.Monitoring;

/// <summary>The quick reading of many networks tells the same as the rows of the database and as the history itself.</summary>
public sealed class RegionReadingTests
{
    private static readonly CasePhase[] _way = [CasePhase.Intake, CasePhase.Drafting, CasePhase.Signing, CasePhase.Registration];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Given_generated_histories_then_the_picture_counts_what_the_tables_hold_whether_the_shortcut_is_old_or_not(int seed)
    {
        await using var given = await Given.NewAsync();
        var random = new Random(seed);
        await GenerateAsync(given, random, 60);
        var fromHistory = await SeeAsync(given);

        await given.Services.GetRequiredService<ProgressSweep>().RunAsync(default);
        var fromShortcut = await SeeAsync(given);
        await given.WriteAsync(async db =>
        {
            foreach (var old in (await db.CaseProgress.AsTracking().OrderBy(p => p.CaseId).ToListAsync()).Where(_ => random.Next(3) == 0))
            {
                old.Tell(old.Seen - 1, "", "");
            }
        });
        var mixed = await SeeAsync(given);

        Assert.Equal(60, fromHistory.Count);
        Assert.Equal(fromHistory, fromShortcut);
        Assert.Equal(fromHistory, mixed);
        Assert.Equal(await TablesAsync(given), await CountsAsync(given));
    }

    // Everything of every network that any number is made from, in words.
    private static async Task<List<string>> SeeAsync(Given given)
    {
        await using var scope = given.Services.CreateAsyncScope();
        var picture = await new RegionMemory().SeeAsync(scope.ServiceProvider.GetRequiredService<NetworksDbContext>(), given.Programme, default);
        return [.. picture.Networks.Select(n => string.Create(CultureInfo.InvariantCulture,
            $"{n.Id} {n.Reference} {n.Owner} {n.Version} {n.SuspendedAt:O} {Moment.Write(n.Moments)} {RegionFirm.Write(n.Firms)} {n.Course.Now} {n.Tasks.Count} {string.Join(',', RegionCounts.Way.Select(n.Course.Reached))}"))];
    }

    private static Task<List<string>> TablesAsync(Given given) => given.ReadAsync(async db =>
    {
        var cases = await db.Cases.AsNoTracking().ToListAsync();
        return cases.GroupBy(c => (c.OwnerId, State: c.Status switch
        {
            CaseStatus.ClosedWithoutOutcome => RegionState.Closed,
            CaseStatus.InEffect => RegionState.InEffect,
            CaseStatus.Open or CaseStatus.Ended => (RegionState)c.Phase,
        })).Select(g => $"{g.Key.OwnerId} {g.Key.State} {g.Count()}").Order(StringComparer.Ordinal).ToList();
    });

    private static async Task<List<string>> CountsAsync(Given given)
    {
        var table = (await given.AsLeadAsync(new ShowRegion())).ByDesk;
        return [.. table.Desks.SelectMany((desk, d) => table.States.Select((state, s) => (desk.Id, State: state, Count: table.Counts[d][s])))
            .Where(c => c.Count > 0).Select(c => $"{c.Id} {c.State} {c.Count}").Order(StringComparer.Ordinal)];
    }

    private static async Task GenerateAsync(Given given, Random random, int networks)
    {
        var firms = new List<FirmId>();
        foreach (var province in (string[])["LC", "MB", "2A", "", "MI"])
        {
            firms.Add(await given.FirmAsync(given.Lecco, firms.Count + 1, reaProvince: province));
        }

        var today = Today(given);
        await given.WriteAsync(db =>
        {
            for (var n = 1; n <= networks; n++)
            {
                db.AddRange(Network(given, random, n, firms, today));
            }

            return Task.CompletedTask;
        });
    }

    private static DateOnly Today(Given given) => DateOnly.FromDateTime(given.Clock.GetUtcNow().UtcDateTime);

    private static List<object> Network(Given given, Random random, int number, List<FirmId> firms, DateOnly today)
    {
        var owner = random.Next(2) == 0 ? given.Lecco : given.Monza;
        var day = today.AddDays(-random.Next(1, 400));
        var @case = new Case(CaseId.New(given.Clock), $"N-2026-{random.Next(1000) + (number * 1000):0000000}", given.Programme, owner.AssociationId, "bisogno", day);
        var rows = new List<object> { @case, new EnterpriseNetwork(@case.Id, $"Rete {number}") };
        Record("intake.case-opened", day, []);
        var ends = random.Next(6);
        for (var stage = 0; stage < _way.Length && day <= today; stage++)
        {
            @case.Phase = _way[stage];
            Record("engine.phase-entered", day, new() { ["phase"] = $"{_way[stage]}" });
            Record("casework.noted", day, []);
            if (stage == ends)
            {
                @case.CloseWithoutOutcome(day, "no-agreement");
                Record("casework.closed", day, []);
                break;
            }

            day = day.AddDays(random.Next(80));
        }

        if (@case is { Status: CaseStatus.Open, Phase: CasePhase.Registration } && day <= today)
        {
            @case.ConfirmEffect(day);
            Record("registration.effect-confirmed", day, new() { ["date"] = $"{day:O}" });
        }

        foreach (var order in Enumerable.Range(0, random.Next(firms.Count)))
        {
            rows.Add(new Participant(ParticipantId.New(given.Clock), @case.Id, firms[order], owner.AssociationId, ParticipantStatus.Active, @case.OpenedOn) { Order = order });
        }

        return rows;

        void Record(string name, DateOnly on, Dictionary<string, string> facts)
        {
            var row = CaseEvent.Next(new CaseEventContent { Name = name, HappenedOn = on, RecordedAt = given.Clock.GetUtcNow(), Actor = ActorKind.Officer, Facts = facts }, @case.Id, @case.HistoryLength + 1, @case.HeadHash);
            @case.HistoryLength = row.Number;
            @case.HeadHash = row.Hash;
            rows.Add(row);
        }
    }
}
