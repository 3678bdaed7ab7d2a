using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Networks.Bench.Engine;
using Networks.Data;
using Networks.Data.Associations;
using Networks.Data.Cases;
using Networks.Data.EnterpriseNetworks;
using Networks.Data.Firms;
using Networks.Data.History;
using Networks.Data.Officers;
using Networks.Data.Programmes;
using Networks.Data.Work;
using Networks.Workflows.Common;

namespace Networks.Bench.Monitoring;

/// <summary>Networks of two and a half years with their histories, as many as asked for; a seventh is under way.</summary>
internal static class RegionGroundMaker
{
    private const int Desks = 10;
    private const int Firms = 20_000;
    private const int Portion = 1000;

    private static readonly DateOnly _today = BusinessCalendar.DayOf(TimeProvider.System.GetUtcNow());
    private static readonly string[] _provinces = ["MI", "LC", "CO", "MB", "PV", "BG", "BS", "VA", "CR", "LO", "MN", "SO"];
    private static readonly CasePhase[] _way = [CasePhase.Intake, CasePhase.Drafting, CasePhase.Signing, CasePhase.Registration, CasePhase.FollowUp];
    private static readonly int[] _usual = [11, 55, 14, 21];

    public static async Task<Officer> MakeAsync(Ground ground, int networks)
    {
        var clock = TimeProvider.System;
        var programme = new Programme(ProgrammeId.New(clock), "PAL", "Programma", default);
        var desks = Enumerable.Range(1, Desks).Select(n => new Association(AssociationId.New(clock), programme.Id, $"Associazione {n}", $"Desk {n}", AssociationKind.Desk)).ToList();
        var lead = new Officer(OfficerId.New(clock), desks[0].Id, "Capofila", "capofila@pal.example", OfficerRoles.Lead);
        programme.Lead = new LeadPartner(desks[0].Id);
        await ground.WithAsync(async (_, db) =>
        {
            await db.Database.MigrateAsync();
            db.Add(programme);
            db.AddRange(desks);
            db.Add(lead);
            await db.SaveChangesAsync();
            return 0;
        });
        await AddAsync(ground, programme.Id, desks, networks);
        return lead;
    }

    /// <summary>To a programme that is there, such as the demo's.</summary>
    public static async Task AddAsync(Ground ground, ProgrammeId programme, IReadOnlyList<Association> desks, int networks)
    {
        var random = new Random(20261122);
        var clock = TimeProvider.System;
        var firms = Enumerable.Range(1, Firms).Select(n => new Firm(FirmId.New(clock), desks[n % desks.Count].Id, $"Impresa {n}", $"{n:00000000000}") { ReaProvince = _provinces[Math.Min(random.Next(12), random.Next(12))] }).ToList();
        foreach (var portion in firms.Chunk(Portion))
        {
            await SaveAsync(ground, portion);
        }

        for (var first = 1; first <= networks; first += Portion)
        {
            await SaveAsync(ground, [.. Enumerable.Range(first, Math.Min(Portion, networks - first + 1)).SelectMany(n => Network(n, programme, desks, firms, random, clock))]);
        }

        await ground.Store.ExecuteAsync("ANALYZE");
    }

    private static List<object> Network(int number, ProgrammeId programme, IReadOnlyList<Association> desks, List<Firm> firms, Random random, TimeProvider clock)
    {
        var owner = desks[random.Next(desks.Count)];
        var opened = _today.AddDays(-random.Next(1, 900));
        var @case = new Case(CaseId.New(clock), string.Create(CultureInfo.InvariantCulture, $"N-2024-{number:00000}"), programme, owner.Id, "bisogno", opened);
        var rows = new List<object> { @case, new EnterpriseNetwork(@case.Id, $"Rete {number}") };
        var day = opened;
        var ends = random.Next(8) == 0 ? random.Next(4) : -1;
        Record("intake.case-opened", opened, []);
        for (var stage = 0; stage < _way.Length; stage++)
        {
            @case.Phase = _way[stage];
            Record("engine.phase-entered", day, new() { ["phase"] = _way[stage].ToString() });
            Record("casework.noted", day, []);
            if (stage == _way.Length - 1)
            {
                break;
            }

            day = day.AddDays(1 + (_usual[stage] / 2) + random.Next(_usual[stage]));
            if (day > _today)
            {
                rows.Add(new WorkItem(WorkItemId.New(clock), @case.Id, Guid.Empty, "form-network/task", Guid.Empty, clock.GetUtcNow().AddDays(-random.Next(30))) { DeskId = owner.Id, WaitsFor = (WaitsFor)random.Next(5), DueOn = _today.AddDays(random.Next(-10, 20)) });
                break;
            }

            if (stage == ends)
            {
                @case.CloseWithoutOutcome(day, "no-agreement");
                Record("casework.closed", day, []);
                break;
            }

            if (_way[stage] == CasePhase.Registration)
            {
                @case.ConfirmEffect(day);
                Record("registration.effect-confirmed", day, new() { ["date"] = day.ToString("O", CultureInfo.InvariantCulture) });
            }
        }

        var member = random.Next(Firms);
        foreach (var order in Enumerable.Range(1, 2 + random.Next(5)))
        {
            rows.Add(new Participant(ParticipantId.New(clock), @case.Id, firms[(member + (order * 7)) % Firms].Id, owner.Id, ParticipantStatus.Active, opened) { Order = order });
        }

        return rows;

        void Record(string name, DateOnly on, Dictionary<string, string> facts)
        {
            var row = CaseEvent.Next(new CaseEventContent { Name = name, HappenedOn = on, RecordedAt = new DateTimeOffset(on.ToDateTime(new TimeOnly(9, 0)), TimeSpan.Zero), Actor = ActorKind.Officer, Facts = facts }, @case.Id, @case.HistoryLength + 1, @case.HeadHash);
            @case.HistoryLength = row.Number;
            @case.HeadHash = row.Hash;
            rows.Add(row);
        }
    }

    private static Task<int> SaveAsync(Ground ground, IReadOnlyCollection<object> rows) => ground.WithAsync(async (_, db) =>
    {
        // The tasks belong to no process here: nothing runs.
        await db.Database.OpenConnectionAsync();
        await db.Database.ExecuteSqlRawAsync("PRAGMA foreign_keys = OFF; PRAGMA synchronous = OFF");
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        db.AddRange(rows);
        return await db.SaveChangesAsync();
    });
}
