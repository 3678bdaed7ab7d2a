using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Drafts;
using Networks.Data.EnterpriseNetworks;
using Networks.Data.Outbox;
using Networks.Workflows.Common;
using Networks.Workflows.Intake.RemoveFirm;
using Networks.Workflows.Tests.Support;

namespace Networks.Workflows.Tests.Intake;

public sealed class RemoveFirmTests : IAsyncLifetime
{
    private Given _given = null!;

    public async ValueTask InitializeAsync() => _given = await Given.NewAsync();

    public ValueTask DisposeAsync() => _given.DisposeAsync();

    [Fact]
    public async Task Given_an_open_round_with_an_approval_when_a_firm_leaves_then_the_preview_and_the_act_agree()
    {
        var id = await _given.DraftingCaseAsync(3);
        var round = await _given.RoundAsync(id, RoundKind.Working);
        var first = await FirstAsync(id);
        await ApproveAsync(round, first.Id);
        await MailAndLinkAsync(id, first.Id);

        var preview = await _given.DoneAsync(_given.Lecco, new PreviewRemoval(id, first.Id));
        var removed = await _given.DoneAsync(_given.Lecco, Ask(id, first.Id));

        Assert.Equal((1, 1, 1, true, 2), (preview.Round, preview.Approvals, preview.MailsDropped, preview.LinkEnds, preview.Left));
        Assert.Equal(new RemovedFirm(2, BelowTwo: false, RoundClosed: true), removed);
        Assert.Equal(RoundStatus.Superseded, await _given.ReadAsync(db => db.ApprovalRounds.Select(r => r.Status).SingleAsync()));
        Assert.Equal("prepare-text Open", (await _given.TasksAsync(id)).Last());
        Assert.DoesNotContain("decide-on-text Open", await _given.TasksAsync(id));
        Assert.Equal(OutboxStatus.Dropped, Assert.Single(await _given.MailsAsync(id)).Status);
        Assert.NotNull(await _given.ReadAsync(db => db.FirmLinks.Select(l => l.ReplacedAt).SingleAsync()));
        Assert.Contains("intake.firm-removed", await _given.HistoryAsync(id));
    }

    [Fact]
    public async Task Given_two_firms_when_one_leaves_then_it_says_that_one_is_not_enough()
    {
        var id = await _given.DraftingCaseAsync(2);
        var first = await FirstAsync(id);

        var preview = await _given.DoneAsync(_given.Lecco, new PreviewRemoval(id, first.Id));
        var removed = await _given.DoneAsync(_given.Lecco, Ask(id, first.Id));

        Assert.True(preview.BelowTwo);
        Assert.Equal((1, true), (removed.Left, removed.BelowTwo));
        Assert.Equal(["complete-intake Done complete", "prepare-text Open"], await _given.TasksAsync(id));
    }

    [Fact]
    public async Task Given_the_reference_enterprise_when_it_leaves_then_the_role_is_vacant()
    {
        var id = await _given.DraftingCaseAsync(3);
        var first = await FirstAsync(id);
        await _given.WriteAsync(async db => (await db.EnterpriseNetworks.SingleAsync()).ReferenceEnterprise = new ReferenceEnterprise(first.Id));

        var preview = await _given.DoneAsync(_given.Lecco, new PreviewRemoval(id, first.Id));
        await _given.DoneAsync(_given.Lecco, Ask(id, first.Id));

        Assert.Equal(["intake.role-reference-enterprise"], preview.Roles);
        Assert.Null(await _given.ReadAsync(db => db.EnterpriseNetworks.Select(n => n.ReferenceEnterprise).SingleAsync()));
    }

    [Fact]
    public async Task Given_a_deed_when_a_firm_is_removed_then_the_refusal_names_amendment_and_withdrawal()
    {
        var id = await _given.DraftingCaseAsync(2);
        await _given.WriteAsync(async db => (await db.Cases.SingleAsync()).DeedOn = new DateOnly(2026, 3, 9));
        _given.Actor = Actor.Of(_given.Lecco);

        var answer = await _given.SendAsync(Ask(id, (await FirstAsync(id)).Id));

        Assert.Equal("intake.leaves-after-deed", answer.Refusal!.Code);
        Assert.Contains("atto modificativo", answer.Refusal.Text, StringComparison.Ordinal);
        Assert.Contains("recesso", answer.Refusal.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Given_a_proposal_when_it_is_taken_back_then_the_other_desk_is_told_and_gains_no_right_to_the_case()
    {
        var alfa = await _given.FirmAsync(_given.Lecco, 1);
        var gamma = await _given.FirmAsync(_given.Como, 2, "Gamma Tessuti Srl");
        var id = await _given.CaseAsync(alfa, gamma);
        var participant = await _given.ParticipantAsync(id, gamma);

        await _given.DoneAsync(_given.Lecco, Ask(id, participant.Id));

        Assert.Equal(["confirm-firm Left left", "complete-intake Open"], await _given.TasksAsync(id));
        var mail = (await _given.MailsAsync(id)).Last();
        Assert.Equal("bruno.testa@mail.example", mail.To);
        Assert.DoesNotContain("Rete Prova", mail.Subject + mail.Body, StringComparison.Ordinal);
        _given.Actor = Actor.Of(_given.Como);
        Assert.Equal("common.not-found", (await _given.SendAsync(new PreviewRemoval(id, participant.Id))).Refusal!.Code);
    }

    [Fact]
    public async Task Given_another_desks_firm_when_a_third_desk_of_the_case_removes_it_then_it_may_not()
    {
        var alfa = await _given.FirmAsync(_given.Lecco, 1);
        var gamma = await _given.FirmAsync(_given.Como, 2);
        var id = await _given.CaseAsync(alfa, gamma);
        await _given.ConfirmedAsync(_given.Como, id, (await _given.ParticipantAsync(id, gamma)).Id);
        _given.Actor = Actor.Of(_given.Como);

        var foreign = await _given.SendAsync(Ask(id, (await _given.ParticipantAsync(id, alfa)).Id));
        var own = await _given.SendAsync(Ask(id, (await _given.ParticipantAsync(id, gamma)).Id));

        Assert.Equal("intake.not-your-firm", foreign.Refusal!.Code);
        Assert.True(own.Ok, own.Refusal?.Code);
        Assert.Equal("anna.riva@mail.example", (await _given.MailsAsync(id)).Last().To);
    }

    [Fact]
    public async Task Given_no_reason_when_a_firm_is_removed_then_it_is_refused_at_the_field()
    {
        var id = await _given.DraftingCaseAsync(2);
        _given.Actor = Actor.Of(_given.Lecco);

        var answer = await _given.SendAsync(Ask(id, (await FirstAsync(id)).Id) with { Reason = " " });

        Assert.Equal(("intake.reason-missing", "reason"), (answer.Refusal!.Code, answer.Refusal.Field));
    }

    private RemoveFirm Ask(CaseId id, ParticipantId participant) => new(id, participant, "non è più interessata") { OperationId = Ids.New(_given.Clock) };

    private Task<Participant> FirstAsync(CaseId id) => _given.ReadAsync(db => db.Participants.Where(p => p.CaseId == id).OrderBy(p => p.Order).FirstAsync());

    private Task ApproveAsync(RoundId round, ParticipantId participant) => _given.WriteAsync(async db =>
        (await db.ApprovalRounds.SingleAsync(r => r.Id == round)).AnswerOf(participant)!.Record(FirmDecision.Approved, "Rappresentante", null, null, "h", _given.Clock.GetUtcNow()));

    private Task MailAndLinkAsync(CaseId id, ParticipantId participant) => _given.WriteAsync(db =>
    {
        db.Add(new OutboxMessage(Ids.New(_given.Clock), "drafting.round-opened", "firm1@mail.example", "s", "b", _given.Clock.GetUtcNow()) { CaseId = id, ParticipantId = participant });
        db.Add(new FirmLink(Ids.New(_given.Clock), id, participant, new string('c', 64), new DateOnly(2026, 3, 27), _given.Clock.GetUtcNow()));
        return Task.CompletedTask;
    });
}
