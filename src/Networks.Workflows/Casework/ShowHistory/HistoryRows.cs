using Networks.Data;
using Networks.Data.History;
using Networks.Workflows.Casework.CorrectFact;
using Networks.Workflows.Common;

namespace Networks.Workflows.Casework.ShowHistory;

/// <summary>Rows of the history for one reader.</summary>
internal static class HistoryRows
{
    // Which desk follows a firm that was asked is known when both have said yes, and not by who wrote here.
    private static readonly HashSet<string> _unnamed = new(
        ["discovery.introduction-desk-yes", "discovery.introduction-desk-no", "discovery.introduction-firm-no", "discovery.introduction-ended", "discovery.need-firm-named", "discovery.need-nobody"], StringComparer.Ordinal);

    /// <summary>A private remark is there for the desk that wrote it and for nobody else.</summary>
    public static bool IsFor(CaseEvent row, AssociationId? desk) =>
        row.Name != CaseworkEvents.RemarkKept || (desk is not null && row.AssociationId == desk);

    /// <param name="rows">Every row of the case, or at least those shown and the corrections of them.</param>
    public static IReadOnlyList<HistoryRow> Of(IReadOnlyCollection<CaseEvent> rows, HistoryNames names, AssociationId? desk)
    {
        var corrections = rows.Where(r => r.Name == CaseworkEvents.Corrected && r.Corrects is not null)
            .GroupBy(r => r.Corrects!.Value).ToDictionary(g => g.Key, g => g.MaxBy(r => r.Number)!.HappenedOn);
        return [.. rows.Where(r => IsFor(r, desk)).OrderByDescending(r => r.Number).Select(Row)];

        HistoryRow Row(CaseEvent row)
        {
            var learnt = BusinessCalendar.DayOf(row.RecordedAt);
            var isTold = !_unnamed.Contains(row.Name) || row.AssociationId == desk;
            return new HistoryRow(row.Number, HistorySentence.Of(row, names), row.HappenedOn, learnt == row.HappenedOn ? null : learnt,
                isTold ? names.Of(row.OfficerId?.Value ?? row.FirmId?.Value) : null, isTold ? names.Of(row.AssociationId?.Value) : null,
                corrections.TryGetValue(row.Number, out var day) ? day : null, row.Corrects, FactKinds.CanCorrect(row));
        }
    }
}
