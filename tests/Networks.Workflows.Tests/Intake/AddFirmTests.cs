using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Drafts;
using Networks.Data.EnterpriseNetworks;
using Networks.Workflows.Common;
using Networks.Workflows.Intake.AddFirm;
using Networks.Workflows.Tests.Support;

namespace Networks.Workflows.Tests.Intake;

public sealed class AddFirmTests : IAsyncLifetime
{
    private Given _given = null!;

    public async ValueTask InitializeAsync() => _given = await Given.NewAsync();

    public ValueTask DisposeAsync() => _given.DisposeAsync();

    [Fact]
    public async Task Given_a_working_round_when_a_firm_of_the_desk_joins_then_it_is_asked_in_the_same_round()
    {
        var id = await _given.DraftingCaseAsync(2);
        var round = await _given.RoundAsync(id, RoundKind.Working);
        await _given.FirmAsync(_given.Lecco, 3);

        var added = await AddAsync(id, InventedIdentifiers.Vat(3));

        Assert.Equal(new AddedFirms(1, 0, RoundVoided: false), added);
        Assert.Equal(3, (await _given.TasksAsync(id)).Count(t => t == "decide-on-text Open"));
        Assert.Equal((3, RoundStatus.Open), await _given.ReadAsync(async db =>
        {
            var read = await db.ApprovalRounds.SingleAsync(r => r.Id == round);
            return (read.Answers.Count, read.Status);
        }));
        Assert.Equal([1, 2, 3], await _given.ReadAsync(db => db.Participants.OrderBy(p => p.Order).Select(p => p.Order).ToListAsync()));
    }

    [Fact]
    public async Task Given_a_final_round_when_a_firm_joins_without_the_tick_then_it_is_refused_and_the_round_goes_on()
    {
        var id = await _given.DraftingCaseAsync(2);
        await _given.RoundAsync(id, RoundKind.Final);
        await _given.FirmAsync(_given.Lecco, 3);

        var answer = await _given.SendAsync(new AddFirm(id, InventedIdentifiers.Vat(3)) { OperationId = Ids.New(_given.Clock) });

        Assert.Equal(("intake.round-would-be-void", "repeat", RefusalKind.Conflict), (answer.Refusal!.Code, answer.Refusal.Field, answer.Refusal.Kind));
        Assert.Equal(2, await _given.ReadAsync(db => db.Participants.CountAsync()));
    }

    [Fact]
    public async Task Given_a_final_round_when_a_firm_joins_with_the_tick_then_the_round_is_void_and_the_text_goes_back_to_the_desk()
    {
        var id = await _given.DraftingCaseAsync(2);
        var round = await _given.RoundAsync(id, RoundKind.Final);
        await _given.FirmAsync(_given.Lecco, 3);

        var added = await _given.DoneAsync(_given.Lecco, new AddFirm(id, InventedIdentifiers.Vat(3)) { OperationId = Ids.New(_given.Clock), RepeatRound = true });

        Assert.True(added.RoundVoided);
        Assert.Equal(RoundStatus.Superseded, await _given.ReadAsync(db => db.ApprovalRounds.Where(r => r.Id == round).Select(r => r.Status).SingleAsync()));
        Assert.Equal("prepare-text Open", (await _given.TasksAsync(id)).Last());
        Assert.DoesNotContain("decide-on-text Open", await _given.TasksAsync(id));
    }

    [Fact]
    public async Task Given_a_running_case_when_a_firm_of_another_desk_is_added_then_that_desk_gets_task_and_mail()
    {
        var id = await _given.DraftingCaseAsync(2);
        await _given.FirmAsync(_given.Como, 3, "Gamma Tessuti Srl");

        var added = await AddAsync(id, InventedIdentifiers.Vat(3));

        Assert.Equal(1, added.DesksAsked);
        Assert.Contains("confirm-firm Open", await _given.TasksAsync(id));
        Assert.Equal("bruno.testa@mail.example", Assert.Single(await _given.MailsAsync(id)).To);
    }

    [Fact]
    public async Task Given_a_deed_when_a_firm_is_added_then_the_refusal_names_the_accession()
    {
        var id = await _given.DraftingCaseAsync(2);
        await _given.WriteAsync(async db => (await db.Cases.SingleAsync()).DeedOn = new DateOnly(2026, 3, 9));

        var answer = await _given.SendAsync(new AddFirm(id, InventedIdentifiers.Vat(3)) { OperationId = Ids.New(_given.Clock) });

        Assert.Equal("intake.joins-after-deed", answer.Refusal!.Code);
        Assert.Contains("adesione", answer.Refusal.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Given_a_firm_of_the_case_when_it_is_added_again_then_it_is_refused()
    {
        var id = await _given.DraftingCaseAsync(2);

        var answer = await _given.SendAsync(new AddFirm(id, InventedIdentifiers.Vat(1)) { OperationId = Ids.New(_given.Clock) });

        Assert.Equal("intake.firm-in-case", answer.Refusal!.Code);
    }

    [Fact]
    public async Task Given_a_foreign_case_when_a_firm_is_added_then_it_is_as_if_the_case_did_not_exist()
    {
        var id = await _given.DraftingCaseAsync(1);
        _given.Actor = Actor.Of(_given.Monza);

        var foreign = await _given.SendAsync(new AddFirm(id, InventedIdentifiers.Vat(3)) { OperationId = Ids.New(_given.Clock) });
        var none = await _given.SendAsync(new AddFirm(CaseId.New(_given.Clock), InventedIdentifiers.Vat(3)) { OperationId = Ids.New(_given.Clock) });

        Assert.Equal(("common.not-found", "common.not-found"), (foreign.Refusal!.Code, none.Refusal!.Code));
    }

    private Task<AddedFirms> AddAsync(CaseId id, string firms) =>
        _given.DoneAsync(_given.Lecco, new AddFirm(id, firms) { OperationId = Ids.New(_given.Clock) });
}
