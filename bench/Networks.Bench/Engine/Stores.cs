namespace Networks.Bench.Engine;

/// <summary>The databases of a run: SQLite always, PostgreSQL where it is installed.</summary>
internal static class Stores
{
    public static async Task EachAsync(Func<Store, Task> measure)
    {
        var folder = Directory.CreateTempSubdirectory("networks-bench-").FullName;
        try
        {
            await measure(Store.Sqlite(Path.Combine(folder, "networks.db")));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }

        await using var server = await PostgreSqlServer.StartAsync();
        if (server is null)
        {
            Console.WriteLine("postgresql: skipped, not installed");
            return;
        }

        await measure(await Store.PostgreSqlAsync(server, "networks"));
    }
}
