using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Drafts;
using Networks.Workflows.Access;
using Networks.Workflows.Common;
using Networks.Workflows.Drafting;
using Networks.Workflows.Drafting.ApproveDraft;
using Networks.Workflows.Drafting.AskToTalk;
using Networks.Workflows.Drafting.NameDecider;
using Networks.Workflows.Drafting.ObjectToClause;
using Networks.Workflows.Drafting.ReviseText;
using Networks.Workflows.Tests.Support;

namespace Networks.Workflows.Tests.Drafting;

public sealed class FirmAnswersTests : IAsyncLifetime
{
    private Given _given = null!;

    public async ValueTask InitializeAsync() => _given = await Given.NewAsync();

    public ValueTask DisposeAsync() => _given.DisposeAsync();

    [Fact]
    public async Task Given_an_open_round_when_a_firm_approves_then_it_counts_and_gets_a_receipt_with_the_fingerprint()
    {
        var id = await _given.CaseInRoundAsync();

        var answered = await _given.ApproveAsync(id, 1);

        Assert.Equal(FirmAnswered.Recorded, answered.Value);
        var answer = (await _given.RoundAsync(id)).AnswerOf(await _given.ParticipantAsync(id, 1))!;
        var hash = await _given.ReadAsync(db => db.Drafts.Where(d => d.CaseId == id).Select(d => d.TextHash).SingleAsync());
        Assert.Equal((FirmDecision.Approved, hash), (answer.Decision, answer.ApprovedHash));
        Assert.Contains(hash, (await _given.MailAsync(id, 1, "drafting.receipt")).Body, StringComparison.Ordinal);
        Assert.Contains("decide-on-text Done approved", await _given.TasksAsync(id));
        Assert.Contains("drafting.text-approved", await _given.HistoryAsync(id));
    }

    [Fact]
    public async Task Given_the_last_yes_to_a_working_text_then_the_round_closes_and_the_desk_goes_on()
    {
        var id = await _given.CaseInRoundAsync();

        await _given.ApproveAsync(id, 1);
        await _given.ApproveAsync(id, 2);

        Assert.Equal(RoundStatus.Closed, (await _given.RoundAsync(id)).Status);
        Assert.Equal("prepare-text Open", (await _given.TasksAsync(id))[^1]);
    }

    [Fact]
    public async Task Given_the_last_two_answers_at_the_same_moment_then_the_case_goes_on_once()
    {
        var id = await _given.CaseInRoundAsync();
        var first = await _given.FirmOpensAsync(id, 1);
        var firstActor = _given.Actor;
        var second = await _given.FirmOpensAsync(id, 2);
        var secondActor = _given.Actor;

        await Task.WhenAll(
            _given.SendAsAsync(firstActor, new ApproveDraft(id, first.Token, first.Round, first.Name, null)),
            _given.SendAsAsync(secondActor, new ApproveDraft(id, second.Token, second.Round, second.Name, null)));

        Assert.Equal(2, (await _given.TasksAsync(id)).Count(t => t == "decide-on-text Done approved"));
        Assert.Equal(1, (await _given.TasksAsync(id)).Count(t => t == "prepare-text Open"));
        Assert.Equal(RoundStatus.Closed, (await _given.RoundAsync(id)).Status);
    }

    [Fact]
    public async Task Given_a_button_pressed_twice_then_one_answer_is_recorded()
    {
        var id = await _given.CaseInRoundAsync(firms: 3);
        var firm = await _given.FirmOpensAsync(id, 1);
        var request = new ApproveDraft(id, firm.Token, firm.Round, firm.Name, null) { OperationId = Ids.New(_given.Clock) };

        var answers = new[] { await _given.SendAsync(request), await _given.SendAsync(request), await _given.SendAsync(request with { OperationId = Ids.New(_given.Clock) }) };

        Assert.All(answers, a => Assert.Equal(FirmAnswerOutcome.Recorded, a.Value.Outcome));
        Assert.Single(await _given.HistoryAsync(id), e => e == "drafting.text-approved");
        Assert.Equal(1, await _given.ReadAsync(db => db.Outbox.CountAsync(m => m.Kind == "drafting.receipt")));
    }

    [Theory]
    [InlineData("numero1 RAPPRESENTANTE")]
    [InlineData("  Rappresentánte   Numero1 ")]
    [InlineData("Rappresentante-Numero1")]
    public async Task Given_the_representatives_name_in_another_order_case_or_accent_then_it_counts(string typed)
    {
        var id = await _given.CaseInRoundAsync();
        var firm = await _given.FirmOpensAsync(id, 1);

        Assert.Equal(FirmAnswered.Recorded, (await _given.SendAsync(new ApproveDraft(id, firm.Token, firm.Round, typed, null))).Value);
    }

    [Fact]
    public async Task Given_another_name_when_approving_then_it_is_kept_as_a_comment_and_told_to_the_desk()
    {
        var id = await _given.CaseInRoundAsync();
        var firm = await _given.FirmOpensAsync(id, 1);

        var answered = await _given.SendAsync(new ApproveDraft(id, firm.Token, firm.Round, "Altra Persona", null));

        Assert.Equal(FirmAnswered.Kept, answered.Value);
        var answer = (await _given.RoundAsync(id)).AnswerOf(await _given.ParticipantAsync(id, 1))!;
        Assert.Equal((FirmDecision.None, "Altra Persona"), (answer.Decision, answer.TypedName));
        Assert.Contains("drafting.name-differs", await _given.HistoryAsync(id));
        Assert.Equal(2, (await _given.TasksAsync(id)).Count(t => t == "decide-on-text Open"));
    }

    [Fact]
    public async Task Given_the_last_firm_objects_then_the_round_waits_for_the_desk()
    {
        var id = await _given.CaseInRoundAsync();
        await _given.ApproveAsync(id, 1);
        var firm = await _given.FirmOpensAsync(id, 2);

        var answered = await _given.SendAsync(new ObjectToClause(id, firm.Token, firm.Round, firm.Name, "3", "La quota è troppo alta"));

        Assert.True(answered.Ok);
        Assert.Equal(RoundStatus.Open, (await _given.RoundAsync(id)).Status);
        Assert.Equal(["answer-objection Open", "decide-on-text Done objected"], (await _given.TasksAsync(id)).Where(t => t.Contains("object", StringComparison.Ordinal)).Order());
    }

    [Fact]
    public async Task Given_an_approval_when_the_firm_changes_its_mind_then_it_objects_and_may_approve_again()
    {
        var id = await _given.CaseInRoundAsync();
        await _given.ApproveAsync(id, 1);
        var firm = await _given.FirmOpensAsync(id, 1);

        await _given.SendAsync(new ObjectToClause(id, firm.Token, firm.Round, firm.Name, null, "Ho riletto"));
        Assert.Contains("answer-objection Open", await _given.TasksAsync(id));
        await _given.ApproveAsync(id, 1);

        Assert.Contains("answer-objection Done approved", await _given.TasksAsync(id));
        Assert.Equal(FirmDecision.Approved, (await _given.RoundAsync(id)).AnswerOf(await _given.ParticipantAsync(id, 1))!.Decision);
    }

    [Fact]
    public async Task Given_a_firm_that_wants_to_talk_then_its_desk_is_to_call()
    {
        var id = await _given.CaseInRoundAsync();
        var firm = await _given.FirmOpensAsync(id, 1);

        Assert.True((await _given.SendAsync(new AskToTalk(id, firm.Token, firm.Round, firm.Name, "Domani mattina"))).Ok);

        Assert.Contains("call-firm Open", await _given.TasksAsync(id));
        Assert.Contains("decide-on-text Done talk", await _given.TasksAsync(id));
    }

    [Fact]
    public async Task Given_somebody_else_decides_then_the_wish_goes_to_the_desk_and_nobody_is_written_to()
    {
        var id = await _given.CaseInRoundAsync();
        var firm = await _given.FirmOpensAsync(id, 1);
        var mails = await _given.ReadAsync(db => db.Outbox.CountAsync());

        Assert.True((await _given.SendAsync(new NameDecider(id, firm.Token, firm.Round, "Bianca Neri", "bianca@altrove.example"))).Ok);

        Assert.Contains("call-firm Open", await _given.TasksAsync(id));
        Assert.Contains("drafting.decider-named", await _given.HistoryAsync(id));
        Assert.Equal(mails, await _given.ReadAsync(db => db.Outbox.CountAsync()));
    }

    [Fact]
    public async Task Given_a_revised_text_when_an_older_page_approves_then_it_is_told_that_the_text_has_moved()
    {
        var id = await _given.CaseInRoundAsync();
        var firm = await _given.FirmOpensAsync(id, 1);
        var actor = _given.Actor;
        await _given.DoneAsync(_given.Lecco, new ReviseText(id, "quota da rivedere"));

        var answer = await _given.SendAsAsync(actor, new ApproveDraft(id, firm.Token, firm.Round, firm.Name, null));

        Assert.Equal("drafting.text-moved", answer.Refusal?.Code);
    }

    [Fact]
    public async Task Given_the_last_day_has_passed_then_an_answer_is_refused_with_the_desk_to_call()
    {
        var id = await _given.CaseInRoundAsync();
        var firm = await _given.FirmOpensAsync(id, 1);
        _given.Clock.GoTo(new DateOnly(2026, 3, 25));

        var answer = await _given.SendAsync(new ApproveDraft(id, firm.Token, firm.Round, firm.Name, null));

        Assert.Equal("drafting.round-over", answer.Refusal?.Code);
        Assert.Contains("Desk di Lecco", answer.Refusal!.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Given_a_link_of_another_case_then_nothing_can_be_done_with_it()
    {
        var id = await _given.CaseInRoundAsync();
        var firm = await _given.FirmOpensAsync(id, 1);
        var other = CaseId.New(_given.Clock);

        var answer = await _given.SendAsync(new ApproveDraft(other, firm.Token, firm.Round, firm.Name, null));

        Assert.Equal(RefusalKind.NotFound, answer.Refusal?.Kind);
        Assert.Equal(RefusalKind.NotFound, (await _given.SendAsync(new IdentifyLink(LinkToken.New()))).Refusal?.Kind);
    }

    [Fact]
    public async Task Given_the_token_of_another_firm_then_the_answer_is_not_recorded()
    {
        var id = await _given.CaseInRoundAsync();
        var second = await _given.FirmOpensAsync(id, 2);
        var first = await _given.FirmOpensAsync(id, 1);

        var answer = await _given.SendAsync(new ApproveDraft(id, second.Token, first.Round, first.Name, null));

        Assert.Equal(RefusalKind.NotFound, answer.Refusal?.Kind);
    }
}
