namespace Networks.Workflows.Monitoring;

/// <summary>
/// Keeps small counts back, with as few others as it takes that no small one can be worked out from what is told.
/// </summary>
/// <remarks>
/// Rows and columns (and the column of the row totals) are the two sides of a graph, hidden cells its edges. A hidden
/// count stays open when one unit can be moved round a cycle of hidden cells through it: then another table fits what
/// is told just as well. A reader knows that a hidden count is not zero, so a count of one cannot give a unit away.
/// The column totals never take part: several tables share them, and each must hold by itself.
/// </remarks>
internal sealed class SmallCells
{
    private readonly int[,] _counts;
    private readonly bool[,] _hidden;
    private readonly int _rows;
    private readonly int _columns;

    private SmallCells(int[,] counts)
    {
        _rows = counts.GetLength(0);
        _columns = counts.GetLength(1);
        _counts = new int[_rows, _columns + 1];
        _hidden = new bool[_rows, _columns + 1];
        for (var r = 0; r < _rows; r++)
        {
            for (var c = 0; c < _columns; c++)
            {
                _counts[r, c] = counts[r, c];
                _counts[r, _columns] += counts[r, c];
            }
        }
    }

    /// <summary>
    /// Which neighbouring columns must be told as one, so that no total of a column is small. Empty columns stay alone.
    /// </summary>
    /// <returns>The columns of each group, in order; null when even all together are too few.</returns>
    public static IReadOnlyList<IReadOnlyList<int>>? Groups(IReadOnlyList<int> totals, int threshold)
    {
        if (totals.Sum() is > 0 and var all && all < threshold)
        {
            return null;
        }

        var groups = totals.Select((_, column) => new List<int> { column }).ToList();
        int Sum(List<int> group) => group.Sum(column => totals[column]);
        while (groups.FindIndex(g => Sum(g) > 0 && Sum(g) < threshold) is >= 0 and var small)
        {
            // With the one that follows on the way; the last with the one before.
            var other = small + 1 < groups.Count ? small + 1 : small - 1;
            groups[Math.Min(small, other)].AddRange(groups[Math.Max(small, other)]);
            groups.RemoveAt(Math.Max(small, other));
        }

        return groups;
    }

    /// <summary>Counts as they may be told.</summary>
    /// <param name="counts">By row and column. No total of a column may be small: see <see cref="Groups"/>.</param>
    public static CountTable Publish(int[,] counts, int threshold)
    {
        var cells = new SmallCells(counts);
        cells.HideSmall(threshold);
        cells.HideCompanions();
        return cells.Table();
    }

    private void HideSmall(int threshold)
    {
        foreach (var (r, c) in Places())
        {
            _hidden[r, c] = _counts[r, c] > 0 && _counts[r, c] < threshold;
        }
    }

    private void HideCompanions()
    {
        var waiting = new Queue<(int Row, int Column)>(Places().Where(p => _hidden[p.Row, p.Column]));
        while (waiting.TryDequeue(out var place))
        {
            var row = place.Row;
            var column = _rows + place.Column;
            var ways = new[] { More(place) ? Way(row, column, place) : null, Less(place) ? Way(column, row, place) : null }.OfType<List<(int Row, int Column)>>().ToList();
            if (ways.Count == 0)
            {
                HideAll();
                return;
            }

            foreach (var (r, c) in ways.MinBy(Cost)!.Where(p => !_hidden[p.Row, p.Column]))
            {
                _hidden[r, c] = true;
                waiting.Enqueue((r, c));
            }
        }
    }

    // One more in a cell, one less in the total of a row: both are made good along a way from the row to the column.
    private bool More((int Row, int Column) place) => place.Column < _columns || _counts[place.Row, place.Column] > 1;

    private bool Less((int Row, int Column) place) => place.Column == _columns || _counts[place.Row, place.Column] > 1;

    private int Cost(List<(int Row, int Column)> way) => way.Sum(p => CostOf(p.Row, p.Column));

    private int CostOf(int row, int column) => _hidden[row, column] ? 0 : _counts[row, column];

    /// <summary>The cheapest way for one unit from a node to another without the cell between them; null when there is none.</summary>
    /// <remarks>Nodes are rows, then columns. Rows are few, so the nearest node is simply searched for.</remarks>
    private List<(int Row, int Column)>? Way(int from, int to, (int Row, int Column) without)
    {
        var nodes = _rows + _columns + 1;
        var cost = Enumerable.Repeat(int.MaxValue, nodes).ToArray();
        var before = new int[nodes];
        var done = new bool[nodes];
        cost[from] = 0;
        while (true)
        {
            var node = Enumerable.Range(0, nodes).Where(n => !done[n] && cost[n] < int.MaxValue).OrderBy(n => cost[n]).FirstOrDefault(-1);
            if (node < 0)
            {
                return null;
            }

            if (node == to)
            {
                return Trace(before, from, to);
            }

            done[node] = true;
            foreach (var (next, row, column) in Next(node).Where(n => !done[n.Node] && (n.Row, n.Column) != without))
            {
                var sum = cost[node] + CostOf(row, column);
                if (sum < cost[next])
                {
                    cost[next] = sum;
                    before[next] = node;
                }
            }
        }
    }

    /// <summary>Where a unit may go from a node: a row gives it away from a cell, a column takes it into one; totals the other way round.</summary>
    private IEnumerable<(int Node, int Row, int Column)> Next(int node)
    {
        if (node < _rows)
        {
            return from c in Enumerable.Range(0, _columns + 1)
                   where _counts[node, c] > (c == _columns ? 0 : 1)
                   select (_rows + c, node, c);
        }

        var column = node - _rows;
        return from r in Enumerable.Range(0, _rows)
               where _counts[r, column] > (column == _columns ? 1 : 0)
               select (r, r, column);
    }

    private List<(int Row, int Column)> Trace(int[] before, int from, int to)
    {
        var way = new List<(int Row, int Column)>();
        for (var node = to; node != from; node = before[node])
        {
            way.Add(node < _rows ? (node, before[node] - _rows) : (before[node], node - _rows));
        }

        return way;
    }

    // So few counts that none can hide among the others: only the totals of the columns are told.
    private void HideAll()
    {
        foreach (var (r, c) in Places())
        {
            _hidden[r, c] = true;
        }
    }

    private IEnumerable<(int Row, int Column)> Places() =>
        from r in Enumerable.Range(0, _rows)
        from c in Enumerable.Range(0, _columns + 1)
        select (r, c);

    private CountTable Table() => new(
        [.. Enumerable.Range(0, _rows).Select(r => (IReadOnlyList<int?>)[.. Enumerable.Range(0, _columns).Select(c => Told(r, c))])],
        [.. Enumerable.Range(0, _rows).Select(r => Told(r, _columns))],
        [.. Enumerable.Range(0, _columns).Select(c => Enumerable.Range(0, _rows).Sum(r => _counts[r, c]))]);

    private int? Told(int row, int column) => _hidden[row, column] ? null : _counts[row, column];
}
