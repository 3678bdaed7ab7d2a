using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.EnterpriseNetworks;
using Networks.Workflows.Registration.ConfirmEffect;
using Networks.Workflows.Registration.RecordOutcome;
using Networks.Workflows.Registration.ShowFilings;
using Networks.Workflows.Registration.ShowSheet;
using Networks.Workflows.Signing.RecordDeed;
using Networks.Workflows.Tests.Support;

namespace Networks.Workflows.Tests.Registration;

/// <summary>A network with legal personality: one filing, its own entry, the annual statement.</summary>
public sealed class OwnEntryTests : IAsyncLifetime
{
    private Given _given = null!;
    private CaseId _case;

    public async ValueTask InitializeAsync()
    {
        _given = await Given.NewAsync();
        _case = (await _given.CaseInSigningAsync(NetworkKind.LegalEntity, SignatureForm.NotarialDeed)).Id;
        _given.Clock.GoTo(new DateOnly(2026, 3, 20));
        var file = new DeedUpload("atto.pdf", await _given.StoredAsync("%PDF-1.7 atto"u8.ToArray()));
        await _given.DoneAsync(_given.Lecco, new RecordDeed(Ids.New(_given.Clock), _case, new DateOnly(2026, 3, 16), "Notaio Prova", "1234", null, file, TextIsApproved: true));
    }

    public ValueTask DisposeAsync() => _given.DisposeAsync();

    [Fact]
    public async Task Given_the_own_entry_when_it_is_confirmed_then_the_effect_is_its_day_and_the_annual_statement_is_planned()
    {
        var row = Assert.Single((await _given.DoneAsync(_given.Lecco, new ShowFilings(_case))).Rows);
        Assert.Equal(("Rete Prova", "Como-Lecco"), (row.Name, row.Chamber));

        await _given.DoneAsync(_given.Lecco, new RecordOutcome(Ids.New(_given.Clock), _case, row.Filing!.Value, FilingOutcome.Entered, new DateOnly(2026, 3, 19), "RC1", null, null, null));
        var done = await _given.DoneAsync(_given.Lecco, new ConfirmEffect(Ids.New(_given.Clock), _case, new DateOnly(2026, 3, 19)));

        Assert.Equal(new DateOnly(2026, 3, 19), done.EffectOn);
        var statement = await _given.ReadAsync(db => db.Duties.SingleAsync(d => d.Kind == "annual-statement"));
        Assert.Equal(new DateOnly(2027, 3, 1), statement.DueOn);
        Assert.True(statement.IsToVerify);
    }

    [Fact]
    public async Task Given_the_own_entry_then_its_sheet_is_of_the_network_with_notary_and_repertorio()
    {
        var filing = await _given.ReadAsync(db => db.Filings.Select(f => f.Id).SingleAsync());

        var sheet = await _given.DoneAsync(_given.Lecco, new ShowSheet(_case, filing));

        Assert.Equal((SheetRole.OwnEntry, new SheetModule("S1", null, ToVerify: true)), (sheet.Role, sheet.Module));
        Assert.Null(sheet.Firm);
        Assert.Equal(("Notaio Prova", "1234"), (sheet.Deed.Notary, sheet.Deed.Repertorio));
        Assert.Equal("N-2026-0001-atto.pdf", Assert.Single(sheet.Attachments).Name);
    }
}
