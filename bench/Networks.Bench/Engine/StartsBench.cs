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

        var writes = new Dictionary<OpenCase, Sent>();
        await using (var ground = new Ground(await store.CopyAsync(), watched: true))
        {
            foreach (var call in calls)
            {
                ground.Statements.Sent = writes[call] = new Sent([], []);
                await ground.SendAsync(Actor.Of(officer), call);
            }
        }

        foreach (var callers in (int[])[1, 8])
        {
            await using var ground = new Ground(await store.CopyAsync());
            using var floor = new Floor(await store.CopyAsync());
            var paces = await Race.RunAsync<OpenCase>(
                [.. calls.Select(c => (IReadOnlyList<OpenCase>)[c])], callers, async share =>
                {
                    foreach (var call in share)
                    {
                        await ground.SendAsync(Actor.Of(officer), call);
                    }
                }, share => floor.RunAsync(share, call => writes[call].Writes));
            Pace.Print($"starts-{store.Word}-{callers}", paces[0], paces[1], "starts/s");
        }
    }
}
