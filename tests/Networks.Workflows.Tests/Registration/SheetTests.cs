using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Networks.Data;
using Networks.Data.EnterpriseNetworks;
using Networks.Data.Firms;
using Networks.Workflows.Common;
using Networks.Workflows.Registration.SetReferenceEnterprise;
using Networks.Workflows.Registration.ShowFilings;
using Networks.Workflows.Registration.ShowSheet;
using Networks.Workflows.Tests.Support;

namespace Networks.Workflows.Tests.Registration;

public sealed class SheetTests(Signers signers) : IClassFixture<Signers>, IAsyncLifetime
{
    private Given _given = null!;
    private RegistrationCase _case = null!;

    public async ValueTask InitializeAsync()
    {
        _given = await Given.NewAsync(services => services.AddSingleton(signers.Trust));
        _case = await _given.CaseInRegistrationAsync(signers);
    }

    public ValueTask DisposeAsync() => _given.DisposeAsync();

    [Fact]
    public async Task Given_a_sole_proprietor_as_reference_then_its_sheet_has_its_module_and_a_companys_fee()
    {
        await _given.WriteAsync(async db => (await db.Firms.SingleAsync(f => f.Name == "Alfa 1 Srl")).LegalForm = LegalForm.SoleProprietor);
        await _given.DoneAsync(_given.Lecco, new SetReferenceEnterprise(Ids.New(_given.Clock), _case.Id, await ParticipantAsync(0)));

        var sheet = await SheetAsync(0);

        Assert.Equal((SheetRole.Reference, new SheetModule("I2", "A27", ToVerify: false)), (sheet.Role, sheet.Module));
        Assert.Equal((9000, 1750), (sheet.Fee.RegistryCents, sheet.Fee.StampCents));
        Assert.Contains("registration.check-reference", sheet.Checks);
        Assert.Contains("registration.reference-chosen", await _given.HistoryAsync(_case.Id));
    }

    [Fact]
    public async Task Given_a_company_then_the_module_carries_the_mark_and_the_attachments_their_hash()
    {
        var sheet = await SheetAsync(3);

        Assert.Equal((SheetRole.Participant, new SheetModule("S2", "A27", ToVerify: true)), (sheet.Role, sheet.Module));
        Assert.Equal("Milano Monza Brianza Lodi", sheet.Chamber);
        Assert.Equal(("Alfa 4 Srl", "MB-200004", "Rappresentante Numero4"), (sheet.Firm!.Name, sheet.Firm.Rea, sheet.Firm.Signer));
        Assert.Equal(["contratto.pdf", "tutti.p7m"], sheet.Attachments.Select(a => a.Name).Order());
        Assert.All(sheet.Attachments, a => Assert.Equal(64, a.Sha256.Length));
        Assert.Equal(sheet.Deed.Sha256, sheet.Attachments.Single(a => a.Name == "contratto.pdf").Sha256);
    }

    [Fact]
    public async Task Given_a_long_object_then_the_sheet_warns()
    {
        await _given.WriteAsync(async db => (await db.EnterpriseNetworks.SingleAsync()).Terms = Given.SmallContract with { Programme = new string('x', 1301) });

        Assert.True((await SheetAsync(0)).ObjectIsLong);
    }

    [Fact]
    public async Task Given_a_firm_that_is_no_signatory_when_it_is_chosen_as_reference_then_it_is_refused()
    {
        _given.Actor = Actor.Of(_given.Lecco);

        Assert.Equal("registration.reference-not-signatory",
            (await _given.SendAsync(new SetReferenceEnterprise(Ids.New(_given.Clock), _case.Id, ParticipantId.New(_given.Clock)))).Refusal?.Code);
    }

    [Fact]
    public async Task Given_text_that_looks_like_a_formula_then_the_table_shows_it_and_does_not_run_it()
    {
        await _given.WriteAsync(async db => (await db.EnterpriseNetworks.SingleAsync()).Name = "=HYPERLINK(\"http://x\";1)");

        var csv = System.Text.Encoding.UTF8.GetString(SheetCsv.Write(await SheetAsync(0)));

        Assert.Contains("contratto di rete;\"'=HYPERLINK(\"\"http://x\"\";1)\"", csv, StringComparison.Ordinal);
        Assert.Contains("imposta di bollo;65,00", csv, StringComparison.Ordinal);
        Assert.Contains("impresa 4;Alfa 4 Srl", csv, StringComparison.Ordinal);
        Assert.DoesNotContain("impresa 5", csv, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Given_a_network_before_its_deed_then_the_grid_says_what_will_be_needed()
    {
        await using var given = await Given.NewAsync();
        var early = await given.CaseInSigningAsync();

        var view = await given.DoneAsync(given.Lecco, new ShowFilings(early.Id));

        Assert.False(view.Planned);
        Assert.Equal(["Como-Lecco", "Como-Lecco", "Como-Lecco", "Milano Monza Brianza Lodi"], view.Rows.Select(r => r.Chamber));
        Assert.Null(view.Effect);
    }

    private Task<SheetView> SheetAsync(int filing) => _given.DoneAsync(_given.Lecco, new ShowSheet(_case.Id, _case.Filings[filing]));

    private async Task<ParticipantId> ParticipantAsync(int filing) =>
        (await _given.ReadAsync(db => db.Filings.SingleAsync(f => f.Id == _case.Filings[filing]))).ParticipantId!.Value;
}
