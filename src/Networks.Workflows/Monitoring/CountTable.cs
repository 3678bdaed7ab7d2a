namespace Networks.Workflows.Monitoring;

/// <summary>Counts by row and column as they may be told. The totals of the columns are always told.</summary>
/// <param name="Cells">By row, then column; null for a count that is kept back.</param>
/// <param name="RowTotals">By row; null for one that is kept back.</param>
public sealed record CountTable(IReadOnlyList<IReadOnlyList<int?>> Cells, IReadOnlyList<int?> RowTotals, IReadOnlyList<int> Totals)
{
    public int Total => Totals.Sum();

    public bool HidesSome => RowTotals.Any(t => t is null) || Cells.Any(row => row.Any(cell => cell is null));
}
