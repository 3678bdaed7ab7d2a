using System.IO.Compression;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Administration;
using Networks.Data.Cases;
using Networks.Data.Outbox;
using Networks.Workflows.Administration;
using Networks.Workflows.Administration.AnswerDataRequest;
using Networks.Workflows.Administration.EraseFirm;
using Networks.Workflows.Administration.Holdings;
using Networks.Workflows.Administration.ListDataRequests;
using Networks.Workflows.Administration.ListJournal;
using Networks.Workflows.Administration.OpenFirmPackage;
using Networks.Workflows.Administration.OpenOwnHoldings;
using Networks.Workflows.Administration.RecordDataRequest;
using Networks.Workflows.Administration.ShowFirmHoldings;
using Networks.Workflows.Common;
using Networks.Workflows.Discovery.ShowFirmRecord;
using Networks.Workflows.Tests.Support;

namespace Networks.Workflows.Tests.Administration;

public sealed class FirmDataTests : IAsyncLifetime
{
    private Given _given = null!;

    public async ValueTask InitializeAsync() => _given = await Given.NewAsync();

    public ValueTask DisposeAsync() => _given.DisposeAsync();

    [Fact]
    public async Task Given_a_firm_asks_when_it_is_noted_and_answered_then_the_term_is_a_month_and_each_step_is_in_the_journal()
    {
        var firm = await _given.FirmAsync(_given.Lecco, 1);
        var asked = await AskAsync(firm, DataRequestKind.Copy, new DateOnly(2026, 3, 4));
        var again = await _given.SendAsAsync(Actor.Of(_given.Lecco), Ask(firm, DataRequestKind.Copy, new DateOnly(2026, 3, 5)));

        // 4 April 2026 is the Saturday before Easter, and Easter Monday is a holiday.
        Assert.Equal(new DateOnly(2026, 4, 7), Assert.Single(await _given.DoneAsync(_given.Lecco, new ListDataRequests())).DueOn);
        Assert.Equal("my-data.already", again.Refusal?.Code);

        await _given.DoneAsync(_given.Lecco, Answer(asked, DataRequestOutcome.Given));
        var twice = await _given.SendAsAsync(Actor.Of(_given.Lecco), Answer(asked, DataRequestOutcome.Refused));

        Assert.Equal("my-data.answered", twice.Refusal?.Code);
        var row = Assert.Single(await _given.DoneAsync(_given.Lecco, new ListDataRequests()));
        Assert.Equal((DataRequestOutcome.Given, new DateOnly(2026, 3, 10), "Persona Lecco"), (row.Outcome, row.AnsweredOn, row.AnsweredBy));
        Assert.Equal(2, (await _given.AdministeredAsync(new ListJournal("act", null, null, null, null, null))).Rows.Count);
    }

    [Theory]
    [InlineData("2026-01-31", "2026-03-02")]
    [InlineData("2026-03-10", "2026-04-10")]
    [InlineData("2026-07-15", "2026-08-17")]
    [InlineData("2026-11-25", "2026-12-28")]
    public void Given_a_day_then_the_term_ends_on_the_same_date_a_month_later_or_the_next_working_day(string asked, string due) =>
        Assert.Equal(DateOnly.Parse(due, System.Globalization.CultureInfo.InvariantCulture), DataTerm.Of(DateOnly.Parse(asked, System.Globalization.CultureInfo.InvariantCulture)));

    [Fact]
    public async Task Given_a_firm_of_another_desk_or_none_then_all_that_is_asked_about_its_data_is_not_found()
    {
        var foreign = await _given.FirmAsync(_given.Como, 1);
        foreach (var firm in new[] { foreign, new FirmId(Ids.New(_given.Clock)) })
        {
            var lecco = Actor.Of(_given.Lecco);
            Assert.Equal("common.not-found", (await _given.SendAsAsync(lecco, new ShowFirmHoldings(firm))).Refusal?.Code);
            Assert.Equal("common.not-found", (await _given.SendAsAsync(lecco, new OpenFirmPackage(firm))).Refusal?.Code);
            Assert.Equal("common.not-found", (await _given.SendAsAsync(lecco, Ask(firm, DataRequestKind.Copy, new DateOnly(2026, 3, 4)))).Refusal?.Code);
            Assert.Equal("common.not-found", (await _given.SendAsAsync(lecco, Erase(firm))).Refusal?.Code);
        }

        Assert.Equal("common.not-found", (await _given.SendAsAsync(Given.AdministratorOf(_given.Como), new OpenFirmPackage(foreign))).Refusal?.Code);
    }

    [Fact]
    public async Task Given_a_firm_in_a_round_when_its_data_are_taken_then_they_are_complete_only_its_own_and_open_no_link()
    {
        var id = await _given.CaseInRoundAsync();
        await _given.ApproveAsync(id, 1);
        await _given.ApproveAsync(id, 2);
        var (own, other) = (await FirmAtAsync(id, 1), await FirmAtAsync(id, 2));
        var participant = await _given.ParticipantAsync(id, 1);
        var token = (await _given.ReadAsync(db => db.Outbox.Where(m => m.ParticipantId == participant && m.Body.Contains("/f/")).Select(m => m.Body).FirstAsync())).Split("/f/")[1][..43];

        var (json, html) = await OpenAsync(await _given.DoneAsync(_given.Lecco, new OpenFirmPackage(own.Id)));

        var held = JsonDocument.Parse(json).RootElement.GetProperty("held");
        foreach (var kind in new[] { "Firm", "Participant", "FirmLink", "ApprovalRound", "OutboxMessage", "CaseEvent" })
        {
            Assert.True(held.TryGetProperty(kind, out _), kind);
            Assert.Contains(Words.In(Words.Italian, $"my-data.table-{kind}"), System.Net.WebUtility.HtmlDecode(html), StringComparison.Ordinal);
        }

        foreach (var written in new[] { json, html })
        {
            Assert.Contains(own.Email!, written, StringComparison.Ordinal);
            Assert.DoesNotContain(other.TaxCode, written, StringComparison.Ordinal);
            Assert.DoesNotContain(other.Email!, written, StringComparison.Ordinal);
            Assert.DoesNotContain(token, written, StringComparison.Ordinal);
        }

        Assert.DoesNotContain("Hash", json.Replace("ApprovedHash", "", StringComparison.Ordinal).Replace("PreviousHash", "", StringComparison.Ordinal).Replace("\"Hash\"", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.DoesNotContain("[my-data", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Given_a_firm_in_a_network_that_runs_when_it_is_to_be_erased_then_it_is_refused_with_the_network()
    {
        var firm = await _given.FirmAsync(_given.Lecco, 1);
        var id = await _given.CaseAsync(firm, await _given.FirmAsync(_given.Lecco, 2));
        var reference = await _given.ReadAsync(db => db.Cases.Where(c => c.Id == id).Select(c => c.Reference).SingleAsync());

        var refused = await _given.SendAsAsync(Actor.Of(_given.Lecco), Erase(firm));

        Assert.Equal("my-data.open-network", refused.Refusal?.Code);
        Assert.Contains(reference, refused.Refusal!.Text, StringComparison.Ordinal);
        Assert.Contains(reference, (await _given.DoneAsync(_given.Lecco, new ShowFirmHoldings(firm))).Erasure.Refusal!, StringComparison.Ordinal);
        Assert.Equal("firm1@mail.example", (await _given.FirmAsync(firm)).Email);
        Assert.Equal("my-data.seen", (await _given.SendAsAsync(Actor.Of(_given.Lecco), Erase(firm) with { Seen = false })).Refusal?.Code);
    }

    [Fact]
    public async Task Given_a_network_that_was_closed_without_a_deed_when_a_firm_is_erased_then_nothing_tells_who_it_was_and_the_history_is_whole()
    {
        var id = await _given.CaseInRoundAsync();
        await _given.ApproveAsync(id, 1);
        var firm = await FirmAtAsync(id, 1);
        await StandAsync(id, CaseStatus.ClosedWithoutOutcome);
        var asked = await AskAsync(firm.Id, DataRequestKind.Erasure, new DateOnly(2026, 3, 9));

        Assert.True((await _given.DoneAsync(_given.Lecco, Erase(firm.Id))).Whole);

        var traces = await _given.ReadAsync(async db => string.Join('\n', new[]
        {
            string.Join('\n', (await db.Firms.ToListAsync()).Select(f => $"{f.Name} {f.TaxCode} {f.VatNumber} {f.Email} {f.CertifiedEmail} {f.ContactName} {string.Join(' ', f.Representatives.Select(r => r.FullName + r.TaxCode))}")),
            string.Join('\n', (await db.Outbox.ToListAsync()).Select(m => m.To + m.Subject + m.Body)),
            string.Join('\n', (await db.CaseEvents.ToListAsync()).Select(e => e.PersonalText)),
            string.Join('\n', (await db.ApprovalRounds.ToListAsync()).SelectMany(r => r.Answers).Select(a => a.TypedName)),
            string.Join('\n', (await db.SearchEntries.ToListAsync()).Select(e => e.Own + e.Shared)),
        }));
        foreach (var name in new[] { firm.Name, firm.TaxCode, firm.Email!, firm.ContactName!, firm.Representatives[0].FullName, firm.Representatives[0].TaxCode! })
        {
            Assert.DoesNotContain(name, traces, StringComparison.OrdinalIgnoreCase);
        }

        Assert.True(await _given.ReadAsync(async db => (await db.CaseEvents.ToListAsync()).TrueForAll(e => e.IsIntact())));
        Assert.Equal("common.not-found", (await _given.SendAsAsync(Actor.Of(_given.Lecco), new ShowFirmRecord(firm.Id))).Refusal?.Code);
        var row = (await _given.DoneAsync(_given.Lecco, new ListDataRequests())).Single(r => r.Id == asked);
        Assert.Equal((DataRequestOutcome.Erased, null), (row.Outcome, row.Firm));
    }

    [Fact]
    public async Task Given_firms_that_share_a_card_when_one_is_erased_then_it_is_in_no_list_and_the_card_of_too_few_is_gone()
    {
        var firms = await _given.AlikeAsync(_given.Lecco, 1, 5);
        await _given.MakeCardsAsync();
        Assert.NotNull((await _given.EntryAsync(firms[1])).CardNumber);

        await _given.DoneAsync(_given.Lecco, Erase(firms[0]));

        Assert.Null((await _given.EntryAsync(firms[0])).ShownUntil);
        Assert.Null((await _given.EntryAsync(firms[1])).CardNumber);
        Assert.DoesNotContain((await _given.DoneAsync(_given.Lecco, new Networks.Workflows.Discovery.ListFirms.ListFirms(new Networks.Workflows.Discovery.Facets { Text = "cancellata" }, 1))).Rows, r => r.Id == firms[0]);
    }

    [Fact]
    public async Task Given_two_firms_with_one_mailbox_when_one_is_erased_then_the_mails_of_the_other_stay()
    {
        var id = await _given.CaseInRoundAsync();
        var firm = await FirmAtAsync(id, 1);
        var other = await FirmAtAsync(id, 2);
        await _given.WriteAsync(async db =>
        {
            (await db.Firms.SingleAsync(f => f.Id == other.Id)).Email = firm.Email;
            db.Add(new OutboxMessage(Ids.New(_given.Clock), "firm-asked", firm.Email!, "Domanda", "Testo", _given.Clock.GetUtcNow()));
        });
        await _given.ReadAsync(db => db.Outbox.Where(m => m.ParticipantId != null).ExecuteUpdateAsync(s => s.SetProperty(m => m.To, firm.Email!)));
        await StandAsync(id, CaseStatus.ClosedWithoutOutcome);

        await _given.DoneAsync(_given.Lecco, Erase(firm.Id));

        var left = await _given.ReadAsync(db => db.Outbox.Where(m => m.To == firm.Email).ToListAsync());
        Assert.Contains(left, m => m.Subject == "Domanda");
        Assert.Contains(left, m => m.ParticipantId is not null);
        Assert.DoesNotContain(left, m => m.Body.Contains(firm.Name, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Given_a_network_that_was_signed_and_ended_when_a_firm_is_erased_then_who_signed_stays_and_how_it_is_reached_goes()
    {
        var (id, _) = await _given.CaseWithFilingsAsync(new DateOnly(2026, 2, 2), new DateOnly(2026, 2, 20), new DateOnly(2026, 2, 21));
        await _given.ReadAsync(db => db.Cases.Where(c => c.Id == id).ExecuteUpdateAsync(s => s.SetProperty(c => c.DeedOn, new DateOnly(2026, 2, 2))));
        var firm = await FirmAtAsync(id, 1);
        await StandAsync(id, CaseStatus.Ended);

        var plan = (await _given.DoneAsync(_given.Lecco, new ShowFirmHoldings(firm.Id))).Erasure;
        Assert.False((await _given.DoneAsync(_given.Lecco, Erase(firm.Id))).Whole);

        var after = await _given.FirmAsync(firm.Id);
        Assert.Contains(plan.Kept, k => k.Contains("2946", StringComparison.Ordinal));
        Assert.Equal((firm.Name, firm.TaxCode, 1), (after.Name, after.TaxCode, after.Representatives.Count));
        Assert.Equal((null, null, null), (after.Email, after.Phone, after.ContactName));
        Assert.All(after.Consents, c => Assert.Equal(new DateOnly(2026, 3, 10), c.WithdrawnOn));
    }

    [Fact]
    public async Task Given_an_officer_when_the_own_data_are_taken_then_the_own_acts_are_there_and_nothing_of_others_or_of_secrets()
    {
        await _given.CaseAsync(await _given.FirmAsync(_given.Lecco, 1, "Firma Segreta Srl"));
        var (json, html) = await OpenAsync(await _given.DoneAsync(_given.Lecco, new OpenOwnHoldings()));

        Assert.Contains("anna.riva@mail.example", json, StringComparison.Ordinal);
        Assert.Contains("intake.case-opened", json, StringComparison.Ordinal);
        Assert.DoesNotContain("Segreta", json, StringComparison.Ordinal);
        Assert.DoesNotContain("bruno.testa", json, StringComparison.Ordinal);
        Assert.DoesNotContain("[my-data", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Given_the_stored_tables_that_name_a_firm_or_an_officer_then_each_table_and_column_has_its_words_in_every_language()
    {
        var keys = await _given.ReadAsync(db => Task.FromResult(FirmHoldings.Tables(db.Model).Concat(OfficerHoldings.Tables(db.Model))
            .SelectMany(t => t.Columns.Select(c => (c.Name, Type: Nullable.GetUnderlyingType(c.ClrType) ?? c.ClrType))
                .Where(c => HoldingPage.IsShown(c.Name) && c.Type != typeof(Guid) && !(c.Type.Namespace == "Networks.Data" && c.Type.Name.EndsWith("Id", StringComparison.Ordinal)))
                .Select(c => $"my-data.field-{c.Name}").Append($"my-data.table-{t.Word}")).Distinct().ToList()));

        Assert.True(keys.Count > 100, $"{keys.Count}");
        Assert.Empty(Words.Languages.SelectMany(l => keys.Where(k => !Words.Has(l, k)).Select(k => $"{l.Name} {k}")));
    }

    private async Task<Networks.Data.Firms.Firm> FirmAtAsync(CaseId id, int place)
    {
        var participant = await _given.ParticipantAsync(id, place);
        return await _given.ReadAsync(db => db.Firms.SingleAsync(f => db.Participants.Any(p => p.Id == participant && p.FirmId == f.Id)));
    }

    private Task<int> StandAsync(CaseId id, CaseStatus status) => _given.ReadAsync(db => db.Cases.Where(c => c.Id == id).ExecuteUpdateAsync(s => s.SetProperty(c => c.Status, status)));

    private Task<Guid> AskAsync(FirmId firm, DataRequestKind kind, DateOnly on) => _given.DoneAsync(_given.Lecco, Ask(firm, kind, on));

    private RecordDataRequest Ask(FirmId firm, DataRequestKind kind, DateOnly on) => new(firm, kind, on) { OperationId = Ids.New(_given.Clock) };

    private AnswerDataRequest Answer(Guid request, DataRequestOutcome outcome) => new(request, outcome) { OperationId = Ids.New(_given.Clock) };

    private EraseFirm Erase(FirmId firm) => new(firm, Seen: true) { OperationId = Ids.New(_given.Clock) };

    private static async Task<(string Json, string Html)> OpenAsync(DataPackage package)
    {
        await using var zip = new ZipArchive(new MemoryStream(package.Bytes));
        return (await ReadAsync("data.json"), await ReadAsync("data.html"));

        async Task<string> ReadAsync(string name)
        {
            using var reader = new StreamReader(await zip.GetEntry(name)!.OpenAsync());
            return await reader.ReadToEndAsync();
        }
    }
}
