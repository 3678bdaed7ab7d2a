using Networks.Data;
using Networks.Workflows.Access;
using Networks.Workflows.Common;

namespace Networks.Workflows.Casework.ShowHistory;

/// <summary>A case's history, newest first, a page at a time.</summary>
/// <param name="Before">Only rows before this number; null begins with the newest.</param>
[Access(Right.CaseRead)]
public sealed record ShowHistory(CaseId CaseId, int? Before) : IQuery<HistoryPage>, ICaseRequest
{
    public const int PageSize = 100;
}

/// <param name="Before">Where the next page begins; null when this is the last.</param>
public sealed record HistoryPage(string Network, IReadOnlyList<HistoryRow> Rows, int? Before);

/// <param name="HappenedOn">The day as it was recorded; see <paramref name="CorrectedTo"/>.</param>
/// <param name="LearntOn">The day on which the service learnt it; null when it is the same.</param>
/// <param name="Who">The person or firm; the service's own rows have none.</param>
/// <param name="Desk">Null for firms and for the service.</param>
/// <param name="CorrectedTo">The right day, when a later row corrects this one.</param>
public sealed record HistoryRow(int Number, string Sentence, DateOnly HappenedOn, DateOnly? LearntOn, string? Who, string? Desk, DateOnly? CorrectedTo, int? Corrects, bool CanCorrect);
