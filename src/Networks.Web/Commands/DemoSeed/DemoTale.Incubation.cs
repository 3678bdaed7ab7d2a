using Microsoft.EntityFrameworkCore;
using Networks.Data.Incubation;
using Networks.Workflows.Access;
using Networks.Workflows.Incubation.AnswerPulse;
using Networks.Workflows.Incubation.Contributions;
using Networks.Workflows.Incubation.Milestones;
using Networks.Workflows.Incubation.SendPulse;
using Networks.Workflows.Incubation.SettleFirm;

namespace Networks.Web.Commands.DemoSeed;

internal sealed partial class DemoTale
{
    public DemoTale SendsPulse(int ago) => Act(ago, "sends the quarterly check", (stage, token) => stage.AsAsync(Officer(desk), new SendPulse(Guid.Empty, _case), token));

    /// <summary>A quarterly check to which every firm answers that all is well.</summary>
    public DemoTale Asks(int ago)
    {
        SendsPulse(ago);
        foreach (var firm in _firms)
        {
            AnswersPulse(ago - 3, firm);
        }

        return this;
    }

    /// <param name="bad">Questions that do not go well; the others do.</param>
    public DemoTale AnswersPulse(int ago, string firm, string? remark = null, params string[] bad) => Act(ago, $"{firm} answers the check", async (stage, token) =>
    {
        var key = TokenOfLink().Match(await NewestMailAsync(stage, firm, "incubation.pulse", token)).Groups[1].Value;
        var visit = await stage.SendAsync(Workflows.Common.Actor.Nobody, new IdentifyLink(key), token);
        var replies = PulseWords.Questions.ToDictionary(q => q, q => bad.Contains(q) ? PulseWords.Bad : PulseWords.Good);
        await stage.SendAsync(visit.Actor, new AnswerPulse(_case, key, replies, remark), token);
    });

    public DemoTale SeesToFirm(int ago, string firm, string note) =>
        Act(ago, $"sees to {firm}", (stage, token) => stage.AsAsync(OfficerOf(firm), new SettleFirm(_case, _participants[firm], note), token));

    /// <param name="until">How many days ago its day is; negative for a day to come.</param>
    public DemoTale PlansMilestone(int ago, int until, string title) =>
        Act(ago, "plans a milestone", (stage, token) => stage.AsAsync(Officer(desk), new PlanMilestone(_case, title, Day(until)), token));

    /// <summary>The oldest one that is not reached.</summary>
    public DemoTale ReachesMilestone(int ago, string outcome) => Act(ago, "reaches a milestone", async (stage, token) =>
    {
        var milestone = await stage.ReadAsync((db, t) => db.Milestones.Where(m => m.CaseId == _case && m.DoneOn == null).OrderBy(m => m.DueOn).Select(m => m.Id).FirstAsync(t), token);
        await stage.AsAsync(Officer(desk), new ReachMilestone(_case, milestone, stage.Today, outcome), token);
    });

    public DemoTale Pays(int ago, string firm, string remark) => Act(ago, $"{firm} pays", async (stage, token) =>
    {
        var due = await stage.ReadAsync((db, t) => db.FundContributions.Where(c => c.CaseId == _case && c.ParticipantId == _participants[firm] && c.PaidOn == null).OrderBy(c => c.DueOn).FirstAsync(t), token);
        await stage.AsAsync(OfficerOf(firm), new RecordPayment(_case, due.Id, due.DueCents, stage.Today, remark), token);
    });
}
