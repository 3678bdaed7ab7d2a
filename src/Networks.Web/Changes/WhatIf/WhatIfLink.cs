using Networks.Data;

namespace Networks.Web.Changes.WhatIf;

/// <summary>What would follow if a firm left.</summary>
internal static class WhatIfLink
{
    public static string To(Guid id) => $"/networks/{id}/what-if";

    /// <summary>With the firm already chosen: the answer is on the page that opens.</summary>
    public static string To(Guid id, Guid firm) => $"{To(id)}?firm={firm}";

    /// <summary>The same simulation, with anonymous cards of firms that could take the place of what leaves.</summary>
    public static string WithCandidates(Guid id, IQueryCollection query) => To(id) + QueryString.Create(
        [.. query.Where(q => q.Key is "firm" or "cause" or "on"), new KeyValuePair<string, Microsoft.Extensions.Primitives.StringValues>("cards", "yes")]);

    public static bool WantsCandidates(IQueryCollection query) => query["cards"] == "yes";

    public static (IReadOnlyList<ParticipantId> Firms, string? Cause, string? Day) Asked(IQueryCollection query) =>
    (
        [.. query["firm"].Select(f => Guid.TryParse(f, out var id) ? id : (Guid?)null).OfType<Guid>().Distinct().Select(id => new ParticipantId(id))],
        query["cause"].ToString() is { Length: > 0 } cause ? cause : null,
        query["on"].ToString() is { Length: > 0 } day ? day : null
    );
}
