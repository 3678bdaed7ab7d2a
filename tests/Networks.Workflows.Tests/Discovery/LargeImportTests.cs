using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Networks.Data;
using Networks.Data.Imports;
using Networks.Workflows.Common;
using Networks.Workflows.Discovery.BeginImportStage;
using Networks.Workflows.Discovery.Imports;
using Networks.Workflows.Discovery.MatchColumns;
using Networks.Workflows.Discovery.SaveFirmRecord;
using Networks.Workflows.Discovery.ShowImport;
using Networks.Workflows.Discovery.UploadFirms;
using Networks.Workflows.Tests.Support;

namespace Networks.Workflows.Tests.Discovery;

/// <summary>What large and broken files do to an import and to those who work beside it.</summary>
public sealed class LargeImportTests : IAsyncLifetime
{
    private const int Portions = 4;

    private Given _given = null!;

    public async ValueTask InitializeAsync() => _given = await Given.NewAsync();

    public ValueTask DisposeAsync() => _given.DisposeAsync();

    [Fact]
    public async Task Given_an_import_of_several_portions_when_a_desk_acts_then_its_act_goes_through_between_them()
    {
        var import = await TriedAsync(File(Portions * ImportPortion.Size));
        await _given.DoneAsync(_given.Lecco, new BeginImportStage(import, Undo: false));
        var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var seen = new List<(ImportStatus, int)>();

        var running = _given.Services.GetRequiredService<RegisterSweep>().ContinueAsync(
            import,
            now =>
            {
                seen.Add((now.Status, now.RowsDone));
                begun.TrySetResult();
            },
            default);
        await begun.Task;
        var act = await _given.DoneAsync(_given.Como, new SaveFirmRecord(null, new Dictionary<string, string> { ["name"] = "Accanto Srl", ["vat-number"] = InventedIdentifiers.Vat(900_000) }, null));
        await running;

        Assert.Equal("Accanto Srl", (await _given.FirmAsync(act)).Name);
        Assert.Equal([.. Enumerable.Range(1, Portions).Select(n => (n < Portions ? ImportStatus.Importing : ImportStatus.Done, n * ImportPortion.Size))], seen);
        Assert.Equal((Portions * ImportPortion.Size) + 1, await _given.ReadAsync(db => db.SearchEntries.CountAsync()));
    }

    [Fact]
    public async Task Given_a_large_import_when_it_is_undone_then_nothing_of_it_is_left()
    {
        var import = await TriedAsync(File(ImportPortion.Size + 1));
        await StageAsync(import, undo: false);
        Assert.True(await _given.ReadAsync(db => db.SearchCards.AnyAsync()));

        var undone = await StageAsync(import, undo: true);

        Assert.Equal((ImportStatus.Undone, 0), (undone.Status, undone.Kept));
        Assert.Equal((0, 0, 0, 0), await _given.ReadAsync(async db => (await db.Firms.CountAsync(), await db.FirmProfiles.CountAsync(), await db.SearchEntries.CountAsync(), await db.SearchCards.CountAsync())));
    }

    [Fact]
    public async Task Given_a_quote_that_is_never_closed_when_tried_then_the_import_ends_with_the_cure_and_nothing_is_written()
    {
        var import = await TriedAsync(Encoding.UTF8.GetBytes($"nome;partita iva\nAlfa;{InventedIdentifiers.Vat(1)}\n\"Beta;{InventedIdentifiers.Vat(2)}\nGamma;{InventedIdentifiers.Vat(3)}\n"));

        var now = await _given.DoneAsync(_given.Lecco, new ShowImport(import));

        Assert.Equal((ImportStatus.Failed, "discovery.import-unreadable", 1), (now.Status, now.Failure, now.RowsDone));
        Assert.Contains("virgolette", Words.Say(now.Failure!), StringComparison.Ordinal);
        Assert.Equal(0, await _given.ReadAsync(db => db.Firms.CountAsync()));
    }

    [Fact]
    public async Task Given_more_rows_than_a_file_may_have_when_read_then_it_ends_at_the_limit_in_words()
    {
        var import = new FirmImport(Guid.CreateVersion7(_given.Clock.GetUtcNow()), _given.Lecco.AssociationId, FileId.New(_given.Clock), "a.csv", _given.Clock.GetUtcNow()) { Columns = ["name", "vat-number"] };

        var portions = new List<PortionRows>();
        await foreach (var portion in new PortionReader(import, new DateOnly(2026, 1, 1), _given.Clock, mostRows: 3).PortionsAsync(new MemoryStream(File(5)), default))
        {
            portions.Add(portion);
        }

        var only = Assert.Single(portions);
        Assert.Equal((3, true, "discovery.import-too-many-rows"), (only.Rows.Count, only.IsLast, only.Failure));
        Assert.Contains("1.100.000", Words.Say(only.Failure!), StringComparison.Ordinal);
    }

    private static byte[] File(int rows) => Encoding.UTF8.GetBytes("nome;partita iva;provincia;ateco;consenso anonimo\n"
        + string.Concat(Enumerable.Range(1, rows).Select(n => $"Firma {n};{InventedIdentifiers.Vat(n)};LC;28.29;si\n")));

    private async Task<Guid> TriedAsync(byte[] bytes)
    {
        var import = await _given.DoneAsync(_given.Lecco, new UploadFirms("imprese.csv", await _given.Files.PutAsync(bytes)));
        var shown = await _given.DoneAsync(_given.Lecco, new ShowImport(import));
        await _given.DoneAsync(_given.Lecco, new MatchColumns(import, [.. shown.Columns.Select(c => c.Field)], "form"));
        await _given.Services.GetRequiredService<RegisterSweep>().RunAsync(default);
        return import;
    }

    private async Task<ImportNow> StageAsync(Guid import, bool undo)
    {
        await _given.DoneAsync(_given.Lecco, new BeginImportStage(import, undo));
        await _given.Services.GetRequiredService<RegisterSweep>().RunAsync(default);
        return await _given.DoneAsync(_given.Lecco, new ShowImport(import));
    }
}
