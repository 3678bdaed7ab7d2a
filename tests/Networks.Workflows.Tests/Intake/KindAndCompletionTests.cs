using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Drafts;
using Networks.Data.EnterpriseNetworks;
using Networks.Data.Firms;
using Networks.Workflows.Common;
using Networks.Workflows.Intake.ChooseKind;
using Networks.Workflows.Intake.CompleteIntake;
using Networks.Workflows.Intake.OpenCase;
using Networks.Workflows.Tests.Support;

namespace Networks.Workflows.Tests.Intake;

public sealed class KindAndCompletionTests : IAsyncLifetime
{
    private Given _given = null!;

    public async ValueTask InitializeAsync() => _given = await Given.NewAsync();

    public ValueTask DisposeAsync() => _given.DisposeAsync();

    [Fact]
    public async Task Given_a_text_in_a_round_when_the_kind_changes_with_the_tick_then_the_text_goes_back_to_the_desk()
    {
        var id = await _given.DraftingCaseAsync(2);
        await _given.RoundAsync(id, RoundKind.Working);
        var change = Ask(id, NetworkKind.LegalEntity, SignatureForm.NotarialDeed);
        _given.Actor = Actor.Of(_given.Lecco);

        var without = await _given.SendAsync(change);
        var with = await _given.DoneAsync(_given.Lecco, change with { OperationId = Ids.New(_given.Clock), RepeatRound = true });

        Assert.Equal("intake.text-would-change", without.Refusal!.Code);
        Assert.True(with.TextChanged);
        Assert.Equal("prepare-text Open", (await _given.TasksAsync(id)).Last());
        Assert.Contains("intake.kind-legal-entity-chosen", await _given.HistoryAsync(id));
        Assert.Contains("intake.form-notarial-deed-chosen", await _given.HistoryAsync(id));
    }

    [Fact]
    public async Task Given_a_choice_made_meanwhile_when_another_officer_chooses_then_the_refusal_says_who_was_first()
    {
        var id = await _given.CaseAsync(await _given.FirmAsync(_given.Lecco, 1));
        await _given.DoneAsync(_given.Lecco, Ask(id, NetworkKind.LegalEntity, SignatureForm.NotarialDeed));

        var second = await _given.SendAsync(Ask(id, NetworkKind.Contractual, SignatureForm.DigitalAuthenticated));

        Assert.Equal("intake.kind-changed", second.Refusal!.Code);
        Assert.Contains("Persona Lecco", second.Refusal.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Given_a_professional_when_a_contractual_network_is_chosen_then_it_is_refused()
    {
        var id = await _given.CaseAsync(await _given.FirmAsync(_given.Lecco, 1), await _given.FirmAsync(_given.Lecco, 2));
        await _given.DoneAsync(_given.Lecco, Ask(id, NetworkKind.LegalEntity, null));
        await _given.WriteAsync(async db => (await db.Firms.FirstAsync()).RegisterStatus = RegisterStatus.Professional);

        var answer = await _given.SendAsync(Ask(id, NetworkKind.Contractual, null) with { WasKind = NetworkKind.LegalEntity, WasForm = null });

        Assert.Equal(("rules.join-professional-contractual", "kind"), (answer.Refusal!.Code, answer.Refusal.Field));
    }

    [Theory]
    [InlineData(NetworkKind.LegalEntity, SignatureForm.DigitalStandardModel, "rules.form-standard-model-refused")]
    [InlineData(null, SignatureForm.NotarialDeed, "intake.kind-missing")]
    public async Task Given_a_choice_that_does_not_fit_then_it_is_refused(NetworkKind? kind, SignatureForm form, string code)
    {
        var id = await _given.CaseAsync(await _given.FirmAsync(_given.Lecco, 1));

        var answer = await _given.SendAsync(Ask(id, kind, form));

        Assert.Equal(code, answer.Refusal!.Code);
    }

    [Fact]
    public async Task Given_an_undecided_network_with_unnamed_and_unconfirmed_firms_when_reviewed_then_everything_missing_is_listed()
    {
        await _given.FirmAsync(_given.Como, 2);
        var opened = await _given.DoneAsync(_given.Lecco, new OpenCase(Given.Need, $"{InventedIdentifiers.Vat(7)}\n{InventedIdentifiers.Vat(2)}") { OperationId = Ids.New(_given.Clock) });

        var review = await _given.DoneAsync(_given.Lecco, new ReviewIntake(opened.Case));

        Assert.Equal(["intake.gap-kind", "intake.gap-form", "intake.gap-unconfirmed", "intake.gap-name"], review.Gaps.Where(g => g.Blocks).Select(g => g.Code));
        Assert.Equal(
            ["intake.gap-one-firm", "rules.join-to-verify", "intake.gap-privacy", "intake.gap-mailbox", "intake.gap-representative"],
            review.Gaps.Where(g => !g.Blocks).Select(g => g.Code));
        Assert.False(review.CanComplete);
    }

    [Fact]
    public async Task Given_something_missing_when_the_intake_is_completed_then_all_of_it_is_told()
    {
        var opened = await _given.DoneAsync(_given.Lecco, new OpenCase(Given.Need, InventedIdentifiers.Vat(7)) { OperationId = Ids.New(_given.Clock) });

        var answer = await _given.SendAsync(new CompleteIntake(opened.Case) { OperationId = Ids.New(_given.Clock) });

        Assert.Equal(["intake.not-complete", "intake.gap-kind", "intake.gap-form", "intake.gap-name"], answer.Refusal!.All.Select(r => r.Code));
    }

    [Fact]
    public async Task Given_one_firm_only_when_the_intake_is_completed_then_drafting_begins()
    {
        var id = await _given.CaseAsync(await _given.FirmAsync(_given.Lecco, 1));

        await _given.DoneAsync(_given.Lecco, new CompleteIntake(id) { OperationId = Ids.New(_given.Clock) });

        Assert.Equal(["complete-intake Done complete", "prepare-text Open"], await _given.TasksAsync(id));
        Assert.Equal("intake.already-complete", (await _given.SendAsync(new CompleteIntake(id) { OperationId = Ids.New(_given.Clock) })).Refusal!.Code);
    }

    private ChooseKind Ask(CaseId id, NetworkKind? kind, SignatureForm? form) => new(id, kind, form)
    {
        OperationId = Ids.New(_given.Clock),
        WasKind = NetworkKind.Contractual,
        WasForm = SignatureForm.DigitalStandardModel,
    };
}
