using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Networks.Data;
using Networks.Data.Associations;
using Networks.Data.EnterpriseNetworks;
using Networks.Data.Programmes;
using Networks.Web.Commands;
using Networks.Workflows.Tests.Support;

namespace Networks.Web.Tests.Commands;

/// <summary><c>networks import firms</c>: the same import as the page's, for scripts.</summary>
public sealed class ImportFirmsTests : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("networks-import-").FullName;
    private readonly StringWriter _output = new(CultureInfo.InvariantCulture);
    private readonly StringWriter _errors = new(CultureInfo.InvariantCulture);

    public async ValueTask InitializeAsync()
    {
        Assert.Equal(ExitCode.Done, await RunAsync("migrate"));
        await using var app = NetworksApp.Create([$"--Networks:Folder={_folder}", "--Networks:Jobs=false"]);
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<NetworksDbContext>();
        var (programme, desk) = (new ProgrammeId(Guid.CreateVersion7(Given.StartingClock().GetUtcNow())), new AssociationId(Guid.CreateVersion7(Given.StartingClock().GetUtcNow())));
        db.Add(new Programme(programme, "PAL", "Punto Alleanze Lombardia", new LeadPartner(desk)));
        db.Add(new Association(desk, programme, "Associazione Lecco", "Desk di Lecco", AssociationKind.Desk));
        await db.SaveChangesAsync();
    }

    public ValueTask DisposeAsync()
    {
        _output.Dispose();
        _errors.Dispose();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Given_a_file_when_it_is_checked_and_imported_then_rows_to_mend_are_named_and_the_others_are_there()
    {
        var file = Path.Combine(_folder, "soci.csv");
        await File.WriteAllTextAsync(file, $"nome;partita iva;provincia\nAlfa Srl;{InventedIdentifiers.Vat(1)};NA\nBeta Srl;12345678901;LC\n", Encoding.Latin1);

        Assert.Equal(ExitCode.Done, await RunAsync("import", "firms", file, "--desk=Desk di Lecco", "--check"));
        Assert.Empty(await FirmsAsync());
        Assert.Equal(ExitCode.Done, await RunAsync("import", "firms", file, "--desk=Desk di Lecco"));

        Assert.Equal(["Alfa Srl NA"], await FirmsAsync());
        Assert.Contains("Riga 3: ", _errors.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Given_no_such_desk_or_file_then_nothing_is_imported_and_it_says_which()
    {
        var file = Path.Combine(_folder, "soci.csv");
        await File.WriteAllTextAsync(file, "nome;partita iva\n");

        Assert.Equal(ExitCode.Usage, await RunAsync("import", "firms", file, "--desk=Desk di Altrove"));
        Assert.Contains("Desk di Altrove", _errors.ToString(), StringComparison.Ordinal);
        Assert.Equal(ExitCode.Usage, await RunAsync("import", "firms", Path.Combine(_folder, "altro.csv"), "--desk=Desk di Lecco"));
        Assert.Contains("altro.csv", _errors.ToString(), StringComparison.Ordinal);
    }

    private async Task<List<string>> FirmsAsync()
    {
        await using var app = NetworksApp.Create([$"--Networks:Folder={_folder}", "--Networks:Jobs=false"]);
        await using var scope = app.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<NetworksDbContext>().Firms.Select(f => f.Name + " " + f.ReaProvince).ToListAsync();
    }

    private Task<int> RunAsync(params string[] args) => CommandLine.RunAsync([.. args, $"--Networks:Folder={_folder}"], _output, _errors);
}
