using Networks.Data;
using Networks.Data.History;
using Networks.Workflows.Casework.CorrectFact;
using Networks.Workflows.Common;

namespace Networks.Workflows.Casework.ShowHistory;

/// <summary>Rows of the history for one reader.</summary>
internal static class HistoryRows
{
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
            return new HistoryRow(row.Number, HistorySentence.Of(row, names), row.HappenedOn, learnt == row.HappenedOn ? null : learnt,
                names.Of(row.OfficerId?.Value ?? row.FirmId?.Value), names.Of(row.AssociationId?.Value),
                corrections.TryGetValue(row.Number, out var day) ? day : null, row.Corrects, FactKinds.CanCorrect(row));
        }
    }
}
