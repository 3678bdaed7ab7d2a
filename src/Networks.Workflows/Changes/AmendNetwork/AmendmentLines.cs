using Networks.Data;
using Networks.Data.EnterpriseNetworks;
using Networks.Workflows.Common;
using Networks.Workflows.Rules;

namespace Networks.Workflows.Changes.AmendNetwork;

/// <summary>One part of an amendment in words, as it was and as it is to be.</summary>
public sealed record AmendmentLine(AmendedPart Part, string Before, string After)
{
    public string Name => Words.Say($"changes.part-{Part}");
}

/// <summary>An amendment as the desk and the firms read it.</summary>
internal static class AmendmentLines
{
    /// <param name="names">Of the participants, for the impresa di riferimento.</param>
    public static IReadOnlyList<AmendmentLine> Of(Amendment amendment, IReadOnlyDictionary<ParticipantId, string> names) =>
        [.. amendment.Parts.Select(part => new AmendmentLine(part, Say(part, amendment.Before, names), Say(part, amendment.After, names)))];

    private static string Say(AmendedPart part, AmendableTerms terms, IReadOnlyDictionary<ParticipantId, string> names) => part switch
    {
        AmendedPart.Name => terms.Name,
        AmendedPart.Seat => terms.Seat?.ToString() ?? None,
        AmendedPart.Programme => string.Join('\n', new[] { terms.Programme, terms.MeansOfPursuit }.OfType<string>()) is { Length: > 0 } said ? said : None,
        AmendedPart.Duration => Duration(terms),
        AmendedPart.Fund => terms.Fund is { } fund ? Words.Say("changes.amended-fund", fund.Valuation, fund.ManagementRules, fund.PaymentDays, fund.LaterContributions ?? None) : None,
        AmendedPart.Body => terms.Body is { } body ? Body(body) : None,
        AmendedPart.Reference => terms.Reference is { } firm ? names.GetValueOrDefault(firm) ?? None : None,
    };

    private static string Body(CommonBody body) => Words.Say("changes.amended-body", body.Holder, body.Powers, body.ReplacementRule);

    private static string Duration(AmendableTerms terms) => (terms.DurationYears, terms.RenewalYears) switch
    {
        (null, _) => Words.Say("changes.amended-no-end"),
        ({ } years, > 0 and var more) => Words.Say("changes.amended-years-renewed", years, more),
        ({ } years, _) => Words.Say("changes.amended-years", years),
    };

    private static string None => Words.Say("changes.none");
}
