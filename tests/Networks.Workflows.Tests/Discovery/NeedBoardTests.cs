using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Networks.Data;
using Networks.Data.Discovery;
using Networks.Data.EnterpriseNetworks;
using Networks.Workflows.Access;
using Networks.Workflows.Casework.ShowHistory;
using Networks.Workflows.Common;
using Networks.Workflows.Discovery;
using Networks.Workflows.Discovery.AnswerAsFirm;
using Networks.Workflows.Discovery.AnswerNeed;
using Networks.Workflows.Discovery.AskIntroduction;
using Networks.Workflows.Discovery.CloseNeed;
using Networks.Workflows.Discovery.EndOverdue;
using Networks.Workflows.Discovery.FindPartners;
using Networks.Workflows.Discovery.ListIntroductions;
using Networks.Workflows.Discovery.ListNeeds;
using Networks.Workflows.Discovery.SaveFirmRecord;
using Networks.Workflows.Discovery.SendNeed;
using Networks.Workflows.Tests.Support;

namespace Networks.Workflows.Tests.Discovery;

/// <summary>The need board: what a network looks for is put to all desks, and answered without telling who.</summary>
public sealed class NeedBoardTests : IAsyncLifetime
{
    private static readonly DateOnly _lastDay = new(2026, 3, 31);

    private Given _given = null!;
    private CaseId _case;

    public async ValueTask InitializeAsync()
    {
        _given = await Given.NewAsync();
        _case = await _given.CaseAsync(await _given.FirmAsync(_given.Lecco, 1));
    }

    public ValueTask DisposeAsync() => _given.DisposeAsync();

    [Fact]
    public async Task Given_a_need_when_it_is_prepared_then_everybody_who_would_be_written_to_is_named_and_nobody_is_written_to()
    {
        var plan = await _given.DoneAsync(_given.Lecco, new PrepareNeed(_case, new Facets { Certificates = ["iso-13485"], Text = "valvole" }));

        Assert.Equal(["Desk di Como: Persona Como", "Desk di Monza: Persona Monza"], plan.Desks.Select(d => $"{d.Desk}: {string.Join(',', d.People.Select(p => p.Name))}"));
        Assert.Contains("ISO 13485", plan.Text, StringComparison.Ordinal);
        Assert.Equal(0, await _given.ReadAsync(db => db.Outbox.CountAsync(m => m.Kind == "discovery.need")));
    }

    [Fact]
    public async Task Given_a_need_when_it_is_sent_then_all_other_desks_read_it_without_the_network()
    {
        var need = await SentAsync();

        var mails = await _given.ReadAsync(db => db.Outbox.Where(m => m.Kind == "discovery.need").ToListAsync());
        Assert.Equal(new[] { _given.Como.Email, _given.Monza.Email }.Order(), mails.Select(m => m.To).Order());
        Assert.All(mails, m => Assert.DoesNotContain("Rete Prova", m.Subject + m.Body, StringComparison.Ordinal));
        var row = Assert.Single(await _given.DoneAsync(_given.Como, new ListNeeds()));
        Assert.Equal((need, null, true), (row.Id, row.Network, row.CanAnswer));
        Assert.Equal("Rete Prova", Assert.Single(await _given.DoneAsync(_given.Lecco, new ListNeeds())).Network);
        Assert.Equal("discovery.need-sent", (await _given.HistoryAsync(_case)).Last());
    }

    [Theory]
    [InlineData("Scriva a info@alfa.example", "discovery.text-address")]
    [InlineData("Telefono 0341 123456 per la verniciatura", "discovery.text-number")]
    [InlineData("Partita 12345678903, cerca verniciatura", "discovery.text-number")]
    [InlineData("Alfa cerca chi sappia verniciare", "discovery.text-name")]
    [InlineData("Chiamare Rappresentante, cerca verniciatura", "discovery.text-name")]
    [InlineData("Serve per la turbopompa criogenica", "discovery.text-product")]
    [InlineData("", "discovery.need-text-missing")]
    public async Task Given_a_text_that_tells_who_stands_behind_it_when_it_is_sent_then_it_is_refused_with_the_word(string text, string code)
    {
        var own = await _given.RegisteredAsync(_given.Lecco, 31, ("offers", "turbopompa criogenica su misura"));
        var id = await _given.CaseAsync(await _given.FirmAsync(_given.Lecco, 2), own);

        var refused = await _given.SendAsync(new SendNeed(id, text, _lastDay));

        Assert.Equal(code, refused.Refusal!.Code);
        Assert.Equal(0, await _given.ReadAsync(db => db.NeedCalls.CountAsync()));
    }

    [Fact]
    public async Task Given_a_need_when_a_desk_names_a_firm_then_the_firm_decides_and_only_then_names_are_known()
    {
        var firm = await _given.RegisteredAsync(_given.Como, 11, ("offers", "verniciatura industriale di lamiere"), ("allows-anonymous", ""));
        var need = await SentAsync();
        var seen = await _given.DoneAsync(_given.Como, new ShowNeed(need, null));
        Assert.Equal((firm, null), (Assert.Single(seen.Candidates).Id, seen.Candidates[0].Obstacle));
        await _given.DoneAsync(_given.Como, new AnswerNeed(_case, need, firm, false, null));

        var before = await _given.DoneAsync(_given.Lecco, new ShowNeed(need, null));
        var answer = Assert.Single(before.Answers);
        Assert.Equal((null, IntroductionStatus.WithFirm), (answer.Firm, answer.Status));
        var row = await _given.DoneAsync(_given.Lecco, new ShowIntroduction(answer.Introduction!.Value));
        Assert.Equal((null, null, null), (row.Firm, row.HoldingDesk, row.Card));
        var token = await TokenAsync();
        var asked = (await _given.SendAsAsync(Actor.Nobody, new ShowFirmIntroduction(token))).Value;
        Assert.Equal((null, "Cerchiamo chi faccia verniciatura a polvere."), (asked.Network, asked.Need));
        var who = (await _given.SendAsAsync(Actor.Nobody, new IdentifyAskedFirm(token))).Value.Actor;
        Assert.True((await _given.SendAsAsync(who, new AnswerAsFirm(_case, token, true, null))).Ok);

        var after = await _given.DoneAsync(_given.Lecco, new ShowNeed(need, null));
        Assert.Equal(("Registrata 11 Srl", IntroductionStatus.Introduced), (Assert.Single(after.Answers).Firm, after.Answers[0].Status));
        Assert.Equal(ParticipantStatus.Proposed, await _given.ReadAsync(db => db.Participants.Where(p => p.CaseId == _case && p.FirmId == firm).Select(p => p.Status).SingleAsync()));
    }

    [Fact]
    public async Task Given_answers_of_desks_when_the_asking_desk_looks_then_it_learns_numbers_and_reasons_but_no_desk()
    {
        var need = await SentAsync();
        await _given.DoneAsync(_given.Como, new AnswerNeed(_case, need, null, true, "Qui nessuno vernicia."));
        var firm = await _given.RegisteredAsync(_given.Monza, 12, ("offers", "verniciatura"));
        await _given.DoneAsync(_given.Monza, new AnswerNeed(_case, need, firm, false, null));

        var view = await _given.DoneAsync(_given.Lecco, new ShowNeed(need, null));
        Assert.Equal((2, 2, 1), (view.Need.Asked, view.Need.Answers, view.Need.FirmsNamed));
        Assert.Equal("Qui nessuno vernicia.", view.Answers.Single(a => a.Introduction is null).Reason);
        var history = (await _given.DoneAsync(_given.Lecco, new ShowHistory(_case, null))).Rows;
        Assert.All(history.Where(r => r.Who == "Persona Como" || r.Who == "Persona Monza" || r.Desk is "Desk di Como" or "Desk di Monza"), r => Assert.Fail(r.Sentence));
        var other = await _given.DoneAsync(_given.Como, new ShowNeed(need, null));
        Assert.Equal("Qui nessuno vernicia.", Assert.Single(other.Answers).Reason);
    }

    [Fact]
    public async Task Given_a_firm_that_may_not_be_asked_when_it_is_named_then_it_is_refused_and_asked_nothing()
    {
        var silent = await _given.RegisteredAsync(_given.Como, 13, ("allows-contact", ""));
        var mute = await _given.RegisteredAsync(_given.Como, 14, ("email", ""));
        var good = await _given.RegisteredAsync(_given.Como, 15);
        var need = await SentAsync();
        await _given.DoneAsync(_given.Como, new AnswerNeed(_case, need, good, false, null));

        Assert.Equal("discovery.need-no-contact", await CodeAsync(new AnswerNeed(_case, need, silent, false, null)));
        Assert.Equal("discovery.no-mailbox", await CodeAsync(new AnswerNeed(_case, need, mute, false, null)));
        Assert.Equal("discovery.need-firm-asked", await CodeAsync(new AnswerNeed(_case, need, good, false, null)));
        Assert.Equal("discovery.need-answer-missing", await CodeAsync(new AnswerNeed(_case, need, null, false, null)));
        Assert.Equal("discovery.need-reason-missing", await CodeAsync(new AnswerNeed(_case, need, null, true, " ")));
        _given.Actor = Actor.Of(_given.Monza);
        Assert.Equal(RefusalKind.NotFound, (await _given.SendAsync(new AnswerNeed(_case, need, good, false, null))).Refusal!.Kind);
        _given.Actor = Actor.Of(_given.Lecco);
        Assert.Equal(RefusalKind.NotFound, (await _given.SendAsync(new AnswerNeed(_case, need, good, false, null))).Refusal!.Kind);
        Assert.Equal(1, await _given.ReadAsync(db => db.Introductions.CountAsync()));
    }

    [Fact]
    public async Task Given_a_firm_named_for_a_need_when_its_card_is_found_and_asked_for_then_nothing_ties_the_two_together()
    {
        var firms = await _given.AlikeAsync(_given.Como, 41, 5, ("offers", "verniciatura a polvere"));
        var need = await SentAsync();
        await _given.DoneAsync(_given.Como, new AnswerNeed(_case, need, firms[0], false, null));

        var cards = (await _given.DoneAsync(_given.Lecco, new FindPartners(_case, new Facets { Division = "28" }))).Cards;
        Assert.Equal(5, cards.Count);
        Assert.All(cards, c => Assert.False(c.Asked));
        var key = (await _given.EntryAsync(firms[0])).CardKey!.Value;
        Assert.Equal("discovery.card-gone", await CodeAsync(new AskIntroduction(_case, key, "Ci piacerebbe conoscervi.")));
    }

    [Fact]
    public async Task Given_a_need_that_is_withdrawn_then_who_was_still_asked_is_asked_no_more_and_nobody_answers_any_more()
    {
        var firm = await _given.RegisteredAsync(_given.Como, 16);
        var need = await SentAsync();
        await _given.DoneAsync(_given.Como, new AnswerNeed(_case, need, firm, false, null));

        await _given.DoneAsync(_given.Lecco, new CloseNeed(_case, need, NeedEnding.Withdrawn));

        Assert.Equal(IntroductionStatus.Ended, await _given.ReadAsync(db => db.Introductions.Select(i => i.Status).SingleAsync()));
        Assert.Equal(2, await _given.ReadAsync(db => db.Outbox.CountAsync(m => m.Kind == "discovery.ended")));
        _given.Actor = Actor.Of(_given.Monza);
        Assert.Equal("discovery.need-closed", await CodeAsync(new AnswerNeed(_case, need, null, true, "Nessuna")));
        Assert.Equal("discovery.introduction-closed", (await _given.SendAsAsync(Actor.Nobody, new AnswerAsFirm(_case, await TokenAsync(), true, null))).Refusal!.Code);
        Assert.Equal(NeedEnding.Withdrawn, (await _given.DoneAsync(_given.Como, new ShowNeed(need, null))).Need.Ending);
    }

    [Fact]
    public async Task Given_the_last_day_is_over_then_need_and_introduction_end_by_themselves_and_once()
    {
        var need = await SentAsync();
        var firm = await _given.RegisteredAsync(_given.Como, 17);
        await _given.DoneAsync(_given.Como, new AnswerNeed(_case, need, firm, false, null));
        _given.Clock.Advance(TimeSpan.FromDays(40));

        Assert.Equal(2, await SweepAsync());
        Assert.Equal(0, await SweepAsync());

        Assert.Equal(NeedEnding.Expired, (await _given.DoneAsync(_given.Lecco, new ShowNeed(need, null))).Need.Ending);
        Assert.Equal(IntroductionStatus.Ended, await _given.ReadAsync(db => db.Introductions.Select(i => i.Status).SingleAsync()));
        Assert.Contains("discovery.need-closed", await _given.HistoryAsync(_case));
    }

    [Fact]
    public async Task Given_a_firm_named_for_a_need_when_it_takes_back_that_it_may_be_written_to_then_the_request_ends_at_once()
    {
        var firm = await _given.RegisteredAsync(_given.Como, 18);
        var need = await SentAsync();
        await _given.DoneAsync(_given.Como, new AnswerNeed(_case, need, firm, false, null));

        await _given.DoneAsync(_given.Como, new SaveFirmRecord(firm, new Dictionary<string, string> { ["allows-contact"] = "" }, null));

        Assert.Equal(IntroductionStatus.Ended, await _given.ReadAsync(db => db.Introductions.Select(i => i.Status).SingleAsync()));
    }

    [Fact]
    public async Task Given_a_desk_that_asks_and_asks_then_the_limit_of_the_week_refuses_and_a_wrong_day_too()
    {
        await using var given = await Given.NewAsync(services => services.AddSingleton(DiscoveryLimits.Default with { NeedsPerWeek = 1 }));
        var id = await given.CaseAsync(await given.FirmAsync(given.Lecco, 1));
        await given.DoneAsync(given.Lecco, new SendNeed(id, "Serve chi saldi.", _lastDay));

        Assert.Equal("discovery.need-too-many", (await given.SendAsync(new SendNeed(id, "Serve chi fonda.", _lastDay))).Refusal!.Code);
        Assert.Equal("discovery.need-day-range", (await given.SendAsync(new SendNeed(id, "Serve chi fonda.", new DateOnly(2026, 3, 10)))).Refusal!.Code);
        Assert.Equal("discovery.need-day-missing", (await given.SendAsync(new SendNeed(id, "Serve chi fonda.", null))).Refusal!.Code);
        given.Clock.Advance(TimeSpan.FromDays(8));
        Assert.True((await given.SendAsync(new SendNeed(id, "Serve chi fonda.", _lastDay))).Ok);
    }

    private async Task<Guid> SentAsync() => await _given.DoneAsync(_given.Lecco, new SendNeed(_case, "Cerchiamo chi faccia verniciatura a polvere.", _lastDay));

    private async Task<string> CodeAsync<T>(MediatR.IRequest<Result<T>> request) => (await _given.SendAsync(request)).Refusal!.Code;

    private async Task<string> TokenAsync()
    {
        var body = await _given.ReadAsync(db => db.Outbox.Where(m => m.Kind == "discovery.need-firm-asked").Select(m => m.Body).SingleAsync());
        return body[(body.LastIndexOf("/i/", StringComparison.Ordinal) + 3)..].Trim();
    }

    private Task<int> SweepAsync() => _given.Services.GetRequiredService<RequestSweep>().RunAsync(default);
}
