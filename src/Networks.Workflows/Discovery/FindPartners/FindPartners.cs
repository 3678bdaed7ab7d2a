using Networks.Data;
using Networks.Workflows.Access;
using Networks.Workflows.Common;

namespace Networks.Workflows.Discovery.FindPartners;

/// <summary>Cards of other desks' firms for a case, the best first, each with why it is there. No name, no desk, no number.</summary>
/// <param name="Facets">Null: as the need of the case says it, and around its firms.</param>
[Access(Right.CaseManage)]
public sealed record FindPartners(CaseId CaseId, Facets? Facets) : IQuery<PartnerList>, ICaseRequest
{
    public const int PageSize = 20;
}

/// <param name="Facets">What was looked for.</param>
/// <param name="Total">Cards that fit, at most <paramref name="Limit"/>.</param>
/// <param name="Relaxed">When nothing fits: what comes in the next wider circle that holds something, then what comes without one part of it; those that give something, most first.</param>
/// <param name="Over">Why no firm can be asked any more; null while one can.</param>
public sealed record PartnerList(
    string Network, string Need, Facets Facets, IReadOnlyList<FoundCard> Cards, int Total, int Limit, IReadOnlyList<RelaxedSearch> Relaxed, Refusal? Over);

/// <param name="Why">What it has of what was looked for, in the language of the page.</param>
/// <param name="Asked">An introduction to it was asked for in this case already.</param>
public sealed record FoundCard(Guid Key, Card Card, IReadOnlyList<string> Why, DateOnly? ShownUntil, bool Asked);

/// <param name="Without">The part that is left out, in the language of the page; empty where the circle is wider instead.</param>
public sealed record RelaxedSearch(string Without, Facets Facets, int Total)
{
    /// <summary>The wider circle around the provinces, in kilometres; null where a part is left out.</summary>
    public int? Within { get; init; }
}
