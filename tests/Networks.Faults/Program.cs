using System.Diagnostics;
using System.Globalization;
using Networks.Faults;
using Networks.Faults.Support;

// The fault programme. Its last line is "N passed, N failed, N skipped", a row counting as one.
var options = Options.Read(args);
if (options is null)
{
    Console.Error.WriteLine("Usage: Networks.Faults [--whole] [--seed=N] [--row=R6 [--piece=2/6]] [--together=2] [--report=FILE]");
    return 2;
}

Leftovers.RemoveAtExit();
var report = new Report(options);
var rows = AllRows.Rows.Where(row => options.Row is null || row.Name == options.Row);
await Parallel.ForEachAsync(rows, new ParallelOptions { MaxDegreeOfParallelism = options.Together }, async (row, _) => await RunAsync(row));
return report.Close();

async Task RunAsync(Row row)
{
    var watch = Stopwatch.StartNew();
    var result = new Result(row.Name, row.Title);
    try
    {
        await row.Run(new Run(options.Whole, options.SeedOf(row.Name), result, options.Piece));
    }
    catch (NotHereException reason)
    {
        result.Skip(reason.Message);
    }
    catch (Exception e)
    {
        result.Fault(e.ToString());
    }

    report.Add(result, watch.Elapsed);
}

/// <summary>What was typed.</summary>
/// <param name="Whole">The figures of the acceptance; else the shortened ones.</param>
/// <param name="Together">Rows at the same time: each waits for long stretches.</param>
/// <param name="Piece">Of one row; the whole row where none was typed.</param>
internal sealed record Options(bool Whole, int Seed, string? Row, string? Report, int Together, Piece Piece)
{
    public static Options? Read(string[] args)
    {
        var options = new Options(false, 20261122, null, null, 2, Piece.Whole);
        foreach (var arg in args)
        {
            var (name, value) = arg.Split('=', 2) is [var left, var right] ? (left, right) : (arg, "");
            options = (name, value) switch
            {
                ("--whole", "") => options with { Whole = true },
                ("--seed", _) when int.TryParse(value, CultureInfo.InvariantCulture, out var seed) => options with { Seed = seed },
                ("--together", _) when int.TryParse(value, CultureInfo.InvariantCulture, out var together) && together > 0 => options with { Together = together },
                ("--row", { Length: > 0 }) => options with { Row = value.ToUpperInvariant() },
                ("--piece", _) when Piece.Read(value) is { } piece => options with { Piece = piece },
                ("--report", { Length: > 0 }) => options with { Report = value },
                _ => null,
            };
            if (options is null)
            {
                return null;
            }
        }

        return AllRows.Rows.Any(row => (options.Row is null || row.Name == options.Row) && (options.Piece == Piece.Whole || (row.InPieces && options.Row is not null))) ? options : null;
    }

    // A row alone draws as it does within the whole.
    public int SeedOf(string row) => Seed + int.Parse(row[1..], CultureInfo.InvariantCulture);
}
