using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Networks.Faults;

/// <summary>Prints each row when it is over and the sum at the end.</summary>
internal sealed class Report(Options options)
{
    private readonly StringBuilder _text = new();
    private readonly List<Result> _results = [];
    private readonly Lock _lock = new();

    public void Add(Result result, TimeSpan took)
    {
        using var alone = _lock.EnterScope();
        _results.Add(result);
        Say(string.Create(CultureInfo.InvariantCulture, $"{result.Line(options.SeedOf(result.Row))}{(options.Piece == Piece.Whole ? "" : $", piece {options.Piece}")}; {took.TotalSeconds:0} s"));
        foreach (var fault in result.Faults.Take(20))
        {
            Say($"   {fault}");
        }

        Console.Out.Flush();
    }

    /// <returns>Exit code.</returns>
    public int Close()
    {
        var failed = _results.Count(r => r.Failed);
        var skipped = _results.Count(r => r.Skipped is not null && !r.Failed);
        Say($"{_results.Count - failed - skipped} passed, {failed} failed, {skipped} skipped");
        if (options.Report is { } path)
        {
            File.WriteAllText(path, _text.ToString());
        }

        return failed == 0 && _results.Count > skipped ? 0 : 1;
    }

    private void Say(string line)
    {
        Console.WriteLine(line);
        _text.AppendLine(line);
    }
}

/// <summary>What came of a row. Thread-safe: several callers count at once.</summary>
internal sealed class Result(string row, string title)
{
    /// <summary>Below this share of successes a run says nothing, however clean it looks.</summary>
    private const double Enough = 0.9;

    private readonly Lock _lock = new();
    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private readonly List<string> _faults = [];
    private readonly List<string> _counts = [];
    private readonly OrderedDictionary<string, int> _sums = [];
    private int _operations;
    private int _succeeded;

    public string Row => row;

    public string? Skipped { get; private set; }

    public int Lost { get; private set; }

    public int Doubled { get; private set; }

    public IReadOnlyList<string> Faults => _faults;

    public bool Failed => Lost > 0 || Doubled > 0 || _faults.Count > 0 || (Skipped is null && (_operations == 0 || _succeeded < Enough * _operations));

    /// <summary>One operation came to its end as it must, or did not.</summary>
    public void Count(bool succeeded)
    {
        lock (_lock)
        {
            _operations++;
            _succeeded += succeeded ? 1 : 0;
        }
    }

    /// <summary>Where a long row is and what it has counted so far, for whoever watches; not part of the report.</summary>
    public void Progress(string where)
    {
        lock (_lock)
        {
            Console.Error.WriteLine($"   {row} {_watch.Elapsed:h\\:mm\\:ss} {where}; {_succeeded} of {_operations}, lost {Lost}, doubled {Doubled}, faults {_faults.Count}");
        }
    }

    /// <summary>A figure of the row of which each of its worlds tells a part: the row tells the sum.</summary>
    public void Add(string what, int count)
    {
        lock (_lock)
        {
            _sums[what] = _sums.GetValueOrDefault(what) + count;
        }
    }

    /// <summary>A figure of the row: "kills 60".</summary>
    public void Tell(string count)
    {
        lock (_lock)
        {
            _counts.Add(count);
        }
    }

    public void Lose(string what) => Note(() => Lost++, $"lost: {what}");

    public void Double(string what) => Note(() => Doubled++, $"doubled: {what}");

    public void Fault(string what) => Note(() => { }, what);

    /// <summary>The row cannot be run here.</summary>
    public void Skip(string reason) => Skipped = reason;

    public string Line(int seed) => Skipped is { } reason && _faults.Count == 0
        ? $"{row} {title}: skipped, {reason}"
        : string.Create(CultureInfo.InvariantCulture,
            $"{row} {title}: {string.Concat(_counts.Concat(_sums.Select(sum => $"{sum.Key} {sum.Value}")).Select(count => $"{count}, "))}operations {_operations}, succeeded {_succeeded} ({(_operations == 0 ? 0 : 100.0 * _succeeded / _operations):0.0} %), lost {Lost}, doubled {Doubled}, seed {seed}{(Failed ? ", FAILED" : "")}");

    // Told at once as well: a run that is broken off has said what it found.
    private void Note(Action count, string what)
    {
        lock (_lock)
        {
            count();
            _faults.Add(what);
            Console.Error.WriteLine($"   {row} {_watch.Elapsed:h\\:mm\\:ss} FAULT {what}");
        }
    }
}

/// <summary>A tool or a right is missing on this machine; the row is skipped and counted as such.</summary>
internal sealed class NotHereException(string message) : Exception(message);

/// <summary>One of several runs that are a row together: each has what the others have not.</summary>
/// <param name="Number">From 1.</param>
internal sealed record Piece(int Number, int Of)
{
    public static readonly Piece Whole = new(1, 1);

    /// <param name="text">"2/6": the second of six.</param>
    public static Piece? Read(string text) =>
        text.Split('/') is [var left, var right] && int.TryParse(left, CultureInfo.InvariantCulture, out var number) && int.TryParse(right, CultureInfo.InvariantCulture, out var of) && number >= 1 && number <= of
            ? new Piece(number, of)
            : null;

    public override string ToString() => $"{Number} of {Of}";
}

/// <param name="Whole">The figures of the acceptance; else the shortened ones.</param>
internal sealed record Run(bool Whole, int Seed, Result Result, Piece Piece)
{
    public Random Dice { get; } = new(Seed);

    public int Of(int shortened, int whole) => Whole ? whole : shortened;

    /// <summary>Whether what has this number is in this piece of the row.</summary>
    public bool Has(int number) => number % Piece.Of == Piece.Number - 1;

    /// <summary>What of a row's parts is in this piece; the dice of all are thrown before, so that the pieces together are the whole.</summary>
    public IEnumerable<T> Own<T>(IEnumerable<T> parts) => parts.Where((_, i) => Has(i));

    /// <summary>Parts of a row that have nothing in common, several at the same time. What breaks one of them off is told, and the others go on.</summary>
    public Task EachAsync<T>(IEnumerable<T> parts, int together, Func<T, Task> act) =>
        Parallel.ForEachAsync(parts, new ParallelOptions { MaxDegreeOfParallelism = together }, async (part, _) =>
        {
            try
            {
                await act(part);
            }
            catch (Exception e) when (e is not NotHereException)
            {
                Result.Count(false);
                Result.Fault(part is IFormattable point ? $"point {point}: {e}" : $"{e}");
            }
        });
}
