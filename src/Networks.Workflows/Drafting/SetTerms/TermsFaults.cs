using Networks.Data.Firms;
using Networks.Workflows.Common;

namespace Networks.Workflows.Drafting.SetTerms;

/// <summary>Shapes of the terms that their types do not say.</summary>
internal static class TermsFaults
{
    /// <summary>The law's ceiling for an agreed limit to competition (c.c. art. 2596 speaks of five years).</summary>
    private const int LongestNonCompeteMonths = 60;

    public static IEnumerable<Refusal> Of(TermsContent content)
    {
        var terms = content.Terms;
        if (string.IsNullOrWhiteSpace(content.NetworkName))
        {
            yield return Fault("drafting.name-missing", "name");
        }

        if (terms.DurationYears is < 1 or > 99)
        {
            yield return Fault("drafting.duration-range", "duration");
        }

        if (terms.RenewalYears is < 1 or > 99)
        {
            yield return Fault("drafting.renewal-range", "renewal");
        }

        if (terms.NoticeMonths is < 1 or > 60)
        {
            yield return Fault("drafting.notice-range", "notice");
        }

        if (terms.MinimumParticipants is < 2 or > 500)
        {
            yield return Fault("drafting.minimum-range", "minimum");
        }

        if (terms.DecisionPercent is < 0 or > 100)
        {
            yield return Fault("drafting.percent-range", "decision");
        }

        if (terms.ProgrammeChangePercent is < 0 or > 100)
        {
            yield return Fault("drafting.percent-range", "change");
        }

        if (terms.NonCompete is { Months: < 1 or > LongestNonCompeteMonths })
        {
            yield return Fault("drafting.non-compete-range", "compete-months");
        }

        if (terms.TaxRegistrationTaxCode is { } code && !TaxCode.TryParse(code, out _, out var fault))
        {
            yield return new Refusal(RefusalKind.Invalid, fault!.Code, [.. fault.Values]) { Field = "registrant-code" };
        }

        if (content.Fund is { PaymentDays: < 1 or > 3650 })
        {
            yield return Fault("drafting.payment-range", "payment");
        }
    }

    private static Refusal Fault(string code, string field) => new(RefusalKind.Invalid, code) { Field = field };
}
