using Networks.Data.EnterpriseNetworks;
using Networks.Data.Firms;
using Networks.Workflows.Common;
using Networks.Workflows.Intake;
using Networks.Workflows.Intake.PreviewFirms;
using Networks.Workflows.Tests.Support;

namespace Networks.Workflows.Tests.Intake;

public sealed class PreviewFirmsTests : IAsyncLifetime
{
    private Given _given = null!;

    public async ValueTask InitializeAsync() => _given = await Given.NewAsync();

    public ValueTask DisposeAsync() => _given.DisposeAsync();

    [Fact]
    public async Task Given_entries_of_every_sort_when_they_are_checked_then_each_says_what_is_known_of_it()
    {
        await _given.FirmAsync(_given.Lecco, 1, "Alfa Meccanica Srl");
        await _given.FirmAsync(_given.Como, 2, "Gamma Tessuti Srl");
        await _given.FirmAsync(_given.Lecco, 3, "Delta Uno Srl");
        await _given.FirmAsync(_given.Lecco, 4, "Delta Due Srl");
        var typed = $"{InventedIdentifiers.Vat(1)}\n{InventedIdentifiers.Vat(2)}\nNuova Srl {InventedIdentifiers.Vat(7)}\nMai Sentita\nDelta\nalfa meccanica\n12345678901";

        var firms = await _given.DoneAsync(_given.Lecco, new PreviewFirms(typed, null));

        Assert.Equal(
            [EntryState.KnownHere, EntryState.HeldElsewhere, EntryState.New, EntryState.NameOnly, EntryState.Ambiguous, EntryState.Twice, EntryState.Wrong],
            firms.Select(f => f.State));
        Assert.Equal("Alfa Meccanica Srl", firms[0].Name);
        Assert.Equal("LC-200001", firms[0].Known!.Rea);
    }

    [Fact]
    public async Task Given_a_firm_of_another_desk_when_it_is_checked_then_nothing_of_its_file_is_told()
    {
        await _given.FirmAsync(_given.Como, 2, "Gamma Tessuti Srl");

        var firm = Assert.Single(await _given.DoneAsync(_given.Lecco, new PreviewFirms(InventedIdentifiers.Vat(2), null)));

        Assert.Equal((InventedIdentifiers.Vat(2), null as KnownFirm), (firm.Name, firm.Known));
        Assert.Empty(firm.Findings);
    }

    [Fact]
    public async Task Given_a_sole_proprietor_when_vat_number_and_tax_code_are_both_typed_then_the_second_is_the_same_firm()
    {
        var id = await _given.FirmAsync(_given.Lecco, 1);
        await _given.WriteAsync(async db => (await db.Firms.FindAsync(id))!.TaxCode = InventedIdentifiers.Person(1));

        var firms = await _given.DoneAsync(_given.Lecco, new PreviewFirms($"{InventedIdentifiers.Vat(1)}, {InventedIdentifiers.Person(1)}", null));

        Assert.Equal([EntryState.KnownHere, EntryState.Twice], firms.Select(f => f.State));
    }

    [Theory]
    [InlineData(RegisterStatus.ToVerify, "IT", "rules.join-to-verify")]
    [InlineData(RegisterStatus.ReaOnly, "IT", "rules.join-rea-only")]
    [InlineData(RegisterStatus.Professional, "IT", "rules.join-professional-contractual")]
    public async Task Given_a_firm_that_needs_a_look_when_it_is_checked_then_the_rule_says_why(RegisterStatus register, string country, string code)
    {
        var number = InventedIdentifiers.Vat(7);

        var firm = Assert.Single(await _given.DoneAsync(_given.Lecco, new PreviewFirms(number, NetworkKind.Contractual) { Details = [new(number) { Register = register }] }));

        Assert.Equal(code, Assert.Single(firm.Findings).Code);
        Assert.Equal((country, number), (firm.Entry.Country, firm.Entry.VatNumber));
    }

    [Fact]
    public async Task Given_a_french_firm_when_it_is_checked_then_it_is_warned_that_it_may_hold_up_the_effect()
    {
        var firm = Assert.Single(await _given.DoneAsync(_given.Lecco, new PreviewFirms("Atelier SARL FR40303265045", null)));

        Assert.Equal(("FR", "Atelier SARL", "FR40303265045"), (firm.Entry.Country, firm.Name, firm.Entry.TaxCode));
        Assert.Equal("rules.join-foreign-original", Assert.Single(firm.Findings).Code);
    }

    [Theory]
    [InlineData("3M Lavorazioni Srl", "3M Lavorazioni Srl", null)]
    [InlineData("Officine 2000 Srl", "Officine 2000 Srl", null)]
    [InlineData("it 00743.110.157", null, "00743110157")]
    [InlineData("Rossi Srl: 00743110157", "Rossi Srl", "00743110157")]
    [InlineData("RSSMRAULALMHRLMD", null, "RSSMRAULALMHRLMD")]
    [InlineData("DE123456789", null, "DE123456789")]
    public void Given_a_typed_entry_then_name_and_number_are_told_apart(string typed, string? name, string? number)
    {
        var entry = Assert.Single(TypedFirms.Read(typed));

        Assert.Equal((name, number, null as IdentifierFault), (entry.Name, entry.TaxCode, entry.Fault));
    }

    [Fact]
    public async Task Given_nobody_signed_in_when_firms_are_checked_then_it_is_as_if_it_did_not_exist()
    {
        var answer = await _given.SendAsync(new PreviewFirms("00743110157", null));

        Assert.Equal("common.not-found", answer.Refusal!.Code);
    }
}
