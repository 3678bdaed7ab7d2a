using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Discovery;
using Networks.Data.EnterpriseNetworks;
using Networks.Workflows.Common;
using Networks.Workflows.Discovery;
using Networks.Workflows.Discovery.AnswerAsDesk;
using Networks.Workflows.Discovery.AnswerAsFirm;
using Networks.Workflows.Discovery.AskIntroduction;
using Networks.Workflows.Discovery.FindPartners;
using Networks.Workflows.Discovery.ListIntroductions;
using Networks.Workflows.Discovery.SaveFirmRecord;
using Networks.Workflows.Tests.Support;

namespace Networks.Workflows.Tests.Discovery;

/// <summary>Two keys: the desk that follows the firm, then the firm. Before both, nobody knows a name.</summary>
public sealed class IntroductionTests : IAsyncLifetime
{
    private Given _given = null!;
    private CaseId _case;
    private List<FirmId> _firms = [];

    public async ValueTask InitializeAsync()
    {
        _given = await Given.NewAsync();
        _firms = await _given.AlikeAsync(_given.Como, 11, 6, ("offers", "verniciatura industriale di lamiere"));
        _case = await _given.CaseAsync(await _given.FirmAsync(_given.Lecco, 1));
    }

    public ValueTask DisposeAsync() => _given.DisposeAsync();

    [Fact]
    public async Task Given_a_need_when_partners_are_looked_for_then_cards_say_why_and_not_who()
    {
        var found = await _given.DoneAsync(_given.Lecco, new FindPartners(_case, null));

        Assert.Equal(6, found.Total);
        Assert.All(found.Cards, c => Assert.Equal("provincia: LC ed entro 60 km", c.Why[0]));
        Assert.All(found.Cards, c => Assert.Equal(("28", "LC"), (c.Card.Division, c.Card.Province)));
        Assert.All(found.Cards, c => Assert.Contains("verniciatura", c.Why[^1], StringComparison.Ordinal));
        Assert.All(found.Cards, c => Assert.DoesNotContain("registrata", string.Join(' ', c.Card.Words), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Given_nothing_fits_then_each_part_that_can_be_left_out_is_named_with_what_it_gives()
    {
        var found = await _given.DoneAsync(_given.Lecco, new FindPartners(_case, new Facets { Division = "28", Certificates = ["iso-13485"], Provinces = ["LC"] }));

        Assert.Equal(0, found.Total);
        var relaxed = Assert.Single(found.Relaxed);
        Assert.Equal((6, "iso-13485"), (relaxed.Total, Assert.Single(new[] { "iso-13485" }.Except(relaxed.Facets.Certificates))));
    }

    [Fact]
    public async Task Given_both_say_yes_then_both_learn_the_names_at_once_and_the_firm_is_proposed_to_the_case()
    {
        var introduction = await AskedAsync();
        var firm = await FirmOfAsync(introduction);
        Assert.Null((await RowAsync(_given.Lecco, introduction)).Firm);
        Assert.Null((await RowAsync(_given.Como, introduction)).Network);
        var token = await DeskYesAsync(introduction);
        await _given.SendAsync(new ShowFirmIntroduction(token));
        Assert.Equal(IntroductionStatus.WithFirm, (await RowAsync(_given.Lecco, introduction)).Status);
        Assert.DoesNotContain(firm, await MailAsync(), StringComparison.Ordinal);

        await FirmSaysAsync(token, yes: true);

        var asking = await RowAsync(_given.Lecco, introduction);
        Assert.Equal((IntroductionStatus.Introduced, firm, "Desk di Como"), (asking.Status, asking.Firm, asking.HoldingDesk));
        Assert.Equal("Rete Prova", (await RowAsync(_given.Como, introduction)).Network);
        Assert.Contains(firm, await MailAsync(), StringComparison.Ordinal);
        Assert.Equal(
            ["discovery.introduction-asked", "discovery.introduction-desk-yes", "discovery.introduced"],
            (await _given.HistoryAsync(_case)).Where(n => n.StartsWith("discovery.", StringComparison.Ordinal)));
        var participant = await _given.ReadAsync(db => db.Participants.SingleAsync(p => p.CaseId == _case && p.DeskId == _given.Como.AssociationId));
        Assert.Equal(ParticipantStatus.Proposed, participant.Status);
        Assert.Contains("confirm-firm Open", await _given.TasksAsync(_case));
    }

    [Fact]
    public async Task Given_a_no_of_desk_or_firm_then_nobody_learns_a_name()
    {
        var first = await AskedAsync();
        await _given.DoneAsync(_given.Como, new AnswerAsDesk(_case, first, false, "Non adesso."));
        var second = await AskedAsync();
        await FirmSaysAsync(await DeskYesAsync(second), yes: false);

        Assert.Equal((IntroductionStatus.DeclinedByDesk, null, "Non adesso."), Seen(await RowAsync(_given.Lecco, first)));
        Assert.Equal((IntroductionStatus.DeclinedByFirm, null, null), Seen(await RowAsync(_given.Lecco, second)));
        Assert.Equal(1, await _given.ReadAsync(db => db.Participants.CountAsync(p => p.CaseId == _case)));
    }

    [Fact]
    public async Task Given_a_request_under_way_when_the_firm_withdraws_then_it_ends_without_blame_and_its_card_is_gone()
    {
        var introduction = await AskedAsync();
        var token = await DeskYesAsync(introduction);
        var firm = await _given.ReadAsync(db => db.Introductions.Where(i => i.Id == introduction).Select(i => i.FirmId).SingleAsync());

        await _given.DoneAsync(_given.Como, new SaveFirmRecord(firm, new Dictionary<string, string> { ["allows-anonymous"] = "" }, null));

        var row = await RowAsync(_given.Lecco, introduction);
        Assert.Equal((IntroductionStatus.Ended, null, null), Seen(row));
        Assert.Equal(2, await _given.ReadAsync(db => db.Outbox.CountAsync(m => m.Kind == "discovery.ended")));
        Assert.Equal("", (await _given.EntryAsync(firm)).Shared);
        var late = await _given.SendAsAsync(Actor.Nobody, new AnswerAsFirm(_case, token, true, null));
        Assert.Equal("discovery.introduction-closed", late.Refusal!.Code);
        Assert.Equal("discovery.introduction-ended", (await _given.HistoryAsync(_case)).Last());
    }

    [Fact]
    public async Task Given_an_introduction_when_others_ask_for_it_then_it_is_not_there()
    {
        var introduction = await AskedAsync();
        _given.Actor = Actor.Of(_given.Monza);

        Assert.Equal(RefusalKind.NotFound, (await _given.SendAsync(new ShowIntroduction(introduction))).Refusal!.Kind);
        Assert.Equal(RefusalKind.NotFound, (await _given.SendAsync(new AnswerAsDesk(_case, introduction, true, null))).Refusal!.Kind);
        _given.Actor = Actor.Of(_given.Lecco);
        Assert.Equal(RefusalKind.NotFound, (await _given.SendAsync(new AnswerAsDesk(_case, introduction, true, null))).Refusal!.Kind);
        Assert.Equal(RefusalKind.NotFound, (await _given.SendAsAsync(Actor.Nobody, new ShowFirmIntroduction("nothing"))).Refusal!.Kind);
    }

    [Fact]
    public async Task Given_a_card_that_was_asked_for_when_it_is_asked_again_or_gone_then_it_is_refused()
    {
        var card = (await _given.DoneAsync(_given.Lecco, new FindPartners(_case, null))).Cards[0].Key;
        await _given.DoneAsync(_given.Lecco, new AskIntroduction(_case, card, "Ci conosciamo?"));

        Assert.Equal("discovery.asked-already", (await _given.SendAsync(new AskIntroduction(_case, card, "E adesso?"))).Refusal!.Code);
        Assert.Equal("discovery.card-gone", (await _given.SendAsync(new AskIntroduction(_case, Guid.Empty, "Chi?"))).Refusal!.Code);
    }

    private static (IntroductionStatus Status, string? Firm, string? Reason) Seen(IntroductionRow row) => (row.Status, row.Firm, row.Reason);

    private async Task<Guid> AskedAsync()
    {
        var found = await _given.DoneAsync(_given.Lecco, new FindPartners(_case, null));
        return await _given.DoneAsync(_given.Lecco, new AskIntroduction(_case, found.Cards.First(c => !c.Asked).Key, "Ci piacerebbe conoscervi."));
    }

    // The link stands in the mail alone.
    private async Task<string> DeskYesAsync(Guid introduction)
    {
        await _given.DoneAsync(_given.Como, new AnswerAsDesk(_case, introduction, true, null));
        var body = await _given.ReadAsync(db => db.Outbox.Where(m => m.Kind == "discovery.firm-asked").Select(m => m.Body).SingleAsync());
        return body[(body.LastIndexOf("/i/", StringComparison.Ordinal) + 3)..].Trim();
    }

    private async Task FirmSaysAsync(string token, bool yes)
    {
        var firm = (await _given.SendAsAsync(Actor.Nobody, new IdentifyAskedFirm(token))).Value;
        Assert.True((await _given.SendAsAsync(firm.Actor, new AnswerAsFirm(_case, token, yes, "Abbiamo troppo da fare."))).Ok);
    }

    private Task<IntroductionRow> RowAsync(Networks.Data.Officers.Officer officer, Guid introduction) => _given.DoneAsync(officer, new ShowIntroduction(introduction));

    private Task<string> FirmOfAsync(Guid introduction) => _given.ReadAsync(db => (
        from i in db.Introductions where i.Id == introduction join f in db.Firms on i.FirmId equals f.Id select f.Name).SingleAsync());

    /// <summary>Everything that the asking desk was written.</summary>
    private async Task<string> MailAsync() => string.Join('\n', await _given.ReadAsync(db => db.Outbox.Where(m => m.To == _given.Lecco.Email).Select(m => m.Subject + m.Body).ToListAsync()));
}
