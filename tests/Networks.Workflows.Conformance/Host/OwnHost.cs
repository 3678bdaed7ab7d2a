using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Networks.Data;
using Networks.Data.Cases;
using Networks.Data.EnterpriseNetworks;
using Networks.Data.Work;
using Networks.Workflows.Common;
using Networks.Workflows.Engine;
using Networks.Workflows.Engine.FireTimers;
using Networks.Workflows.Tests.Support;

namespace Networks.Workflows.Conformance.Host;

/// <summary>This engine behind its own pipeline, on the database of the run.</summary>
internal sealed class OwnHost : IEngineHost
{
    private readonly Deaths _deaths = new();
    private readonly Dictionary<Guid, IReadOnlyList<Guid>> _parties = [];
    private readonly List<FirmId> _firms = [];
    private Given _given = null!;

    private OwnHost()
    {
    }

    public DateOnly Today => BusinessCalendar.DayOf(_given.Clock.GetUtcNow());

    public int Commits => _deaths.Commits;

    /// <summary>For the few tests that are about this host alone.</summary>
    public Given Given => _given;

    /// <param name="procedures">By name; a later one of the same name is the next version.</param>
    public static async Task<OwnHost> OpenAsync(int firms, params (string Name, Plan Plan)[] procedures)
    {
        var host = new OwnHost();
        host._given = await Given.NewAsync(services =>
        {
            host._deaths.AddTo(services);
            ConformanceActHandler.AddTo(services);
            foreach (var (name, version, plan) in procedures.GroupBy(p => p.Name).SelectMany(g => g.Select((p, i) => (p.Name, i + 1, p.Plan))))
            {
                services.AddSingleton<ProcessDefinition>(new PlannedDefinition(name, version, plan));
            }
        });
        for (var i = 1; i <= firms; i++)
        {
            host._firms.Add(await host._given.FirmAsync(host._given.Lecco, i));
        }

        return host;
    }

    public async Task<Guid> StartAsync(string procedure, int parties)
    {
        var id = CaseId.New(_given.Clock);
        var participants = _firms.Take(parties).Select((firm, i) =>
            new Participant(ParticipantId.New(_given.Clock), id, firm, _given.Lecco.AssociationId, ParticipantStatus.Active, Today) { Order = i + 1 }).ToList();
        await _given.WriteAsync(db =>
        {
            db.Add(new Case(id, $"C-{_parties.Count:0000000}", _given.Programme, _given.Lecco.AssociationId, "prova", Today));
            db.AddRange(participants);
            return Task.CompletedTask;
        });
        lock (_parties)
        {
            _parties[id.Value] = [.. participants.Select(p => p.Id.Value)];
        }

        await SendAsync(new ConformanceAct(id, "start", procedure, Guid.Empty, ""));
        return id.Value;
    }

    public Task<Answer> ActAsync(Guid @case, Act act, Crash? crash = null) => Deaths.OfAsync(crash, () => SendAsync(act switch
    {
        Complete a => new ConformanceAct(new CaseId(@case), "complete", a.Task, a.Party is { } p ? _parties[@case][p] : Guid.Empty, a.Outcome),
        Tell a => new ConformanceAct(new CaseId(@case), "tell", a.Fact, a.Party is { } p ? _parties[@case][p] : Guid.Empty, ""),
        Suspend => new ConformanceAct(new CaseId(@case), "suspend", "", Guid.Empty, ""),
        Resume => new ConformanceAct(new CaseId(@case), "resume", "", Guid.Empty, ""),
        Cancel => new ConformanceAct(new CaseId(@case), "cancel", "", Guid.Empty, ""),
        _ => throw new InvalidOperationException(act.ToString()),
    } with
    { OperationId = act.Number }));

    public Task<Answer> FireDueAsync(Crash? crash = null) => Deaths.OfAsync(crash, async () =>
    {
        await _given.Services.GetRequiredService<TimerSweep>().FireDueAsync(CancellationToken.None);
        return Answer.Done;
    });

    public void Pass(TimeSpan time) => _given.Clock.Advance(time);

    public Task<Seen> SeeAsync(Guid @case) => _given.ReadAsync(async db =>
    {
        var rows = await CaseAudit.ReadAsync(db, new CaseId(@case));
        return new Seen(
            rows.Process.Status.ToString(),
            [.. rows.Items.Where(i => i.IsOpen).Select(i => Name(@case, i)).Order(StringComparer.Ordinal)],
            [.. rows.Items.Where(i => !i.IsOpen).OrderBy(i => i.Id.Value).Select(i => $"{Name(@case, i)} {i.Status} {i.Outcome}")],
            [.. rows.Events.Where(e => e.Name == Plans.Ledger).Select(e => e.Facts["effect"])],
            rows.Timers.Count,
            rows.Faults(),
            rows.Events.Count);
    });

    public ValueTask DisposeAsync() => _given.DisposeAsync();

    private async Task<Answer> SendAsync(ConformanceAct act) =>
        (await _given.SendAsAsync(Actor.Of(_given.Lecco), act)).Ok ? Answer.Done : Answer.Refused;

    private string Name(Guid @case, WorkItem item) =>
        _parties[@case].ToList().IndexOf(item.SubjectId) is var place and >= 0 ? $"{item.Name} {place + 1}" : item.Name;
}
