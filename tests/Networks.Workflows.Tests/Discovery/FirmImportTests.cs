using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Networks.Data;
using Networks.Data.Firms;
using Networks.Data.Imports;
using Networks.Workflows.Common;
using Networks.Workflows.Discovery;
using Networks.Workflows.Discovery.BeginImportStage;
using Networks.Workflows.Discovery.DownloadFaults;
using Networks.Workflows.Discovery.Imports;
using Networks.Workflows.Discovery.ListFirms;
using Networks.Workflows.Discovery.MatchColumns;
using Networks.Workflows.Discovery.SaveFirmRecord;
using Networks.Workflows.Discovery.ShowImport;
using Networks.Workflows.Discovery.UploadFirms;
using Networks.Workflows.Tests.Support;

namespace Networks.Workflows.Tests.Discovery;

public sealed class FirmImportTests : IAsyncLifetime
{
    private Given _given = null!;

    public async ValueTask InitializeAsync() => _given = await Given.NewAsync();

    public ValueTask DisposeAsync() => _given.DisposeAsync();

    [Fact]
    public async Task Given_semicolons_old_encoding_and_NA_when_imported_then_Napoli_and_accents_are_there()
    {
        var text = $"Ragione sociale;P.IVA;Prov;Ateco;Addetti\r\nCaffè Più Srl;{Vat(1)};NA;10.83;12\r\n\"Officine \"\"Nord\"\"; e figli\";{Vat(2)};Lecco;28.29;3\r\n";

        await ImportedAsync(CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes(text));

        var first = await FirmAsync(1);
        Assert.Equal(("Caffè Più Srl", "NA"), (first.Name, first.ReaProvince));
        var second = await FirmAsync(2);
        Assert.Equal(("Officine \"Nord\"; e figli", "LC"), (second.Name, second.ReaProvince));
        Assert.Equal(SizeClass.Small, await _given.ReadAsync(db => db.FirmProfiles.Where(p => p.FirmId == first.Id).Select(p => p.Size).SingleAsync()));
    }

    [Theory]
    [InlineData("2026-12-31")]
    [InlineData("31/12/2026")]
    [InlineData("31.12.2026")]
    [InlineData("46387")]
    public async Task Given_a_day_in_any_shape_when_imported_then_the_consent_lasts_until_it(string typed)
    {
        await ImportedAsync(Encoding.UTF8.GetBytes($"nome,partita iva,consenso anonimo\nAlfa,{Vat(1)},{typed}\n"), "form");

        var consent = Assert.Single((await FirmAsync(1)).Consents);
        Assert.Equal((ConsentPurpose.ShowAnonymously, new DateOnly(2026, 12, 31), "form"), (consent.Purpose, consent.Until, consent.How));
    }

    [Fact]
    public async Task Given_doubled_rows_when_imported_then_the_same_is_passed_over_and_the_other_is_told()
    {
        var now = await ImportedAsync(Encoding.UTF8.GetBytes($"nome\tcf\nAlfa\t{Vat(1)}\nAlfa\t{Vat(1)} \nAlfa due\t{Vat(1)}\n"));

        Assert.Equal((1, 1, 1), (now.Created, now.Same, now.Faults));
        Assert.Equal(4, Assert.Single(now.FirstFaults).Row);
        Assert.Contains("riga 2", now.FirstFaults[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Given_a_firm_of_another_desk_when_imported_then_its_row_is_told_and_it_stays_theirs()
    {
        var theirs = await _given.RegisteredAsync(_given.Como, 1);

        var now = await ImportedAsync(Encoding.UTF8.GetBytes($"nome,partita iva\nPresa Srl,{Vat(1)}\nMia Srl,{Vat(2)}\n"));

        Assert.Equal((1, 1), (now.Created, now.Faults));
        Assert.DoesNotContain("Como", now.FirstFaults[0].Text, StringComparison.Ordinal);
        var firm = await _given.FirmAsync(theirs);
        Assert.Equal(("Registrata 1 Srl", _given.Como.AssociationId), (firm.Name, firm.HeldBy));
    }

    [Fact]
    public async Task Given_wrong_rows_when_downloaded_mended_and_sent_again_then_they_are_in_and_no_cell_was_a_formula()
    {
        var import = await UploadedAsync(Encoding.UTF8.GetBytes($"nome;partita iva;telefono\n=HYPERLINK(1);{Vat(1)[..10]}9;+39 02 1\nBuona;{Vat(2)};@x\n"));
        await CheckedAsync(import);
        await StageAsync(import, undo: false);

        var table = await _given.DoneAsync(_given.Lecco, new DownloadFaults(import));

        Assert.Contains("'=HYPERLINK(1);", table, StringComparison.Ordinal);
        Assert.DoesNotContain("Buona", table, StringComparison.Ordinal);
        var again = await ImportedAsync(Encoding.UTF8.GetBytes(table.Replace($"{Vat(1)[..10]}9", Vat(1), StringComparison.Ordinal)));
        Assert.Equal((1, 0), (again.Created, again.Faults));
        Assert.Equal(("=HYPERLINK(1)", "+39 02 1"), ((await FirmAsync(1)).Name, (await FirmAsync(1)).Phone));
    }

    [Fact]
    public async Task Given_a_try_then_it_says_what_would_be_and_nothing_is_written()
    {
        var known = await _given.RegisteredAsync(_given.Lecco, 1);
        var import = await UploadedAsync(Encoding.UTF8.GetBytes($"nome,partita iva\nAltro nome,{Vat(1)}\nNuova,{Vat(2)}\nSbagliata,123\n"));

        var now = await CheckedAsync(import);

        Assert.Equal((ImportStatus.Checked, 1, 1, 1, 3), (now.Status, now.Created, now.Updated, now.Faults, now.Rows));
        Assert.Equal("Registrata 1 Srl", (await _given.FirmAsync(known)).Name);
        Assert.Equal(1, await _given.ReadAsync(db => db.Firms.CountAsync()));
    }

    [Fact]
    public async Task Given_an_import_when_it_is_undone_then_new_firms_go_changed_ones_return_and_those_in_use_stay()
    {
        var known = await _given.RegisteredAsync(_given.Lecco, 1);
        var import = await UploadedAsync(Encoding.UTF8.GetBytes($"nome,partita iva,cerca\nAltro nome,{Vat(1)},tornitori\nNuova,{Vat(2)},\nIn una rete,{Vat(3)},\n"));
        await CheckedAsync(import);
        Assert.Equal(ImportStatus.Done, (await StageAsync(import, undo: false)).Status);
        Assert.Equal("Altro nome", (await _given.FirmAsync(known)).Name);
        await _given.CaseAsync((await FirmAsync(3)).Id);

        var undone = await StageAsync(import, undo: true);

        Assert.Equal((ImportStatus.Undone, 1), (undone.Status, undone.Kept));
        Assert.Equal("Registrata 1 Srl", (await _given.FirmAsync(known)).Name);
        Assert.Equal([Vat(1), Vat(3)], await _given.ReadAsync(db => db.Firms.OrderBy(f => f.TaxCode).Select(f => f.TaxCode).ToListAsync()));
    }

    [Fact]
    public async Task Given_imported_firms_that_are_alike_then_the_job_makes_their_cards_and_their_desk_finds_them()
    {
        var rows = string.Concat(Enumerable.Range(1, 6).Select(n => $"Firma {n};{Vat(n)};28.29;LC;piccola;Stampi in acciaio;si\n"));

        await ImportedAsync(Encoding.UTF8.GetBytes("nome;partita iva;ateco;provincia;dimensione;offre;consenso anonimo\n" + rows), "form");

        var found = await _given.DoneAsync(_given.Lecco, new ListFirms(new Facets { Text = "acciaio", Size = SizeClass.Small }, 1));
        Assert.Equal(6, found.Total);
        Assert.All(found.Rows, r => Assert.True(r.CardMade));
    }

    [Fact]
    public async Task Given_an_import_that_stopped_half_way_when_the_job_runs_again_then_it_goes_on_where_it_stood()
    {
        var rows = string.Concat(Enumerable.Range(1, 5).Select(n => $"Firma {n},{Vat(n)}\n"));
        var import = await UploadedAsync(Encoding.UTF8.GetBytes($"nome,partita iva\n{rows}Firma 1,{Vat(1)}\n"));
        await CheckedAsync(import);
        await _given.DoneAsync(_given.Lecco, new BeginImportStage(import, Undo: false));
        var table = ImportFile.Rows(new MemoryStream(Encoding.UTF8.GetBytes($"nome,partita iva\n{rows}"))).Skip(1).Take(2).Select(r => PortionRow.Read(["name", "vat-number"], r.Line, r.Cells)).ToList();
        _given.Actor = Actor.Service;
        Assert.True((await _given.SendAsync(new ImportPortion(import, 0, IsLast: false) { Rows = table, Seen = new SeenRows() })).Ok);

        await _given.Services.GetRequiredService<RegisterSweep>().RunAsync(default);

        var now = await _given.DoneAsync(_given.Lecco, new ShowImport(import));
        Assert.Equal((ImportStatus.Done, 5, 1, 0), (now.Status, now.Created, now.Same, now.Faults));
    }

    [Fact]
    public async Task Given_what_is_no_table_when_uploaded_then_it_is_refused_with_the_cure()
    {
        foreach (var bytes in new[] { [0x25, 0x50, 0, 1, 2], "PK nothing"u8.ToArray(), Array.Empty<byte>() })
        {
            _given.Actor = Actor.Of(_given.Lecco);
            var answer = await _given.SendAsync(new UploadFirms("foto.csv", await _given.Files.PutAsync(bytes)));
            Assert.Equal("discovery.no-table", answer.Refusal?.Code);
        }
    }

    [Fact]
    public async Task Given_columns_without_the_number_or_one_twice_when_matched_then_it_is_refused_at_the_column()
    {
        var import = await UploadedAsync("nome,codice\nAlfa,1\n"u8.ToArray());
        _given.Actor = Actor.Of(_given.Lecco);

        Assert.Equal("discovery.column-number-missing", (await _given.SendAsync(new MatchColumns(import, ["name", ""], null))).Refusal!.Code);
        Assert.Equal("column-1", (await _given.SendAsync(new MatchColumns(import, ["tax-code", "tax-code"], null))).Refusal!.Field);
        _given.Actor = Actor.Of(_given.Como);
        Assert.Equal(RefusalKind.NotFound, (await _given.SendAsync(new MatchColumns(import, ["name", "tax-code"], null))).Refusal!.Kind);
    }

    private static string Vat(int number) => InventedIdentifiers.Vat(number);

    private Task<Firm> FirmAsync(int number) => _given.ReadAsync(db => db.Firms.SingleAsync(f => f.TaxCode == Vat(number)));

    private async Task<ImportNow> ImportedAsync(byte[] bytes, string? how = null)
    {
        var import = await UploadedAsync(bytes);
        await CheckedAsync(import, how);
        return await StageAsync(import, undo: false);
    }

    private async Task<Guid> UploadedAsync(byte[] bytes) =>
        await _given.DoneAsync(_given.Lecco, new UploadFirms("imprese.csv", await _given.Files.PutAsync(bytes)));

    private async Task<ImportNow> CheckedAsync(Guid import, string? how = null)
    {
        var shown = await _given.DoneAsync(_given.Lecco, new ShowImport(import));
        await _given.DoneAsync(_given.Lecco, new MatchColumns(import, [.. shown.Columns.Select(c => c.Field)], how));
        return await SweptAsync(import);
    }

    private async Task<ImportNow> StageAsync(Guid import, bool undo)
    {
        await _given.DoneAsync(_given.Lecco, new BeginImportStage(import, undo));
        return await SweptAsync(import);
    }

    private async Task<ImportNow> SweptAsync(Guid import)
    {
        await _given.Services.GetRequiredService<RegisterSweep>().RunAsync(default);
        return await _given.DoneAsync(_given.Lecco, new ShowImport(import));
    }
}
