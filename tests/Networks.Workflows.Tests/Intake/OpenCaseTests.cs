using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.EnterpriseNetworks;
using Networks.Data.Firms;
using Networks.Data.Officers;
using Networks.Workflows.Common;
using Networks.Workflows.Intake;
using Networks.Workflows.Intake.OpenCase;
using Networks.Workflows.Tests.Support;

namespace Networks.Workflows.Tests.Intake;

public sealed class OpenCaseTests : IAsyncLifetime
{
    private Given _given = null!;

    public async ValueTask InitializeAsync() => _given = await Given.NewAsync();

    public ValueTask DisposeAsync() => _given.DisposeAsync();

    [Fact]
    public async Task Given_two_firms_of_the_desk_when_the_case_opens_then_they_take_part_and_the_first_task_is_there()
    {
        await _given.FirmAsync(_given.Lecco, 1, "Alfa Meccanica Srl");
        await _given.FirmAsync(_given.Lecco, 2, "Beta Stampi Srl");

        var opened = await _given.DoneAsync(_given.Lecco, Ask($"{InventedIdentifiers.Vat(1)}, beta stampi"));

        Assert.Equal(("N-2026-0001", "Rete Alfa Meccanica", 2, 0), (opened.Reference, opened.Name, opened.Firms, opened.DesksAsked));
        Assert.Equal(["complete-intake Open"], await _given.TasksAsync(opened.Case));
        Assert.Equal(["intake.case-opened", "intake.firm-added", "intake.firm-added", "engine.phase-entered"], await _given.HistoryAsync(opened.Case));
        Assert.Equal([ParticipantStatus.Active, ParticipantStatus.Active], await StatusesAsync(opened.Case));
        Assert.Empty(await _given.MailsAsync(opened.Case));
    }

    [Fact]
    public async Task Given_a_firm_of_another_desk_when_the_case_opens_then_that_desk_learns_the_need_and_its_own_firm_only()
    {
        await _given.FirmAsync(_given.Lecco, 1, "Alfa Meccanica Srl");
        await _given.FirmAsync(_given.Como, 2, "Gamma Tessuti Srl");

        var opened = await _given.DoneAsync(_given.Lecco, Ask($"{InventedIdentifiers.Vat(1)}\n{InventedIdentifiers.Vat(2)}"));

        Assert.Equal(1, opened.DesksAsked);
        Assert.Equal(["confirm-firm Open"], await _given.TasksAsync(opened.Case));
        var mail = Assert.Single(await _given.MailsAsync(opened.Case));
        Assert.Equal("bruno.testa@mail.example", mail.To);
        Assert.Equal($"Desk di Lecco chiede se l’impresa {InventedIdentifiers.Vat(2)} partecipa a una rete", mail.Subject);
        Assert.Contains(Given.Need, mail.Body, StringComparison.Ordinal);
        Assert.Contains($"/networks/{opened.Case}/confirm/", mail.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("Alfa", mail.Subject + mail.Body, StringComparison.Ordinal);
        Assert.DoesNotContain(InventedIdentifiers.Vat(1), mail.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Given_a_firm_of_another_desk_then_no_history_row_and_no_proposed_name_tells_what_it_is_called()
    {
        await _given.FirmAsync(_given.Como, 2, "Gamma Tessuti Srl");

        var opened = await _given.DoneAsync(_given.Lecco, Ask(InventedIdentifiers.Vat(2)));

        Assert.Equal("Rete N-2026-0001", opened.Name);
        var texts = await _given.ReadAsync(db => db.CaseEvents.Select(e => e.PersonalText).ToListAsync());
        Assert.DoesNotContain(texts, t => t?.Contains("Gamma", StringComparison.Ordinal) == true);
    }

    [Fact]
    public async Task Given_a_firm_on_nobodys_file_when_the_case_opens_then_it_is_put_on_file_to_be_verified_and_named_later()
    {
        var number = InventedIdentifiers.Vat(7);

        var opened = await _given.DoneAsync(_given.Lecco, Ask($"IT {number}"));

        var firm = await _given.ReadAsync(db => db.Firms.SingleAsync());
        Assert.Equal((number, number, false, RegisterStatus.ToVerify), (firm.VatNumber, firm.TaxCode, firm.HasName, firm.RegisterStatus));
        Assert.Equal(_given.Lecco.AssociationId, firm.HeldBy);
        Assert.Equal("Rete N-2026-0001", opened.Name);
    }

    [Fact]
    public async Task Given_facts_typed_about_new_firms_when_the_case_opens_then_they_are_stored_with_privacy_and_consents()
    {
        var request = Ask($"Delta Srl {InventedIdentifiers.Vat(7)}\nStudio Neri") with
        {
            Details =
            [
                new($"DELTASRL{InventedIdentifiers.Vat(7)}") { LegalForm = LegalForm.Srl, Rea = "lc 123456", Register = RegisterStatus.Entered, PrivacyHow = "phone", Allows = [ConsentPurpose.Contact, ConsentPurpose.ShowState] },
                new("STUDIONERI") { Number = InventedIdentifiers.Person(5) },
            ],
        };

        await _given.DoneAsync(_given.Lecco, request);

        var firms = await _given.ReadAsync(db => db.Firms.OrderBy(f => f.Name).ToListAsync());
        Assert.Equal(["Delta Srl", "Studio Neri"], firms.Select(f => f.Name));
        Assert.Equal(("LC", 123456, LegalForm.Srl, RegisterStatus.Entered), (firms[0].ReaProvince, firms[0].ReaNumber, firms[0].LegalForm, firms[0].RegisterStatus));
        Assert.Equal((new DateOnly(2026, 3, 10), "phone"), (firms[0].PrivacyNoticeOn, firms[0].PrivacyNoticeHow));
        Assert.Equal([ConsentPurpose.Contact, ConsentPurpose.ShowState], firms[0].Consents.Select(c => c.Purpose).Order());
        Assert.Equal((LegalForm.SoleProprietor, null as string), (firms[1].LegalForm, firms[1].VatNumber));
        Assert.Equal([true, false], await _given.ReadAsync(db => db.Participants.OrderBy(p => p.Order).Select(p => p.ShowsStateToOthers).ToListAsync()));
    }

    [Theory]
    [InlineData("12345678901", "intake.firm-number-wrong", "firms")]
    [InlineData("RSSMRA80A01H501V", "intake.firm-number-wrong", "firms")]
    [InlineData("0074311015", "intake.firm-number-wrong", "firms")]
    [InlineData("00743110157, 00743 110 157", "intake.firm-twice", "firms")]
    [InlineData("Mai Sentita Srl", "intake.firm-number-missing", "number-MAISENTITASRL")]
    [InlineData(" , \n", "intake.firms-missing", "firms")]
    public async Task Given_firms_that_cannot_be_taken_when_the_case_is_opened_then_it_is_refused_at_the_field_and_nothing_is_stored(string firms, string code, string field)
    {
        _given.Actor = Actor.Of(_given.Lecco);

        var answer = await _given.SendAsync(Ask(firms));

        Assert.Equal((code, field, RefusalKind.Invalid), (answer.Refusal!.Code, answer.Refusal.Field, answer.Refusal.Kind));
        Assert.DoesNotContain('[', answer.Refusal.Text);
        Assert.Equal((0, 0, 0), await _given.ReadAsync(async db => (await db.Cases.CountAsync(), await db.Firms.CountAsync(), await db.Counters.CountAsync())));
    }

    [Theory]
    [InlineData(RegisterStatus.ReaOnly, null, "rules.join-rea-only")]
    [InlineData(RegisterStatus.NotFound, null, "rules.join-not-found")]
    [InlineData(RegisterStatus.Professional, NetworkKind.Contractual, "rules.join-professional-contractual")]
    [InlineData(RegisterStatus.Professional, null, null)]
    [InlineData(RegisterStatus.Professional, NetworkKind.LegalEntity, null)]
    public async Task Given_a_firm_without_register_entry_when_the_case_is_opened_then_only_what_can_never_be_right_is_refused(RegisterStatus register, NetworkKind? kind, string? code)
    {
        _given.Actor = Actor.Of(_given.Lecco);
        var number = InventedIdentifiers.Vat(7);

        var answer = await _given.SendAsync(Ask(number) with { Kind = kind, Details = [new(number) { Register = register }] });

        Assert.Equal(code, answer.Refusal?.Code);
    }

    [Fact]
    public async Task Given_a_name_of_another_desks_firm_when_it_is_typed_then_it_is_not_found()
    {
        await _given.FirmAsync(_given.Como, 2, "Gamma Tessuti Srl");
        _given.Actor = Actor.Of(_given.Lecco);

        var answer = await _given.SendAsync(Ask("Gamma Tessuti"));

        Assert.Equal("intake.firm-number-missing", answer.Refusal!.Code);
    }

    [Fact]
    public async Task Given_a_rete_soggetto_when_the_standard_model_is_chosen_then_it_is_refused_at_the_form()
    {
        _given.Actor = Actor.Of(_given.Lecco);

        var answer = await _given.SendAsync(Ask(InventedIdentifiers.Vat(7)) with { Kind = NetworkKind.LegalEntity, Form = SignatureForm.DigitalStandardModel });

        Assert.Equal(("rules.form-standard-model-refused", "form"), (answer.Refusal!.Code, answer.Refusal.Field));
    }

    [Fact]
    public async Task Given_a_double_click_when_the_same_form_comes_twice_then_there_is_one_case_and_one_answer()
    {
        var request = Ask(InventedIdentifiers.Vat(7));

        var first = await _given.DoneAsync(_given.Lecco, request);
        var second = await _given.DoneAsync(_given.Lecco, request);

        Assert.Equal(first, second);
        Assert.Equal(1, await _given.ReadAsync(db => db.Cases.CountAsync()));
    }

    [Fact]
    public async Task Given_a_case_of_this_year_when_another_opens_then_its_reference_follows_and_a_new_year_begins_at_one()
    {
        await _given.DoneAsync(_given.Lecco, Ask(InventedIdentifiers.Vat(7)));

        var second = await _given.DoneAsync(_given.Como, Ask(InventedIdentifiers.Vat(8)));
        _given.Clock.GoTo(new DateOnly(2027, 1, 4));
        var third = await _given.DoneAsync(_given.Lecco, Ask(InventedIdentifiers.Vat(9)));

        Assert.Equal(["N-2026-0002", "N-2027-0001"], [second.Reference, third.Reference]);
    }

    [Fact]
    public async Task Given_somebody_without_a_desk_when_a_case_is_opened_then_it_is_as_if_the_page_did_not_exist()
    {
        _given.Actor = Actor.Person(_given.Lecco.Id, _given.Lecco.AssociationId, OfficerRoles.Lead);

        var answer = await _given.SendAsync(Ask(InventedIdentifiers.Vat(7)));

        Assert.Equal("common.not-found", answer.Refusal!.Code);
    }

    private OpenCase Ask(string firms) => new(Given.Need, firms) { OperationId = Ids.New(_given.Clock) };

    private Task<List<ParticipantStatus>> StatusesAsync(CaseId id) =>
        _given.ReadAsync(db => db.Participants.Where(p => p.CaseId == id).OrderBy(p => p.Order).Select(p => p.Status).ToListAsync());
}
