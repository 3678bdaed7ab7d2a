using Networks.Workflows.Common;

namespace Networks.Workflows.Discovery;

/// <summary>Every expected "no" of the register and of the search for partners.</summary>
internal static class DiscoveryRefusals
{
    public static readonly Refusal NotFound = new(RefusalKind.NotFound, "common.not-found");

    public static readonly Refusal NumberMissing = new(RefusalKind.Invalid, "discovery.number-missing") { Field = "tax-code" };

    /// <summary>Says nothing of who follows it.</summary>
    public static readonly Refusal HeldElsewhere = new(RefusalKind.Conflict, "discovery.held-elsewhere") { Field = "tax-code" };

    public static readonly Refusal KnownAlready = new(RefusalKind.Conflict, "discovery.known-already") { Field = "tax-code" };

    public static readonly Refusal HowMissing = new(RefusalKind.Invalid, "discovery.how-missing") { Field = "how" };

    public static readonly Refusal ConsentDay = new(RefusalKind.Invalid, "discovery.consent-day", DecideConsents.RenewConsents.MostYears) { Field = "until" };

    public static readonly Refusal NoConsentToRenew = new(RefusalKind.Conflict, "discovery.no-consent-to-renew");

    public static readonly Refusal ConsentsHoldLonger = new(RefusalKind.Conflict, "discovery.consents-hold-longer");

    public static readonly Refusal NothingAllowed = new(RefusalKind.Conflict, "discovery.nothing-allowed");
}
