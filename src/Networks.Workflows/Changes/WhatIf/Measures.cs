using System.Globalization;
using Networks.Data.EnterpriseNetworks;
using Networks.Data.Programmes;
using Networks.Data.Reference;
using Networks.Workflows.Common;
using Networks.Workflows.Rules;

namespace Networks.Workflows.Changes.WhatIf;

/// <summary>The two columns: what the network is, and what it would be.</summary>
internal static class Measures
{
    public static IReadOnlyList<Measure> Of(NetworkCopy before, NetworkCopy after, IReadOnlyList<FundingCall> calls, DateOnly today)
    {
        var rows = new List<Measure>
        {
            Row("firms", c => Count(c.Firms.Count), matters: after.Firms.Count < after.Required),
            Row("minimum", c => Words.Say(c.Firms.Count < c.Required ? "changes.minimum-missed" : "changes.minimum-met", c.Required), matters: after.Firms.Count < after.Required),
            Row("provinces", c => string.Join(", ", c.Firms.Select(f => f.Province).OfType<string>().Distinct().Order(StringComparer.Ordinal).Select(p => Provinces.Find(p, today)?.Name ?? p)), matters: false),
            Row("chambers", c => Count(c.Firms.Select(f => f.Chamber).OfType<string>().Distinct().Count()), matters: false),
        };
        if (before.Kind == NetworkKind.Contractual && (before.Reference is not null || before.Stage != WithdrawalStage.BeforeDeed))
        {
            rows.Add(Row("reference", c => Named(c, c.Reference), before.Reference != after.Reference));
        }

        if (before.BodyHolder is not null)
        {
            rows.Add(Row("body", c => c.BodyHolder ?? Words.Say("changes.vacant"), after.BodyHolder is null));
        }

        if (before.Mandatary is not null)
        {
            rows.Add(Row("mandatary", c => Named(c, c.Mandatary), after.Mandatary is null));
        }

        if (before.Reporter is not null)
        {
            rows.Add(Row("reporter", c => c.Firms.FirstOrDefault(f => f.Firm == c.Reporter)?.Name ?? Words.Say("changes.vacant"), after.Reporter is null));
        }

        rows.AddRange(Fund(before, after));
        if (before.Round is not null)
        {
            rows.Add(Row("approvals", c => c.Round is null ? Words.Say("changes.superseded") : Count(c.Approvals), before.Approvals > 0));
        }

        if (before.Stage != WithdrawalStage.BeforeDeed)
        {
            rows.Add(Row("effect", Effect, Effect(before) != Effect(after)));
        }

        if (before.Capabilities.Any())
        {
            rows.Add(Row("capabilities", c => LineWords.Capabilities(c.Capabilities), before.Capabilities.Count() != after.Capabilities.Count()));
        }

        rows.AddRange(calls.Select(c => new Measure(
            $"call:{c.Title}", CallRules.Say(before, c), CallRules.Say(after, c), CallRules.Lacks(before, c).Count == 0 && CallRules.Lacks(after, c).Count > 0)));
        return rows;

        Measure Row(string key, Func<NetworkCopy, string> read, bool matters) => new(key, read(before), read(after), matters);
    }

    // The fund is not divided while the contract lasts (c.c. art. 2614): only the shares of those who stay are others.
    private static IEnumerable<Measure> Fund(NetworkCopy before, NetworkCopy after)
    {
        if (!before.HasFund || before.FundCents == 0)
        {
            yield break;
        }

        yield return new Measure("fund", LineWords.Euro(before.FundCents), before.Stage == WithdrawalStage.AfterEffect ? Words.Say("changes.fund-stays", LineWords.Euro(before.FundCents)) : LineWords.Euro(after.FundCents), before.FundCents != after.FundCents);
        foreach (var firm in after.Firms.Where(f => f.ContributionCents > 0))
        {
            yield return new Measure($"share:{firm.Name}", Percent(firm, before), Percent(firm, after), Matters: false);
        }
    }

    private static string Percent(CopiedFirm firm, NetworkCopy copy) =>
        ((firm.ContributionCents ?? 0) / (decimal)Math.Max(1, copy.FundCents)).ToString("P1", CultureInfo.CurrentCulture);

    private static string Effect(NetworkCopy copy)
    {
        if (copy.EffectOn is { } confirmed)
        {
            return confirmed.ToString("d MMMM yyyy", CultureInfo.CurrentCulture);
        }

        var originals = copy.Firms.Where(f => f.IsOriginal).ToList();
        var day = copy.Kind == NetworkKind.Contractual && originals.Count > 0 ? EffectDate.Of(copy.Kind, [.. originals.Select(f => f.EnteredOn)], null) : null;
        return day is { } known
            ? known.ToString("d MMMM yyyy", CultureInfo.CurrentCulture)
            : Words.Say("changes.effect-missing", originals.Count(f => !f.IsEntered), originals.Count);
    }

    private static string Named(NetworkCopy copy, Data.ParticipantId? firm) =>
        copy.Firms.FirstOrDefault(f => f.Id == firm)?.Name ?? Words.Say("changes.vacant");

    private static string Count(int number) => number.ToString(CultureInfo.CurrentCulture);
}
