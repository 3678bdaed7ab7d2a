using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Networks.Data;
using Networks.Data.Administration;
using Networks.Workflows.Administration.Exports;
using Networks.Workflows.Administration.Holdings;
using Networks.Workflows.Administration.ListJournal;
using Networks.Workflows.Common;
using Networks.Workflows.Tests.Support;

namespace Networks.Workflows.Tests.Administration;

public sealed class ExportTests : IAsyncLifetime
{
    /// <summary>What an association has no part in, or what only makes the service run: everything else is exported.</summary>
    private static readonly HashSet<string> _leftOut = new(StringComparer.Ordinal)
    {
        // Of the programme, the lead or the installation.
        "Programme", "ProgrammeTarget", "ConfirmedFact", "FundingCall", "ServiceOffer", "NetworkWorkbook", "KnownMember", "FrozenMonth", "Restatement", "LeadVisit", "Counter", "JournalHead",

        // A person's own.
        "Account", "IdentityUserClaim`1", "IdentityUserLogin`1", "IdentityUserToken`1", "Absence", "SavedFilter", "KeptText", "CalendarFeed", "ViewSubscription", "CardSearch",

        // Secrets, machinery, and what is made anew from the rest.
        "ApiToken", "Webhook", "WebhookDelivery", "FirmLink", "FirmCode", "SearchEntry", "SearchCard", "ImportChange", "CaseProgress", "ProcessInstance", "Scope", "DueTimer", "Incident",
        "ServiceNode", "SharedKey", "CompletedOperation", "MailPause", "HoldingsExport",
    };

    private readonly MemoryExports _exports = new();
    private Given _given = null!;

    public async ValueTask InitializeAsync() => _given = await Given.NewAsync(services => services.AddSingleton<IExportStore>(_exports));

    public ValueTask DisposeAsync() => _given.DisposeAsync();

    [Fact]
    public async Task Given_an_association_with_cases_when_it_is_exported_then_all_of_it_and_nothing_of_others_is_there_with_its_hashes()
    {
        var id = await _given.CaseInRoundAsync();
        await _given.FirmAsync(_given.Como, 9, "Straniera Lariana Srl");
        var export = await _given.AdministeredAsync(new AskExport { OperationId = Ids.New(_given.Clock) });
        var twice = await _given.SendAsAsync(Given.AdministratorOf(_given.Lecco), new AskExport { OperationId = Ids.New(_given.Clock) });

        Assert.Equal("my-data.exporting", twice.Refusal?.Code);
        Assert.Equal(1, await Sweep.RunAsync(default));

        var row = Assert.Single(await _given.AdministeredAsync(new ListExports()));
        Assert.Equal((ExportStatus.Ready, row.Parts), (row.Status, row.PartsDone));
        await using var zip = new ZipArchive(new MemoryStream(await OpenAsync(export)));
        var manifest = JsonDocument.Parse(await ReadAsync(zip, "manifest.json")).RootElement.GetProperty("files").EnumerateArray().ToList();
        Assert.Equal(zip.Entries.Count - 2, manifest.Count);
        foreach (var file in manifest)
        {
            var bytes = await ReadAsync(zip, file.GetProperty("path").GetString()!);
            Assert.Equal(file.GetProperty("sha256").GetString(), Convert.ToHexStringLower(SHA256.HashData(bytes)));
            Assert.Equal(file.GetProperty("bytes").GetInt64(), bytes.Length);
        }

        var events = await _given.ReadAsync(db => db.CaseEvents.CountAsync(e => e.CaseId == id));
        Assert.Equal(events, manifest.Single(f => f.GetProperty("path").GetString() == "networks/CaseEvent.jsonl").GetProperty("rows").GetInt64());
        Assert.Contains(manifest, f => f.GetProperty("path").GetString()!.StartsWith("files/", StringComparison.Ordinal));
        var all = "";
        foreach (var table in zip.Entries.Where(e => !e.FullName.StartsWith("files/", StringComparison.Ordinal)).Select(e => e.FullName).ToList())
        {
            all += System.Text.Encoding.UTF8.GetString(await ReadAsync(zip, table));
        }

        Assert.Contains("Alfa 1 Srl", all, StringComparison.Ordinal);
        Assert.DoesNotContain("Straniera", all, StringComparison.Ordinal);
        Assert.DoesNotContain("TokenHash", all, StringComparison.Ordinal);
        Assert.DoesNotMatch("/f/[A-Za-z0-9_-]{43}", all);
        Assert.Equal(row.Sha256, Convert.ToHexStringLower(SHA256.HashData(await OpenAsync(export))));
    }

    [Fact]
    public async Task Given_an_export_when_another_association_or_a_desk_asks_for_it_then_it_is_not_there_and_its_making_is_in_the_journal()
    {
        var export = await _given.AdministeredAsync(new AskExport { OperationId = Ids.New(_given.Clock) });
        await Sweep.RunAsync(default);
        foreach (var who in new[] { Given.AdministratorOf(_given.Como), Actor.Of(_given.Lecco) })
        {
            Assert.Equal("common.not-found", (await _given.SendAsAsync(who, new OpenExport(export))).Refusal?.Code);
            Assert.Equal("common.not-found", (await _given.SendAsAsync(who, new EndExport(export) { OperationId = Ids.New(_given.Clock) })).Refusal?.Code);
        }

        Assert.Empty((await _given.SendAsAsync(Given.AdministratorOf(_given.Como), new ListExports())).Value);
        Assert.Contains((await _given.AdministeredAsync(new ListJournal("act", null, null, null, null, null))).Rows, r => r.Facts.Contains($"{export}", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Given_a_finished_export_when_its_time_is_over_or_a_person_ends_it_then_its_bytes_are_gone()
    {
        var first = await _given.AdministeredAsync(new AskExport { OperationId = Ids.New(_given.Clock) });
        await Sweep.RunAsync(default);
        _given.Clock.Advance(ExportTime.Kept + TimeSpan.FromSeconds(1));
        Assert.Equal("my-data.export-gone", (await _given.SendAsAsync(Given.AdministratorOf(_given.Lecco), new OpenExport(first))).Refusal?.Code);
        Assert.Equal(1, await Sweep.RunAsync(default));
        Assert.Empty(_exports.Kept);

        var second = await _given.AdministeredAsync(new AskExport { OperationId = Ids.New(_given.Clock) });
        await Sweep.RunAsync(default);
        Assert.Single(_exports.Kept);
        await _given.AdministeredAsync(new EndExport(second) { OperationId = Ids.New(_given.Clock) });

        Assert.Empty(_exports.Kept);
        Assert.All(await _given.AdministeredAsync(new ListExports()), r => Assert.Equal(ExportStatus.Gone, r.Status));
    }

    [Fact]
    public async Task Given_a_full_disk_when_an_export_is_made_then_it_says_so_and_keeps_nothing()
    {
        await _given.AdministeredAsync(new AskExport { OperationId = Ids.New(_given.Clock) });
        _exports.Full = true;
        await Sweep.RunAsync(default);

        var row = Assert.Single(await _given.AdministeredAsync(new ListExports()));
        Assert.Equal((ExportStatus.Failed, Words.Say("my-data.export-no-room")), (row.Status, row.Failure));
        Assert.Empty(_exports.Kept);
    }

    [Fact]
    public async Task Given_a_node_that_stopped_while_it_made_an_export_when_its_patience_is_over_then_another_makes_it_anew()
    {
        var export = await _given.AdministeredAsync(new AskExport { OperationId = Ids.New(_given.Clock) });
        var until = _given.Clock.GetUtcNow() + TimeSpan.FromMinutes(5);
        await _given.ReadAsync(db => db.HoldingsExports.Where(e => e.Id == export).ExecuteUpdateAsync(s => s.SetProperty(e => e.ClaimedUntil, until).SetProperty(e => e.Fence, 4)));

        Assert.Equal(0, await Sweep.RunAsync(default));
        _given.Clock.Advance(TimeSpan.FromMinutes(6));
        Assert.Equal(1, await Sweep.RunAsync(default));
        Assert.NotEmpty(await OpenAsync(export));
    }

    [Fact]
    public async Task Given_every_stored_table_then_it_is_exported_or_left_out_for_a_reason()
    {
        var tables = await _given.ReadAsync(db => Task.FromResult(HoldingTable.All(db.Model).Select(t => t.Word).ToList()));
        var exported = ExportTables.All.Select(t => t.Entity.Name).ToList();

        Assert.Equal(exported.Concat(_leftOut).Order(StringComparer.Ordinal), tables.Order(StringComparer.Ordinal));
    }

    private ExportSweep Sweep => _given.Services.GetRequiredService<ExportSweep>();

    private async Task<byte[]> OpenAsync(Guid export)
    {
        await using var content = (await _given.AdministeredAsync(new OpenExport(export))).Content;
        using var bytes = new MemoryStream();
        await content.CopyToAsync(bytes);
        return bytes.ToArray();
    }

    private static async Task<byte[]> ReadAsync(ZipArchive zip, string name)
    {
        await using var entry = await zip.GetEntry(name)!.OpenAsync();
        using var bytes = new MemoryStream();
        await entry.CopyToAsync(bytes);
        return bytes.ToArray();
    }
}
