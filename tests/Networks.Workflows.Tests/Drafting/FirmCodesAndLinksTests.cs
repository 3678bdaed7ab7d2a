using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Drafts;
using Networks.Workflows.Common;
using Networks.Workflows.Drafting;
using Networks.Workflows.Drafting.ApproveDraft;
using Networks.Workflows.Drafting.RenewLink;
using Networks.Workflows.Drafting.ReviseText;
using Networks.Workflows.Drafting.SendCode;
using Networks.Workflows.Drafting.ShowFirmPage;
using Networks.Workflows.Mail;
using Networks.Workflows.Tests.Support;

namespace Networks.Workflows.Tests.Drafting;

public sealed class FirmCodesAndLinksTests : IAsyncLifetime
{
    private Given _given = null!;

    public async ValueTask InitializeAsync() => _given = await Given.NewAsync();

    public ValueTask DisposeAsync() => _given.DisposeAsync();

    [Fact]
    public async Task Given_the_final_round_when_a_firm_approves_with_its_code_then_the_frozen_hash_is_approved()
    {
        var id = await _given.CaseInRoundAsync(RoundKind.Final);
        var code = await AskCodeAsync(id, 1);

        var answered = await _given.ApproveAsync(id, 1, code);

        Assert.Equal(FirmAnswered.Recorded, answered.Value);
        var frozen = await _given.ReadAsync(db => db.Drafts.Where(d => d.CaseId == id).Select(d => d.FrozenHash).SingleAsync());
        Assert.Equal(frozen, (await _given.RoundAsync(id)).AnswerOf(await _given.ParticipantAsync(id, 1))!.ApprovedHash);
    }

    [Fact]
    public async Task Given_every_yes_to_the_final_text_then_signing_begins()
    {
        var id = await _given.CaseInRoundAsync(RoundKind.Final);

        await _given.ApproveAsync(id, 1, await AskCodeAsync(id, 1));
        await _given.ApproveAsync(id, 2, await AskCodeAsync(id, 2));

        Assert.Equal(["upload-signed Open", "upload-signed Open"], (await _given.TasksAsync(id))[^2..]);
    }

    [Fact]
    public async Task Given_the_final_round_when_there_is_no_code_then_it_is_asked_for()
    {
        var id = await _given.CaseInRoundAsync(RoundKind.Final);

        Assert.Equal("drafting.code-missing", (await _given.ApproveAsync(id, 1)).Refusal?.Code);
    }

    [Fact]
    public async Task Given_a_code_when_it_was_used_then_it_is_not_good_again()
    {
        var id = await _given.CaseInRoundAsync(RoundKind.Final);
        var code = await AskCodeAsync(id, 1);
        await _given.ApproveAsync(id, 1, code);
        var firm = await _given.ParticipantAsync(id, 1);
        await _given.WriteAsync(async db => (await db.ApprovalRounds.SingleAsync()).Answers.Single(a => a.ParticipantId == firm).AskAgain());

        Assert.Equal(FirmAnswerOutcome.CodeUnusable, (await _given.ApproveAsync(id, 1, code)).Value.Outcome);
    }

    [Fact]
    public async Task Given_a_code_when_ten_minutes_have_passed_then_it_is_not_good_any_more()
    {
        var id = await _given.CaseInRoundAsync(RoundKind.Final);
        var code = await AskCodeAsync(id, 1);
        _given.Clock.Advance(TimeSpan.FromMinutes(10));

        Assert.Equal(FirmAnswerOutcome.CodeUnusable, (await _given.ApproveAsync(id, 1, code)).Value.Outcome);
    }

    [Fact]
    public async Task Given_a_code_when_it_is_wrong_five_times_then_the_right_one_is_not_taken_either()
    {
        var id = await _given.CaseInRoundAsync(RoundKind.Final);
        var code = await AskCodeAsync(id, 1);
        var wrong = code == "000000" ? "000001" : "000000";

        var tries = new List<FirmAnswered>();
        for (var i = 0; i < 5; i++)
        {
            tries.Add((await _given.ApproveAsync(id, 1, wrong)).Value);
        }

        Assert.Equal([4, 3, 2, 1, 0], tries.Select(t => t.TriesLeft));
        Assert.Equal(FirmAnswerOutcome.CodeUnusable, tries[^1].Outcome);
        Assert.Equal(FirmAnswerOutcome.CodeUnusable, (await _given.ApproveAsync(id, 1, code)).Value.Outcome);
        Assert.Equal(FirmDecision.None, (await _given.RoundAsync(id)).AnswerOf(await _given.ParticipantAsync(id, 1))!.Decision);
    }

    [Fact]
    public async Task Given_the_code_of_another_firm_or_of_another_round_then_it_is_not_taken()
    {
        var id = await _given.CaseInRoundAsync(RoundKind.Final);
        var other = await AskCodeAsync(id, 2);
        var own = await AskCodeAsync(id, 1);
        Assert.NotEqual(FirmAnswerOutcome.Recorded, other == own ? FirmAnswerOutcome.CodeWrong : (await _given.ApproveAsync(id, 1, other)).Value.Outcome);

        await _given.DoneAsync(_given.Lecco, new ReviseText(id, "un refuso"));
        await _given.DoneAsync(_given.Lecco, await _given.RoundOfAsync(id, RoundKind.Final));

        Assert.Equal(FirmAnswerOutcome.CodeUnusable, (await _given.ApproveAsync(id, 1, own)).Value.Outcome);
    }

    [Fact]
    public async Task Given_a_newer_code_then_the_older_one_is_not_taken()
    {
        var id = await _given.CaseInRoundAsync(RoundKind.Final);
        var older = await AskCodeAsync(id, 1);
        _given.Clock.Advance(TimeSpan.FromMinutes(1));
        var newer = await AskCodeAsync(id, 1);

        Assert.Equal(older == newer ? FirmAnswerOutcome.Recorded : FirmAnswerOutcome.CodeWrong, (await _given.ApproveAsync(id, 1, older)).Value.Outcome);
        Assert.Equal(FirmAnswerOutcome.Recorded, (await _given.ApproveAsync(id, 1, newer)).Value.Outcome);
    }

    [Fact]
    public async Task Given_five_codes_in_an_hour_then_no_sixth_is_sent_until_the_hour_has_passed()
    {
        var id = await _given.CaseInRoundAsync(RoundKind.Final);
        for (var i = 0; i < 5; i++)
        {
            await AskCodeAsync(id, 1);
            _given.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        var firm = await _given.FirmOpensAsync(id, 1);
        Assert.Equal("drafting.codes-too-many", (await _given.SendAsync(new SendCode(id, firm.Token, firm.Round))).Refusal?.Code);
        _given.Clock.Advance(TimeSpan.FromMinutes(55));
        Assert.True((await _given.SendAsync(new SendCode(id, firm.Token, firm.Round))).Ok);
    }

    [Fact]
    public async Task Given_another_name_when_approving_then_the_code_is_not_used_up()
    {
        var id = await _given.CaseInRoundAsync(RoundKind.Final);
        var code = await AskCodeAsync(id, 1);
        var firm = await _given.FirmOpensAsync(id, 1);

        Assert.Equal(FirmAnswered.Kept, (await _given.SendAsync(new ApproveDraft(id, firm.Token, firm.Round, "Altra Persona", code))).Value);
        Assert.Equal(FirmAnswered.Recorded, (await _given.ApproveAsync(id, 1, code)).Value);
    }

    [Fact]
    public async Task Given_a_new_round_then_the_link_of_the_older_is_replaced_and_gets_a_fresh_one_to_the_same_address()
    {
        var id = await _given.CaseInRoundAsync();
        var older = await _given.FirmOpensAsync(id, 1);
        var actor = _given.Actor;
        await _given.DoneAsync(_given.Lecco, new ReviseText(id, "quota"));
        await _given.DraftAsync(id, "Un testo nuovo");
        await _given.DoneAsync(_given.Lecco, await _given.RoundOfAsync(id, RoundKind.Working));

        Assert.Equal(FirmPageState.LinkReplaced, (await _given.SendAsAsync(actor, new ShowFirmPage(id, older.Token))).Value.State);
        Assert.Equal("drafting.link-replaced", (await _given.SendAsAsync(actor, new ApproveDraft(id, older.Token, older.Round, older.Name, null))).Refusal?.Code);
        Assert.True((await _given.SendAsAsync(actor, new RenewLink(id, older.Token))).Ok);
        Assert.Equal("firm1@mail.example", (await _given.MailAsync(id, 1, MailKinds.LinkRenewed)).To);
        Assert.Equal(FirmAnswered.Recorded, (await _given.ApproveAsync(id, 1)).Value);
    }

    [Fact]
    public async Task Given_an_expired_link_then_it_only_explains_itself_and_three_fresh_ones_an_hour_are_enough()
    {
        var id = await _given.CaseInRoundAsync();
        var firm = await _given.FirmOpensAsync(id, 1);
        _given.Clock.GoTo(new DateOnly(2026, 4, 24));

        Assert.Equal(FirmPageState.LinkExpired, (await _given.SendAsync(new ShowFirmPage(id, firm.Token))).Value.State);
        Assert.Equal("drafting.link-expired", (await _given.SendAsync(new ApproveDraft(id, firm.Token, firm.Round, firm.Name, null))).Refusal?.Code);
        for (var i = 0; i < 3; i++)
        {
            Assert.True((await _given.SendAsync(new RenewLink(id, firm.Token))).Ok);
        }

        Assert.Equal("drafting.links-too-many", (await _given.SendAsync(new RenewLink(id, firm.Token))).Refusal?.Code);
    }

    private async Task<string> AskCodeAsync(CaseId id, int place)
    {
        var firm = await _given.FirmOpensAsync(id, place);
        var sent = await _given.SendAsync(new SendCode(id, firm.Token, firm.Round));
        Assert.True(sent.Ok, sent.Refusal?.Code);
        return await _given.CodeAsync(id, place);
    }
}
