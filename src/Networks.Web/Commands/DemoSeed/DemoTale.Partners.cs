using Networks.Workflows.Common;
using Networks.Workflows.Discovery.AnswerNeed;
using Networks.Workflows.Discovery.ListNeeds;
using Networks.Workflows.Discovery.SendNeed;

namespace Networks.Web.Commands.DemoSeed;

/// <summary>What desks ask of one another for a network.</summary>
internal sealed partial class DemoTale
{
    private Guid _need;

    public DemoTale AsksDesks(int ago, string text) => Act(ago, "asks all desks", async (stage, token) =>
        _need = await stage.AsAsync(Officer(desk), new SendNeed(_case, text, BusinessCalendar.AddWorkingDays(stage.Today, SendNeed.Days)), token));

    /// <param name="search">Words of the firm that is named: the first that may be asked.</param>
    public DemoTale DeskNames(int ago, string other, string search) => Act(ago, $"{other} names a firm", async (stage, token) =>
    {
        var seen = await stage.AsAsync(Officer(other), new ShowNeed(_need, search), token);
        await stage.AsAsync(Officer(other), new AnswerNeed(_case, _need, seen.Candidates.First(c => c.Obstacle is null).Id, false, null), token);
    });

    public DemoTale DeskHasNobody(int ago, string other, string reason) =>
        Act(ago, $"{other} has nobody", (stage, token) => stage.AsAsync(Officer(other), new AnswerNeed(_case, _need, null, true, reason), token));
}
