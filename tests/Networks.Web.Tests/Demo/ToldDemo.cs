using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Sqlite;
using Networks.Web.Commands.DemoSeed;

namespace Networks.Web.Tests.Demo;

/// <summary>The demo's story, told once into a folder of its own for all tests that read it. Its day is a Sunday after Christmas.</summary>
public sealed class ToldDemo : IAsyncLifetime
{
    public static readonly DateOnly Day = new(2026, 12, 27);

    private readonly string _folder = Directory.CreateTempSubdirectory("networks-demo-").FullName;

    public async ValueTask InitializeAsync()
    {
        await using var output = new StringWriter(CultureInfo.InvariantCulture);
        await DemoTelling.TellAsync(new DemoFolder(_folder), new DemoClock(), Day, "http://127.0.0.1:5080", output, CancellationToken.None);
    }

    public async Task<T> ReadAsync<T>(Func<NetworksDbContext, Task<T>> read)
    {
        var options = new DbContextOptionsBuilder<SqliteNetworksDbContext>().UseSqlite($"Data Source={Path.Combine(_folder, "networks.db")};Pooling=False").Options;
        await using var db = new SqliteNetworksDbContext(options);
        return await read(db);
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }
}
