using Networks.Data;

namespace Networks.Web.Discovery.DecideConsents;

/// <summary>The address of renewing or withdrawing the consents of several firms.</summary>
internal static class DecideConsentsLink
{
    public const string Page = "/firms/consents";

    /// <summary>Name of the boxes on a list of firms.</summary>
    public const string Firm = "firm";

    public static IReadOnlyList<FirmId> Firms(IQueryCollection query) =>
        [.. query[Firm].Select(f => Guid.TryParse(f, out var id) ? id : (Guid?)null).OfType<Guid>().Distinct().Select(id => new FirmId(id))];
}
