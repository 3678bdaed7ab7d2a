using Networks.Data;
using Networks.Data.Drafts;
using Networks.Data.EnterpriseNetworks;
using Networks.Data.Firms;
using Networks.Workflows.Common;
using Networks.Workflows.Intake.AddFirm;
using Networks.Workflows.Intake.ConfirmFirm;
using Networks.Workflows.Tests.Support;

namespace Networks.Workflows.Tests.Intake;

public sealed class ConfirmFirmTests : IAsyncLifetime
{
    private Given _given = null!;
    private FirmId _gamma;

    public async ValueTask InitializeAsync()
    {
        _given = await Given.NewAsync();
        _gamma = await _given.FirmAsync(_given.Como, 2, "Gamma Tessuti Srl");
    }

    public ValueTask DisposeAsync() => _given.DisposeAsync();

    [Fact]
    public async Task Given_a_proposed_firm_when_its_desk_looks_then_it_sees_who_asks_and_for_what_and_no_other_firm()
    {
        var (id, participant) = await ProposedAsync();
        _given.Actor = Actor.Of(_given.Como);

        var shown = (await _given.SendAsync(new ShowProposal(id, participant))).Value;

        Assert.Equal(("Desk di Lecco", Given.Need, "Gamma Tessuti Srl", false), (shown.AskingDesk, shown.Need, shown.Firm, shown.Answered));
        Assert.DoesNotContain("Alfa", $"{shown}", StringComparison.Ordinal);
        Assert.DoesNotContain("Rete Prova", $"{shown}", StringComparison.Ordinal);
    }

    [Fact]
    public async Task Given_a_proposed_firm_when_its_desk_says_yes_then_it_takes_part_and_the_asking_desk_learns_its_name()
    {
        var (id, participant) = await ProposedAsync();

        await _given.ConfirmedAsync(_given.Como, id, participant);

        Assert.Equal(ParticipantStatus.Active, (await _given.ParticipantAsync(id, _gamma)).Status);
        Assert.Equal(["confirm-firm Done confirmed", "complete-intake Open"], await _given.TasksAsync(id));
        var mail = (await _given.MailsAsync(id)).Last();
        Assert.Equal(("anna.riva@mail.example", "Rete Prova: Gamma Tessuti Srl partecipa"), (mail.To, mail.Subject));
        Assert.True((await _given.FirmAsync(_gamma)).Allows(ConsentPurpose.NameAfterConsent, new DateOnly(2026, 3, 10)));
    }

    [Fact]
    public async Task Given_a_proposed_firm_when_its_desk_says_no_then_only_the_reason_goes_out()
    {
        var (id, participant) = await ProposedAsync();

        await _given.DoneAsync(_given.Como, new ConfirmFirm(id, participant, FirmReply.DoesNot) { OperationId = Ids.New(_given.Clock), Reason = "ha già una rete simile" });

        Assert.Equal(ParticipantStatus.Declined, (await _given.ParticipantAsync(id, _gamma)).Status);
        Assert.Equal(["confirm-firm Done declined", "complete-intake Open"], await _given.TasksAsync(id));
        var mail = (await _given.MailsAsync(id)).Last();
        Assert.Contains("ha già una rete simile", mail.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("Gamma", mail.Subject + mail.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Given_an_answer_when_another_comes_then_the_first_one_stands()
    {
        var (id, participant) = await ProposedAsync();
        await _given.ConfirmedAsync(_given.Como, id, participant);
        _given.Actor = Actor.Of(_given.Como);

        var second = await _given.SendAsync(new ConfirmFirm(id, participant, FirmReply.DoesNot) { OperationId = Ids.New(_given.Clock), Reason = "no" });

        Assert.Equal("intake.already-answered", second.Refusal!.Code);
        Assert.Equal(ParticipantStatus.Active, (await _given.ParticipantAsync(id, _gamma)).Status);
    }

    [Theory]
    [InlineData(null, null, null, "intake.reply-missing")]
    [InlineData(FirmReply.TakesPart, null, null, "intake.how-missing")]
    [InlineData(FirmReply.DoesNot, null, " ", "intake.reason-missing")]
    public async Task Given_an_answer_with_something_missing_then_it_is_refused_at_the_field(FirmReply? reply, string? how, string? reason, string code)
    {
        var (id, participant) = await ProposedAsync();
        _given.Actor = Actor.Of(_given.Como);

        var answer = await _given.SendAsync(new ConfirmFirm(id, participant, reply) { OperationId = Ids.New(_given.Clock), How = how, Reason = reason });

        Assert.Equal(code, answer.Refusal!.Code);
    }

    [Fact]
    public async Task Given_the_leading_desk_when_it_answers_for_the_other_then_it_may_not()
    {
        var (id, participant) = await ProposedAsync();
        _given.Actor = Actor.Of(_given.Lecco);

        var answer = await _given.SendAsync(new ConfirmFirm(id, participant, FirmReply.TakesPart) { OperationId = Ids.New(_given.Clock), How = "phone" });

        Assert.Equal((RefusalKind.NotAllowed, "intake.not-your-firm"), (answer.Refusal!.Kind, answer.Refusal.Code));
    }

    [Fact]
    public async Task Given_a_desk_without_a_firm_here_when_it_looks_then_it_is_as_if_the_case_did_not_exist()
    {
        var (id, participant) = await ProposedAsync();
        _given.Actor = Actor.Of(_given.Monza);

        Assert.Equal("common.not-found", (await _given.SendAsync(new ShowProposal(id, participant))).Refusal!.Code);
    }

    [Fact]
    public async Task Given_a_final_round_opened_meanwhile_when_the_desk_says_yes_then_the_round_is_void()
    {
        var id = await _given.DraftingCaseAsync(1);
        await _given.DoneAsync(_given.Lecco, new AddFirm(id, InventedIdentifiers.Vat(2)) { OperationId = Ids.New(_given.Clock) });
        await _given.RoundAsync(id, RoundKind.Final);

        await _given.ConfirmedAsync(_given.Como, id, (await _given.ParticipantAsync(id, _gamma)).Id);

        Assert.Equal("prepare-text Open", (await _given.TasksAsync(id)).Last());
    }

    private async Task<(CaseId, ParticipantId)> ProposedAsync()
    {
        var alfa = await _given.FirmAsync(_given.Lecco, 1);
        var id = await _given.CaseAsync(alfa, _gamma);
        return (id, (await _given.ParticipantAsync(id, _gamma)).Id);
    }
}
