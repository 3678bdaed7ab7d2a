using Networks.Data.Discovery;
using Networks.Data.Firms;

namespace Networks.Workflows.Discovery.Introductions;

/// <summary>Whether a firm still lets an open introduction go on.</summary>
internal static class IntroductionConsent
{
    /// <summary>
    /// A firm behind a card must let itself be shown, one that its desk named for a need must let itself be written to;
    /// and whoever has taken back that it may be written to is asked no more, whatever else it allows.
    /// </summary>
    public static bool Allows(Firm firm, Introduction introduction, DateOnly day) =>
        (introduction.NeedId is not null || firm.Allows(ConsentPurpose.ShowAnonymously, day))
        && (firm.Allows(ConsentPurpose.Contact, day) || (introduction.NeedId is null && !firm.Consents.Any(c => c.Purpose == ConsentPurpose.Contact)));
}
