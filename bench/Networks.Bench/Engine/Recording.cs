namespace Networks.Bench.Engine;

/// <summary>What our acts write and read, to be done again by hand.</summary>
internal static class Recording
{
    /// <summary>Does each act once on a copy of the database, one after the other, and keeps its commands.</summary>
    public static async Task<IReadOnlyDictionary<Asked, Sent>> OfAsync(Store store, IEnumerable<Asked> acts)
    {
        var sent = new Dictionary<Asked, Sent>();
        await using var ground = new Ground(await store.CopyAsync(), watched: true);
        foreach (var act in acts)
        {
            ground.Statements.Sent = sent[act] = new Sent([], []);
            await ground.SendAsync(act.Actor, act.Answer());
        }

        Figures.Print($"statements-{store.Word}", ground.Statements.Count / (double)sent.Count, sent.Values.Average(w => w.Writes.Count), "per step");
        return sent;
    }
}
