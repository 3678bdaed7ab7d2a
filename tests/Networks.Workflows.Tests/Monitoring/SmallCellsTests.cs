using Networks.Workflows.Monitoring;

namespace Networks.Workflows.Tests.Monitoring;

/// <summary>No count under the threshold can be worked out from what is told: tried against a solver of its own.</summary>
public sealed class SmallCellsTests
{
    private const int _threshold = 4;

    [Fact]
    public void Given_no_small_count_when_a_table_is_told_then_all_of_it_is()
    {
        var table = SmallCells.Publish(new[,] { { 4, 0, 9 }, { 0, 7, 5 } }, _threshold);

        Assert.False(table.HidesSome);
        Assert.Equal([13, 12], table.RowTotals);
        Assert.Equal([4, 7, 14], table.Totals);
        Assert.Equal(25, table.Total);
    }

    [Fact]
    public void Given_one_small_count_when_a_table_is_told_then_companions_keep_it_from_being_subtracted()
    {
        var table = SmallCells.Publish(new[,] { { 2, 8 }, { 9, 7 }, { 30, 40 } }, _threshold);

        Assert.Equal([null, null], table.Cells[0]);
        Assert.Equal([null, null], table.Cells[1]);
        Assert.Equal([30, 40], table.Cells[2]);
        Assert.Equal([10, 16, 70], table.RowTotals);
    }

    [Theory]
    [InlineData(new[] { 5, 6, 0, 9 }, new[] { "0", "1", "2", "3" })]
    [InlineData(new[] { 5, 1, 2, 9 }, new[] { "0", "1 2 3" })]
    [InlineData(new[] { 5, 6, 0, 1 }, new[] { "0", "1 2 3" })]
    [InlineData(new[] { 1, 1, 1, 1 }, new[] { "0 1 2 3" })]
    public void Given_totals_of_columns_when_some_are_small_then_neighbours_are_told_as_one(int[] totals, string[] groups)
    {
        var told = SmallCells.Groups(totals, _threshold)!;

        Assert.Equal(groups, told.Select(g => string.Join(' ', g)));
    }

    [Fact]
    public void Given_fewer_than_the_threshold_in_all_then_nothing_is_told() => Assert.Null(SmallCells.Groups([1, 0, 2], _threshold));

    [Fact]
    public void Given_any_table_when_it_is_told_then_every_small_count_could_be_another_one()
    {
        var random = new Random(20261122);
        var hidden = 0;
        for (var run = 0; run < 3000; run++)
        {
            var counts = Table(random);
            var told = SmallCells.Publish(counts, _threshold);
            for (var r = 0; r < counts.GetLength(0); r++)
            {
                for (var c = 0; c < counts.GetLength(1); c++)
                {
                    if (counts[r, c] is 0 or >= _threshold)
                    {
                        continue;
                    }

                    hidden++;
                    Assert.Null(told.Cells[r][c]);
                    Assert.True(new Guess(told).HasAnother(r, c, counts[r, c]), $"{counts[r, c]} at {r},{c} of {Text(counts)}");
                }
            }
        }

        Assert.True(hidden > 3000, $"only {hidden} small counts were tried");
    }

    /// <summary>Random counts in which no column as a whole is small.</summary>
    private static int[,] Table(Random random)
    {
        while (true)
        {
            var counts = new int[random.Next(2, 5), random.Next(1, 4)];
            foreach (var (r, c) in from r in Enumerable.Range(0, counts.GetLength(0)) from c in Enumerable.Range(0, counts.GetLength(1)) select (r, c))
            {
                counts[r, c] = random.Next(3) == 0 ? 0 : random.Next(1, 8);
            }

            var totals = Enumerable.Range(0, counts.GetLength(1)).Select(c => Enumerable.Range(0, counts.GetLength(0)).Sum(r => counts[r, c]));
            if (totals.All(t => t is 0 or >= _threshold))
            {
                return counts;
            }
        }
    }

    private static string Text(int[,] counts) =>
        string.Join(" / ", Enumerable.Range(0, counts.GetLength(0)).Select(r => string.Join(' ', Enumerable.Range(0, counts.GetLength(1)).Select(c => counts[r, c]))));

    /// <summary>Tries every table that fits what is told, cell after cell, until one has another value in a place.</summary>
    private sealed class Guess(CountTable told)
    {
        private readonly int _rows = told.Cells.Count;
        private readonly int _columns = told.Totals.Count;

        // An empty cell is told as empty, unless nothing but the totals is told.
        private readonly int _least = told.Cells.All(row => row.All(cell => cell is null)) ? 0 : 1;

        public bool HasAnother(int row, int column, int value) => Try(0, [.. told.Totals], 0, row, column, value);

        /// <param name="left">What the cells still to come must add up to, by column.</param>
        /// <param name="sum">What the row has so far.</param>
        private bool Try(int place, int[] left, int sum, int row, int column, int value)
        {
            var (r, c) = (place / _columns, place % _columns);
            if (c == 0)
            {
                if (r > 0 && told.RowTotals[r - 1] is { } total && total != sum)
                {
                    return false;
                }

                sum = 0;
            }

            if (r == _rows)
            {
                return left.All(l => l == 0);
            }

            var (least, most) = told.Cells[r][c] is { } known ? (known, known) : (_least, left[c]);
            for (var guess = least; guess <= Math.Min(most, left[c]); guess++)
            {
                if (r == row && c == column && guess == value)
                {
                    continue;
                }

                left[c] -= guess;
                var fits = (r < _rows - 1 || left[c] == 0) && Try(place + 1, left, sum + guess, row, column, value);
                left[c] += guess;
                if (fits)
                {
                    return true;
                }
            }

            return false;
        }
    }
}
