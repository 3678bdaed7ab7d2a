using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Networks.Data;
using Networks.Data.EnterpriseNetworks;
using Networks.Data.Incubation;
using Networks.Data.Work;
using Networks.Workflows.Engine.FireTimers;
using Networks.Workflows.Incubation.AnswerPulse;
using Networks.Workflows.Incubation.SendPulse;
using Networks.Workflows.Registration.ConfirmEffect;
using Networks.Workflows.Registration.RecordOutcome;

namespace Networks.Workflows.Tests.Support;

/// <summary>Vocabulary of the life after effect.</summary>
public sealed partial class Given
{
    /// <summary>
    /// A network of four firms (two of Lecco, one of Como, one of Monza) in effect from 18 March 2026; it is 20 March.
    /// </summary>
    public async Task<CaseId> NetworkInEffectAsync(Signers signers, ContractTerms? terms = null, CommonFund? fund = null)
    {
        var registration = await CaseInRegistrationAsync(signers, terms ?? SmallContract, fund);
        foreach (var filing in registration.Filings)
        {
            await DoneAsync(Lecco, new RecordOutcome(Ids.New(Clock), registration.Id, filing, FilingOutcome.Entered, new DateOnly(2026, 3, 18), null, null, null, null));
        }

        await DoneAsync(Lecco, new ConfirmEffect(Ids.New(Clock), registration.Id, new DateOnly(2026, 3, 18)));
        return registration.Id;
    }

    /// <summary>The same on the day of its first quarterly check, sent by Lecco.</summary>
    public async Task<CaseId> NetworkWithPulseAsync(Signers signers)
    {
        var id = await NetworkInEffectAsync(signers);
        await GoAndSweepAsync(new DateOnly(2026, 6, 18));
        await DoneAsync(Lecco, new SendPulse(Ids.New(Clock), id));
        return id;
    }

    /// <summary>To noon of a day, with every timer that has become due by then.</summary>
    public async Task GoAndSweepAsync(DateOnly day)
    {
        Clock.GoTo(day);
        while (await _services.GetRequiredService<TimerSweep>().FireDueAsync(default) > 0)
        {
        }
    }

    /// <summary>A firm answers by the link in its newest mail.</summary>
    /// <param name="bad">Questions that do not go well; the others do.</param>
    public async Task<Common.Result<AnsweredPulse>> AnswersAsync(CaseId caseId, int place, string? remark = null, params string[] bad)
    {
        var firm = await FirmOpensAsync(caseId, place);
        return await SendAsync(new AnswerPulse(caseId, firm.Token, Replies(bad), remark) { OperationId = Ids.New(Clock) });
    }

    public static Dictionary<string, string> Replies(params string[] bad) =>
        PulseWords.Questions.ToDictionary(q => q, q => bad.Contains(q) ? PulseWords.Bad : PulseWords.Good);

    /// <summary>Open tasks of a kind by the place of their firm in the contract.</summary>
    public Task<List<int>> OpenForFirmsAsync(CaseId caseId, string task) => ReadAsync(async db =>
    {
        var items = await db.WorkItems.Where(i => i.CaseId == caseId && i.Status == WorkItemStatus.Open).ToListAsync();
        var firms = await db.Participants.Where(p => p.CaseId == caseId).OrderBy(p => p.Order).ToListAsync();
        return firms.SelectMany(p => items.Where(i => i.Name == task && i.SubjectId == p.Id.Value).Select(_ => p.Order)).ToList();
    });
}
