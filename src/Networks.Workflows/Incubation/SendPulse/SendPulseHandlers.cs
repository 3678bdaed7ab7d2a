using System.Globalization;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Incubation;
using Networks.Data.Work;
using Networks.Workflows.Common;
using Networks.Workflows.Engine;
using Networks.Workflows.Mail;

namespace Networks.Workflows.Incubation.SendPulse;

/// <summary>How long firms are waited for.</summary>
internal static class PulseTerm
{
    private const int _workingDays = 10;

    public static DateOnly LastDayFrom(DateOnly today) => BusinessCalendar.AddWorkingDays(today, _workingDays);
}

internal sealed class SendPulseHandler(NetworksDbContext db, WorkflowEngine engine, CaseHistory history, BusinessCalendar calendar, PublicAddress address, TimeProvider clock)
    : IRequestHandler<SendPulse, Result<SentPulse>>
{
    public async Task<Result<SentPulse>> Handle(SendPulse request, CancellationToken cancellationToken)
    {
        var @case = await db.Cases.SingleAsync(c => c.Id == request.CaseId, cancellationToken);
        if ((await engine.OpenTasksAsync(@case, IncubationSteps.SendPulse, null, cancellationToken)).Count == 0)
        {
            return IncubationRefusals.NoPulseDue;
        }

        var firms = await PulsedFirm.Of(db, @case.Id).ToListAsync(cancellationToken);
        if (firms.Count == 0)
        {
            return IncubationRefusals.NobodyToAsk;
        }

        var today = calendar.Today();
        var number = 1 + await db.Pulses.CountAsync(p => p.CaseId == @case.Id, cancellationToken);
        var pulse = new Pulse(Ids.New(clock), @case.Id, number, today, PulseTerm.LastDayFrom(today));
        db.Add(pulse);
        var network = await PulseMail.NetworkAsync(db, @case, cancellationToken);
        foreach (var firm in firms.Where(f => f.Firm.Email is not null))
        {
            PulseMail.Queue(db, clock, address, pulse, firm, network);
        }

        history.Record(@case, "incubation.pulse-sent", today, new Dictionary<string, string>
        {
            ["firms"] = firms.Count.ToString(CultureInfo.InvariantCulture),
            ["number"] = number.ToString(CultureInfo.InvariantCulture),
        });
        await engine.CompleteAsync(@case, IncubationSteps.SendPulse, null, "sent", cancellationToken);
        return new SentPulse(number, firms.Count(f => f.Firm.Email is not null), pulse.LastDay);
    }
}

internal sealed class PreviewPulseHandler(NetworksDbContext db, BusinessCalendar calendar, PublicAddress address) : IRequestHandler<PreviewPulse, Result<PulsePreview>>
{
    public async Task<Result<PulsePreview>> Handle(PreviewPulse request, CancellationToken cancellationToken)
    {
        var @case = await db.Cases.AsNoTracking().SingleAsync(c => c.Id == request.CaseId, cancellationToken);
        var network = await PulseMail.NetworkAsync(db, @case, cancellationToken);
        var firms = await PulsedFirm.Of(db, @case.Id).AsNoTracking().ToListAsync(cancellationToken);
        var lastDay = PulseTerm.LastDayFrom(calendar.Today());
        var first = firms.FirstOrDefault(f => f.Firm.Email is not null);
        return new PulsePreview(
            network,
            1 + await db.Pulses.CountAsync(p => p.CaseId == @case.Id, cancellationToken),
            await PulseClock.IsDueAsync(db, @case.Id, cancellationToken),
            await PulseClock.NextOnAsync(db, @case.Id, cancellationToken),
            lastDay,
            [.. firms.Select(f => new PulseRecipient(f.Participant.Id, f.Firm.Name, f.Firm.Email, f.Firm.Language))],
            first is null ? null : PulseMail.Text("pulse", first, network, lastDay, $"{address.FirmPage("…").OriginalString}/pulse"));
    }
}

/// <summary>What the rows of the process say about the next pulse.</summary>
internal static class PulseClock
{
    private const string _wait = "network-ended/next-pulse";

    public static Task<bool> IsDueAsync(NetworksDbContext db, CaseId id, CancellationToken cancellationToken) =>
        db.WorkItems.AnyAsync(i => i.CaseId == id && i.Status == WorkItemStatus.Open && i.Path.EndsWith("/" + IncubationSteps.SendPulse), cancellationToken);

    /// <returns>Null while one is under way, and where no incubation runs.</returns>
    public static async Task<DateOnly?> NextOnAsync(NetworksDbContext db, CaseId id, CancellationToken cancellationToken) =>
        await db.Timers.Where(t => t.CaseId == id && t.Status == TimerStatus.Pending && t.Kind == TimerKind.Wake && t.Path == _wait)
            .Select(t => (DateTimeOffset?)t.DueAt).FirstOrDefaultAsync(cancellationToken) is { } at
            ? BusinessCalendar.DayOf(at)
            : null;
}
