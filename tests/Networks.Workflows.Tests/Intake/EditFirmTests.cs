using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Firms;
using Networks.Data.Officers;
using Networks.Workflows.Common;
using Networks.Workflows.Intake.EditFirm;
using Networks.Workflows.Tests.Support;

namespace Networks.Workflows.Tests.Intake;

public sealed class EditFirmTests : IAsyncLifetime
{
    private Given _given = null!;
    private FirmId _alfa;
    private CaseId _case;
    private ParticipantId _participant;

    public async ValueTask InitializeAsync()
    {
        _given = await Given.NewAsync();
        _alfa = await _given.FirmAsync(_given.Lecco, 1, "Alfa Srl");
        var gamma = await _given.FirmAsync(_given.Como, 2, "Gamma Srl");
        _case = await _given.CaseAsync(_alfa, gamma);
        _participant = (await _given.ParticipantAsync(_case, _alfa)).Id;
        await _given.ConfirmedAsync(_given.Como, _case, (await _given.ParticipantAsync(_case, gamma)).Id);
    }

    public ValueTask DisposeAsync() => _given.DisposeAsync();

    [Fact]
    public async Task Given_changed_data_when_they_are_saved_then_each_fact_is_in_the_history_with_old_and_new()
    {
        var done = await SaveAsync(_given.Lecco, ("rea", "lc 7654"), ("email", "Nuova@Mail.Example"), ("seat-number", "snc"), ("allows-state", "yes"));

        Assert.Equal(4, done.Value.Changes);
        var firm = await _given.FirmAsync(_alfa);
        Assert.Equal(("LC", 7654, "nuova@mail.example", "SNC"), (firm.ReaProvince, firm.ReaNumber, firm.Email, firm.Seat!.Number));
        var rows = await RowsAsync();
        Assert.Equal(["intake.firm-rea-changed", "intake.firm-email-changed", "intake.firm-seat-changed", "intake.consent-allows-state-given"], rows.Select(r => r.Name));
        Assert.Equal(("LC-7654", "LC-200001", "Alfa Srl"), (rows[0].Facts["new"], rows[0].Facts["old"], rows[0].PersonalText));
        Assert.Equal("Alfa Srl: firm1@mail.example → nuova@mail.example", rows[1].PersonalText);
        Assert.DoesNotContain("new", rows[1].Facts.Keys);
        Assert.True((await _given.ParticipantAsync(_case, _alfa)).ShowsStateToOthers);
    }

    [Fact]
    public async Task Given_two_officers_at_once_when_both_change_the_same_field_then_the_second_learns_who_wrote_what()
    {
        var was = await ValuesAsync(_given.Lecco);
        var colleague = await ColleagueAsync();
        Assert.True((await SaveAsync(colleague, was, ("phone", "0341 111111"))).Ok);

        var second = await SaveAsync(_given.Lecco, was, ("phone", "0341 222222"), ("contact", "Nuovo Referente"));

        Assert.Equal((RefusalKind.Conflict, "intake.changed-meanwhile", "phone"), (second.Refusal!.Kind, second.Refusal.Code, second.Refusal.Field));
        Assert.Contains("Dario Colombo", second.Refusal.Text, StringComparison.Ordinal);
        Assert.Contains("0341 111111", second.Refusal.Text, StringComparison.Ordinal);
        Assert.Contains("0341 222222", second.Refusal.Text, StringComparison.Ordinal);
        var firm = await _given.FirmAsync(_alfa);
        Assert.Equal(("0341 111111", "Contatto 1"), (firm.Phone, firm.ContactName));
    }

    [Fact]
    public async Task Given_two_officers_at_once_when_they_change_different_fields_then_both_changes_stay()
    {
        var was = await ValuesAsync(_given.Lecco);
        await SaveAsync(await ColleagueAsync(), was, ("phone", "0341 111111"));

        Assert.True((await SaveAsync(_given.Lecco, was, ("contact", "Nuovo Referente"))).Ok);

        var firm = await _given.FirmAsync(_alfa);
        Assert.Equal(("0341 111111", "Nuovo Referente"), (firm.Phone, firm.ContactName));
    }

    [Fact]
    public async Task Given_a_new_representative_when_saved_then_the_one_before_ends_the_day_before()
    {
        await SaveAsync(_given.Lecco, ("representative-name", "Lia Verdi"), ("representative-tax-code", InventedIdentifiers.Person(9)), ("representative-from", "10/3/2026"));

        var firm = await _given.FirmAsync(_alfa);
        Assert.Equal("Lia Verdi", firm.RepresentativeOn(new DateOnly(2026, 3, 10))!.FullName);
        Assert.Equal(new DateOnly(2026, 3, 9), firm.Representatives.Single(r => r.FullName == "Rappresentante Numero1").Until);
    }

    [Fact]
    public async Task Given_a_firm_looked_up_in_the_register_when_saved_then_day_and_officer_are_kept()
    {
        await _given.WriteAsync(async db =>
        {
            var firm = await db.Firms.SingleAsync(f => f.Id == _alfa);
            firm.RegisterStatus = RegisterStatus.ToVerify;
            firm.RegisterCheckedOn = null;
        });

        await SaveAsync(_given.Lecco, ("register", nameof(RegisterStatus.Entered)));

        var card = await _given.DoneAsync(_given.Lecco, new ShowFirm(_case, _participant));
        Assert.Equal(("2026-03-10", "Persona Lecco"), (card.Values["register-checked-on"], card.CheckedBy));
        Assert.Contains("intake.firm-register-entered", await _given.HistoryAsync(_case));
    }

    [Theory]
    [InlineData("name", "", "intake.firm-name-missing")]
    [InlineData("vat-number", "12345678901", "identifiers.vat-wrong-check")]
    [InlineData("tax-code", "RSSMRA80A01H501V", "identifiers.tax-code-wrong-check")]
    [InlineData("rea", "XX-12", "identifiers.rea-unknown-province")]
    [InlineData("email", "senza chiocciola", "identifiers.email-wrong-shape")]
    [InlineData("seat-number", "", "intake.seat-number-missing")]
    [InlineData("seat-postal-code", "2390", "intake.seat-postal-code-wrong")]
    [InlineData("representative-tax-code", "00743110157", "intake.representative-not-a-person")]
    [InlineData("register-checked-on", "ieri l'altro", "intake.not-a-day")]
    [InlineData("register-checked-on", "2026-03-11", "intake.day-to-come")]
    public async Task Given_a_value_that_cannot_be_right_when_saved_then_it_is_refused_at_its_field(string field, string value, string code)
    {
        var answer = await SaveAsync(_given.Lecco, (field, value));

        Assert.Equal((code, field), (answer.Refusal!.Code, answer.Refusal.Field));
        Assert.DoesNotContain('[', answer.Refusal.Text);
        Assert.Empty(await RowsAsync());
    }

    [Fact]
    public async Task Given_a_tax_code_of_another_firm_when_saved_then_it_is_refused()
    {
        var answer = await SaveAsync(_given.Lecco, ("tax-code", InventedIdentifiers.Vat(2)));

        Assert.Equal("intake.tax-code-taken", answer.Refusal!.Code);
    }

    [Fact]
    public async Task Given_a_certified_mailbox_of_another_firm_when_saved_then_it_is_stored_with_a_warning()
    {
        var answer = await SaveAsync(_given.Lecco, ("certified-email", "firm2@pec.example"));

        Assert.Equal(["intake.certified-email-shared"], answer.Value.Warnings);
    }

    [Fact]
    public async Task Given_another_desks_firm_when_the_leading_desk_looks_then_it_sees_everything_and_cannot_save()
    {
        var gamma = await ComosAsync();

        var card = await _given.DoneAsync(_given.Lecco, new ShowFirm(_case, gamma));
        var answer = await _given.SendAsync(new EditFirm(_case, gamma, new Dictionary<string, string> { ["rea"] = "CO-1" }, card.Values) { OperationId = Ids.New(_given.Clock) });

        Assert.Equal(("Gamma Srl", false), (card.Title, card.Mine));
        Assert.Equal(FirmFields.Names.Order(), card.Values.Keys.Order());
        Assert.Equal((RefusalKind.NotAllowed, "intake.not-your-firm"), (answer.Refusal!.Kind, answer.Refusal.Code));
    }

    [Fact]
    public async Task Given_the_leading_desks_firm_when_a_co_desk_looks_then_it_sees_no_contacts_and_no_consents()
    {
        var alfa = await _given.ReadAsync(db => db.Participants.Where(p => p.CaseId == _case && p.DeskId == _given.Lecco.AssociationId).Select(p => p.Id).FirstAsync());

        var card = await _given.DoneAsync(_given.Como, new ShowFirm(_case, alfa));

        Assert.Contains("rea", card.Values.Keys);
        Assert.DoesNotContain(card.Values.Keys, k => k is "email" or "phone" or "contact" || k.StartsWith("privacy-", StringComparison.Ordinal) || k.StartsWith("allows-", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Given_nothing_changed_when_saved_then_nothing_is_recorded()
    {
        var answer = await SaveAsync(_given.Lecco);

        Assert.Equal(0, answer.Value.Changes);
        Assert.Empty(await RowsAsync());
    }

    private async Task<Dictionary<string, string>> ValuesAsync(Officer officer) =>
        new(await _given.DoneAsync(officer, new ShowFirm(_case, _participant)) is { } card ? card.Values : throw new InvalidOperationException());

    private async Task<Result<EditedFirm>> SaveAsync(Officer officer, params (string Field, string Value)[] typed) =>
        await SaveAsync(officer, await ValuesAsync(officer), typed);

    private async Task<Result<EditedFirm>> SaveAsync(Officer officer, Dictionary<string, string> was, params (string Field, string Value)[] typed)
    {
        var values = new Dictionary<string, string>(was);
        foreach (var (field, value) in typed)
        {
            values[field] = value;
        }

        _given.Actor = Actor.Of(officer);
        return await _given.SendAsync(new EditFirm(_case, _participant, values, was) { OperationId = Ids.New(_given.Clock) });
    }

    private async Task<Officer> ColleagueAsync()
    {
        var colleague = new Officer(OfficerId.New(_given.Clock), _given.Lecco.AssociationId, "Dario Colombo", "dario.colombo@mail.example", OfficerRoles.Desk);
        await _given.WriteAsync(db =>
        {
            db.Add(colleague);
            return Task.CompletedTask;
        });
        return colleague;
    }

    private Task<List<Data.History.CaseEvent>> RowsAsync() => _given.ReadAsync(db => db.CaseEvents
        .Where(e => e.CaseId == _case && (e.Name.EndsWith("-changed") || e.Name.StartsWith("intake.consent") || e.Name.StartsWith("intake.firm-register")))
        .OrderBy(e => e.Number).ToListAsync());

    private Task<ParticipantId> ComosAsync() =>
        _given.ReadAsync(db => db.Participants.Where(p => p.CaseId == _case && p.DeskId == _given.Como.AssociationId).Select(p => p.Id).SingleAsync());
}
