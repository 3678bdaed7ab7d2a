using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.FSharp.Core;
using Networks.Workflows.Conformance.Host;
using Networks.Workflows.Conformance.Model;

namespace Networks.Workflows.Conformance;

/// <summary>
/// Random acts in random order, sent twice, with the service dying anywhere, against the small model. 1,000 sequences on the embedded database;
/// 200,000 with NETWORKS_ACCEPTANCE=1. A failure names its seed: NETWORKS_REPLAY="seed,gamma" runs that one again.
/// </summary>
public abstract class AnySequenceTests(Enough enough)
{
    private const int Parties = 4;

    /// <summary>Sequences on one database; the next ones begin on a new one, so that a long run stays as quick as a short one.</summary>
    private const int OnOneDatabase = 1_000;

    private static bool IsAcceptance => Environment.GetEnvironmentVariable("NETWORKS_ACCEPTANCE") == "1";

    [Fact]
    public async Task Whatever_is_done_in_whatever_order_the_engine_is_where_the_model_is()
    {
        // A fourth to each of the four classes.
        var sequences = (IsAcceptance ? 200_000 : Pace.Sequences) / 4;
        for (var done = 0; done < sequences; done += OnOneDatabase)
        {
            await CheckAsync(Math.Min(OnOneDatabase, sequences - done));
            if (IsAcceptance)
            {
                await Console.Error.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{GetType().Name}: {Math.Min(done + OnOneDatabase, sequences)} of {sequences}"));
            }
        }
    }

    private async Task CheckAsync(int sequences)
    {
        await using var host = await Hosts.OpenAsync(Parties, ("talk", Procedures.Negotiation(enough)));
        var steps = (from act in Gen.Choose(0, Walk.Kinds - 1)
                     from party in Gen.Choose(0, Parties - 1)
                     from death in Gen.Choose(0, 60)
                     select new Doing(act, party, death)).ArrayOf().Select(a => a.Take(14).ToArray()).ToArbitrary();

        await Task.Run(() => Prop.ForAll(steps, sequence => new Walk(host, enough, Parties).GoAsync(sequence).GetAwaiter().GetResult())
            .Check(Replayed(Config.QuickThrowOnFailure.WithMaxTest(sequences).WithStartSize(4).WithEndSize(14).WithQuietOnSuccess(true))), TestContext.Current.CancellationToken);
    }

    private static Config Replayed(Config config)
    {
        if (Environment.GetEnvironmentVariable("NETWORKS_REPLAY")?.Split(',') is not [var seed, var gamma, ..])
        {
            return config;
        }

        var rnd = new Rnd(ulong.Parse(seed, CultureInfo.InvariantCulture), ulong.Parse(gamma, CultureInfo.InvariantCulture));
        return config.WithReplay(FSharpOption<Replay>.Some(new Replay(rnd, FSharpOption<int>.None)));
    }
}

// A class each: they run beside one another.
public sealed class AnySequenceOfAllTests() : AnySequenceTests(Enough.All);

public sealed class AnySequenceOfAnyTests() : AnySequenceTests(Enough.Any);

public sealed class AnySequenceOfTwoTests() : AnySequenceTests(Enough.TwoOf);

public sealed class AnySequenceOfAllButOneTests() : AnySequenceTests(Enough.AllButOne);
