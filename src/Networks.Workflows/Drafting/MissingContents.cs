using Networks.Workflows.Common;
using Networks.Workflows.Documents;
using Networks.Workflows.Rules;

namespace Networks.Workflows.Drafting;

/// <summary>What lacks before a draft can be made: what the law asks for, then what the template needs besides.</summary>
internal static class MissingContents
{
    public static IReadOnlyList<string> Of(ContractParties parties, DateOnly day) => [.. Refusals(parties, day).Select(r => r.Text)];

    public static IReadOnlyList<Refusal> Refusals(ContractParties parties, DateOnly day)
    {
        var facts = ContractFacts.Of(parties.Network, parties.Parties.Select(p => (p.Participant, p.Firm)), day);
        // The kind and form are asked by the rule; everything else by the template, which names each firm and field.
        return
        [
            .. parties.Network.Kind is null ? MandatoryContents.Missing(facts).Take(1).Select(m => new Refusal(RefusalKind.Invalid, m.Code, m.Values)) : [],
            .. ContractTextOf.Facts(parties, day).Missing().Select(m => new Refusal(RefusalKind.Invalid, m.Code, m.Values)),
        ];
    }
}
