using Networks.Data.Programmes;
using Networks.Workflows.Common;

namespace Networks.Workflows.Changes.WhatIf;

/// <summary>Whether a network, as it is or as it would be, may apply to a call: by what the lead wrote down of it.</summary>
internal static class CallRules
{
    /// <summary>What it lacks, as words in the language of the reader; empty where it may apply.</summary>
    public static IReadOnlyList<string> Lacks(NetworkCopy network, FundingCall call)
    {
        var signs = call.Provinces?.Split(' ') ?? [];
        var there = network.Firms.Count(f => f.Province is { } province && signs.Contains(province));
        string?[] all =
        [
            call.NeedsEffect && network.EffectOn is null ? Words.Say("changes.call-lacks-effect") : null,
            network.Firms.Count < network.Required ? Words.Say("changes.call-lacks-minimum", network.Required) : null,
            call.MinimumFirms is { } firms && network.Firms.Count < firms ? Words.Say("changes.call-lacks-firms", firms, network.Firms.Count) : null,
            signs.Length > 0 && there < (call.MinimumInProvinces ?? 1)
                ? Words.Say("changes.call-lacks-provinces", call.MinimumInProvinces ?? 1, string.Join(", ", signs), there)
                : null,
        ];
        return [.. all.OfType<string>()];
    }

    public static string Say(NetworkCopy network, FundingCall call) =>
        Lacks(network, call) is { Count: > 0 } lacks ? Words.Say("changes.call-out", string.Join("; ", lacks)) : Words.Say("changes.call-in");
}
