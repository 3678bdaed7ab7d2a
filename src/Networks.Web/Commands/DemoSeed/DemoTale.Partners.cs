using Microsoft.EntityFrameworkCore;
using Networks.Workflows.Common;
using Networks.Workflows.Discovery;
using Networks.Workflows.Discovery.AnswerAsDesk;
using Networks.Workflows.Discovery.AnswerAsFirm;
using Networks.Workflows.Discovery.AnswerNeed;
using Networks.Workflows.Discovery.AskIntroduction;
using Networks.Workflows.Discovery.ChooseTime;
using Networks.Workflows.Discovery.FindPartners;
using Networks.Workflows.Discovery.ListNeeds;
using Networks.Workflows.Discovery.ProposeMeeting;
using Networks.Workflows.Discovery.SendNeed;

namespace Networks.Web.Commands.DemoSeed;

/// <summary>What desks ask of one another for a network.</summary>
internal sealed partial class DemoTale
{
    /// <summary>In the morning, in UTC.</summary>
    private static readonly TimeSpan _meeting = TimeSpan.FromHours(9);

    private Guid _need;
    private Guid _introduction;

    /// <summary>Looks for a partner among the cards of other desks and asks for the first.</summary>
    public DemoTale AsksPartner(int ago, string division, string province, string message) => Act(ago, "asks for an introduction", async (stage, token) =>
    {
        var found = await stage.AsAsync(Officer(desk), new FindPartners(_case, new Facets { Division = division, Provinces = [province] }), token);
        _introduction = await stage.AsAsync(Officer(desk), new AskIntroduction(_case, found.Cards[0].Key, message), token);
    });

    /// <summary>The desk behind the card says yes, then its firm by the link in its mail.</summary>
    public DemoTale IsIntroduced(int ago, string other) => Act(ago, $"{other} and its firm say yes", async (stage, token) =>
    {
        await stage.AsAsync(Officer(other), new AnswerAsDesk(_case, _introduction, true, null), token);
        var body = await stage.ReadAsync((db, t) => db.Outbox.Where(m => m.Kind == "discovery.firm-asked").OrderByDescending(m => m.CreatedAt).Select(m => m.Body).FirstAsync(t), token);
        var link = body[(body.LastIndexOf('/') + 1)..].Trim();
        var firm = await stage.SendAsync(Actor.Nobody, new IdentifyAskedFirm(link), token);
        return await stage.SendAsync(firm.Actor, new AnswerAsFirm(_case, link, true, null), token);
    });

    /// <summary>Proposes two mornings to the firm; its desk takes the first.</summary>
    /// <param name="days">From the act to the first of them.</param>
    public DemoTale Meets(int ago, string other, int days, string place) => Act(ago, "meets", async (stage, token) =>
    {
        List<DateTimeOffset> times = [.. new[] { days, days + 1 }.Select(d => new DateTimeOffset(BusinessCalendar.AddWorkingDays(stage.Today, d).ToDateTime(TimeOnly.MinValue) + _meeting, TimeSpan.Zero))];
        var meeting = await stage.AsAsync(Officer(desk), new ProposeMeeting(_case, _introduction, times, place), token);
        return await stage.AsAsync(Officer(other), new ChooseTime(_case, meeting, times[0]), token);
    });

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
