using Networks.Data;
using Networks.Data.Firms;
using Networks.Workflows.Common;
using Networks.Workflows.Discovery;
using Networks.Workflows.Discovery.ListFirms;
using Networks.Workflows.Discovery.SaveFirmRecord;
using Networks.Workflows.Discovery.ShowFirmRecord;
using Networks.Workflows.Tests.Support;

namespace Networks.Workflows.Tests.Discovery;

public sealed class FirmRegisterTests : IAsyncLifetime
{
    private Given _given = null!;

    public async ValueTask InitializeAsync() => _given = await Given.NewAsync();

    public ValueTask DisposeAsync() => _given.DisposeAsync();

    [Fact]
    public async Task Given_a_new_firm_when_it_is_saved_then_its_record_says_the_same()
    {
        var id = await _given.RegisteredAsync(_given.Lecco, 1, ("capabilities", "saldatura; machining"), ("certificates", "ISO 9001:2015"), ("offers", "Stampi in acciaio"),
            ("rea", "lc 123456"), ("allows-anonymous", "31/12/2026"), ("available-until", "2026-10-01"));

        var record = await _given.DoneAsync(_given.Lecco, new ShowFirmRecord(id));

        Assert.Equal("machining;welding", record.Values["capabilities"]);
        Assert.Equal("iso-9001", record.Values["certificates"]);
        Assert.Equal("LC-123456", record.Values["rea"]);
        Assert.Equal("2026-12-31", record.Values["allows-anonymous"]);
        Assert.Equal("yes", record.Values["allows-name"]);
        Assert.Equal("28.29", record.Values["activity-2025"]);
        Assert.Equal(new DateOnly(2026, 10, 1), (await _given.EntryAsync(id)).ShownUntil);
    }

    [Fact]
    public async Task Given_wrong_fields_when_a_firm_is_saved_then_each_is_told_at_its_field()
    {
        _given.Actor = Actor.Of(_given.Lecco);

        var answer = await _given.SendAsync(new SaveFirmRecord(null, new Dictionary<string, string>
        {
            ["name"] = "Errata Srl",
            ["vat-number"] = "00743110158",
            ["activity-2025"] = "28.99.99.9",
            ["activity-2007"] = "04.1",
            ["siret"] = "73282932000075",
            ["eu-vat"] = "FR45732829320",
            ["nuts"] = "IT",
            ["province"] = "ZZ",
        }, null));

        Assert.Equal(["vat-number", "activity-2025", "activity-2007", "siret", "eu-vat", "nuts", "province"], answer.Refusal!.All.Select(r => r.Field));
    }

    [Fact]
    public async Task Given_a_french_firm_when_it_is_saved_then_its_vat_number_is_its_number()
    {
        var id = await _given.DoneAsync(_given.Lecco, new SaveFirmRecord(null, new Dictionary<string, string> { ["name"] = "Atelier Brumal", ["eu-vat"] = "FR44 732 829 320", ["siret"] = "732 829 320 00074", ["nuts"] = "FRL04" }, null));

        var firm = await _given.FirmAsync(id);

        Assert.Equal(("FR", "FR44732829320"), (firm.Country, firm.TaxCode));
    }

    [Fact]
    public async Task Given_a_firm_of_another_desk_when_it_is_saved_again_then_nothing_is_said_of_who_follows_it()
    {
        await _given.RegisteredAsync(_given.Como, 1);
        _given.Actor = Actor.Of(_given.Lecco);

        var answer = await _given.SendAsync(new SaveFirmRecord(null, new Dictionary<string, string> { ["name"] = "Altra", ["vat-number"] = InventedIdentifiers.Vat(1) }, null));

        Assert.Equal("discovery.held-elsewhere", answer.Refusal!.Code);
        Assert.DoesNotContain("Como", answer.Refusal.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Given_a_firm_of_another_desk_when_its_record_is_asked_for_then_it_is_not_there()
    {
        var id = await _given.RegisteredAsync(_given.Como, 1);
        _given.Actor = Actor.Of(_given.Lecco);

        Assert.Equal(RefusalKind.NotFound, (await _given.SendAsync(new ShowFirmRecord(id))).Refusal!.Kind);
        Assert.Equal(RefusalKind.NotFound, (await _given.SendAsync(new SaveFirmRecord(id, new Dictionary<string, string> { ["name"] = "Presa" }, null))).Refusal!.Kind);
    }

    [Fact]
    public async Task Given_a_new_consent_when_nobody_says_how_it_was_heard_then_it_is_refused()
    {
        _given.Actor = Actor.Of(_given.Lecco);

        var answer = await _given.SendAsync(new SaveFirmRecord(null, new Dictionary<string, string> { ["name"] = "Alfa", ["vat-number"] = InventedIdentifiers.Vat(1), ["allows-anonymous"] = "yes" }, null));

        Assert.Equal("discovery.how-missing", answer.Refusal!.Code);
    }

    [Fact]
    public async Task Given_firms_when_the_desk_searches_them_then_facets_words_and_names_find_its_own_only()
    {
        var mould = await _given.RegisteredAsync(_given.Lecco, 1, ("offers", "Stampi per plastica"), ("capabilities", "moulding"));
        await _given.RegisteredAsync(_given.Lecco, 2, ("offers", "Torneria"), ("province", "MB"));
        await _given.RegisteredAsync(_given.Como, 3, ("offers", "Stampi per plastica"), ("capabilities", "moulding"));

        Assert.Equal([mould], await FoundAsync(new Facets { Text = "stampo plastica", Capabilities = ["moulding"], Provinces = ["LC", "CO"], Division = "28", Size = SizeClass.Small }));
        Assert.Equal(2, (await FoundAsync(new Facets { Text = "registrata" })).Count);
        Assert.Empty(await FoundAsync(new Facets { Text = "stampi", Provinces = ["MB"] }));
        Assert.Equal(2, (await FoundAsync(new Facets())).Count);
    }

    private async Task<List<FirmId>> FoundAsync(Facets facets) =>
        [.. (await _given.DoneAsync(_given.Lecco, new ListFirms(facets, 1))).Rows.Select(r => r.Id)];
}
