using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Cases;
using Networks.Data.Incubation;
using Networks.Workflows.Common;
using Networks.Workflows.Engine;

namespace Networks.Workflows.Incubation.AnswerPulse;

/// <summary>Takes an answer, whichever way it came, and moves what waited for it.</summary>
internal sealed class PulseRecording(NetworksDbContext db, WorkflowEngine engine, CaseHistory history, BusinessCalendar calendar, IActor actor, TimeProvider clock)
{
    public async Task<Result<AnsweredPulse>> TakeAsync(Case @case, ParticipantId firm, IReadOnlyDictionary<string, string> replies, string? remark, CancellationToken cancellationToken)
    {
        var pulse = await db.Pulses.Where(p => p.CaseId == @case.Id).OrderByDescending(p => p.Number).FirstOrDefaultAsync(cancellationToken);
        if (pulse is null)
        {
            return IncubationRefusals.NotFound;
        }

        if (await db.PulseAnswers.FirstOrDefaultAsync(a => a.PulseId == pulse.Id && a.ParticipantId == firm, cancellationToken) is { } before)
        {
            return IncubationRefusals.AnsweredAlready(BusinessCalendar.DayOf(before.AnsweredAt));
        }

        var answer = new PulseAnswer(Ids.New(clock), pulse.Id, @case.Id, firm, clock.GetUtcNow())
        {
            Replies = [.. PulseWords.Questions.Select(q => replies[q])],
            Remark = string.IsNullOrWhiteSpace(remark) ? null : remark.Trim(),
            WrittenDownBy = actor.Officer,
        };
        db.Add(answer);
        var bad = answer.Bad.ToList();
        history.Record(@case, "incubation.pulse-answered", calendar.Today(), new Dictionary<string, string>
        {
            ["bad"] = bad.Count.ToString(CultureInfo.InvariantCulture),
            ["number"] = pulse.Number.ToString(CultureInfo.InvariantCulture),
            ["participant"] = firm.Value.ToString(),
        }, answer.Remark);
        _ = await engine.CompleteAsync(@case, IncubationSteps.AnswerPulse, firm.Value, "answered", cancellationToken)
            || await engine.CompleteAsync(@case, IncubationSteps.CallSilentFirm, firm.Value, "answered", cancellationToken);
        if (bad.Count > 0)
        {
            await engine.SignalAsync(@case, CaseSignals.BadAnswer, firm.Value, cancellationToken);
        }

        return new AnsweredPulse(bad.Count);
    }
}
