using Networks.Data;
using Networks.Data.Officers;
using Networks.Workflows.Common;
using Networks.Workflows.Intake.OpenCase;

namespace Networks.Bench.Engine;

/// <summary>A phone call of two firms becomes a case and its process starts.</summary>
internal static class StartsBench
{
    private const int Starts = 320;

    public static Task RunAsync() => Stores.EachAsync(MeasureAsync);

    private static async Task MeasureAsync(Store store)
    {
        Officer officer;
        List<OpenCase> calls;
        await using (var ground = new Ground(store))
        {
            officer = await RoundCase.SeedAsync(ground);
            var call = await RoundCase.CallAsync(ground, 2);
            calls = [.. Enumerable.Range(0, Starts).Select(_ => call with { OperationId = Ids.New(TimeProvider.System) })];
        }

        var writes = new Dictionary<OpenCase, List<Written>>();
        await using (var ground = new Ground(await store.CopyAsync(), watched: true))
        {
            foreach (var call in calls)
            {
                ground.Statements.Writes = writes[call] = [];
                await ground.SendAsync(Actor.Of(officer), call);
            }
        }

        foreach (var callers in (int[])[1, 8])
        {
            await using var ground = new Ground(await store.CopyAsync());
            using var floor = new Floor(await store.CopyAsync());
            var (ours, peer) = await Race.RunAsync<OpenCase>([.. calls.Select(c => (IReadOnlyList<OpenCase>)[c])], callers, call => ground.SendAsync(Actor.Of(officer), call), async share =>
            {
                await using var connection = await floor.OpenAsync();
                foreach (var call in share)
                {
                    await floor.ActAsync(connection, writes[call]);
                }
            });
            Pace.Print($"starts-{store.Word}-{callers}", ours, peer, "starts/s");
        }
    }
}
