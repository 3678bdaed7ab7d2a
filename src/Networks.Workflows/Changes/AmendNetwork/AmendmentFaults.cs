using Networks.Data.EnterpriseNetworks;
using Networks.Data.Firms;
using Networks.Workflows.Common;

namespace Networks.Workflows.Changes.AmendNetwork;

/// <summary>Shape of what an amendment proposes: a part is either left as it is or complete.</summary>
internal static class AmendmentFaults
{
    private const int _longestName = 200;
    private const int _longestText = 2000;
    private const int _mostYears = 99;
    private const int _mostDays = 3650;

    public static IEnumerable<Refusal> Of(AmendableTerms terms, string? text)
    {
        if (string.IsNullOrWhiteSpace(terms.Name))
        {
            yield return ChangeRefusals.PartIncomplete("name");
        }

        if (terms.Name?.Length > _longestName)
        {
            yield return ChangeRefusals.TooLong("name", _longestName);
        }

        if (text?.Length > _longestText)
        {
            yield return ChangeRefusals.TooLong("text", _longestText);
        }

        if (terms.Programme?.Length > _longestText)
        {
            yield return ChangeRefusals.TooLong("programme", _longestText);
        }

        if (terms.DurationYears is <= 0 or > _mostYears)
        {
            yield return ChangeRefusals.NumberOutOfRange("duration", 1, _mostYears);
        }

        if (terms.RenewalYears is < 0 or > _mostYears)
        {
            yield return ChangeRefusals.NumberOutOfRange("renewal", 0, _mostYears);
        }

        foreach (var fault in Seat(terms.Seat).Concat(Fund(terms.Fund)).Concat(Body(terms.Body)))
        {
            yield return fault;
        }
    }

    private static IEnumerable<Refusal> Seat(PostalAddress? seat)
    {
        if (seat is not null && (Lacks(seat.Street) || Lacks(seat.Number) || Lacks(seat.PostalCode) || Lacks(seat.Municipality)))
        {
            yield return ChangeRefusals.PartIncomplete("street");
        }
    }

    private static IEnumerable<Refusal> Fund(CommonFund? fund)
    {
        if (fund is not null && (Lacks(fund.Valuation) || Lacks(fund.ManagementRules)))
        {
            yield return ChangeRefusals.PartIncomplete("fund-rules");
        }

        if (fund?.PaymentDays is < 0 or > _mostDays)
        {
            yield return ChangeRefusals.NumberOutOfRange("payment", 0, _mostDays);
        }
    }

    private static IEnumerable<Refusal> Body(CommonBody? body)
    {
        if (body is not null && (Lacks(body.Holder) || Lacks(body.Powers) || Lacks(body.ReplacementRule)))
        {
            yield return ChangeRefusals.PartIncomplete("holder");
        }

        if (body?.TermYears is <= 0 or > _mostYears)
        {
            yield return ChangeRefusals.NumberOutOfRange("term", 1, _mostYears);
        }
    }

    private static bool Lacks(string? text) => string.IsNullOrWhiteSpace(text);
}
