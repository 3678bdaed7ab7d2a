using System.Text.Json.Serialization;
using Networks.Workflows.Access;
using Networks.Workflows.Common;

namespace Networks.Workflows.Discovery.Imports;

/// <summary>
/// The next rows of an import, all of them or none: looked at while it is being checked, written while it is imported.
/// Rows that another portion has done already are refused, so that two nodes never write the same.
/// </summary>
/// <param name="After">Rows that are behind.</param>
/// <param name="IsLast">No row comes after these.</param>
[Access(Right.ServiceRun)]
internal sealed record ImportPortion(Guid Import, int After, bool IsLast) : ICommand<Done>
{
    /// <summary>Rows of one portion: few enough that others who write wait unnoticed.</summary>
    public const int Size = 2000;

    /// <summary>An import stops here: the columns are matched wrongly, or the file is another one.</summary>
    public const int MostFaults = 10_000;

    public Guid OperationId => Guid.Empty;

    [JsonIgnore]
    public IReadOnlyList<PortionRow> Rows { get; init; } = [];

    /// <summary>Code of the sentence why the file ends after these rows; null when it does not, or as it should.</summary>
    [JsonIgnore]
    public string? Failure { get; init; }

    /// <summary>Numbers of firms in the rows behind.</summary>
    [JsonIgnore]
    public SeenRows Seen { get; init; } = new();
}

/// <summary>Which firm each row behind was about, in as little room as a million of them allow.</summary>
internal sealed class SeenRows
{
    private readonly Dictionary<ulong, (int Line, int Content)> _rows = [];

    /// <param name="line">Of the row itself: an act that is done again meets its own rows.</param>
    /// <returns>Null for a firm that was not there yet; else its first line, negative when that line says exactly the same.</returns>
    public int? LineOf(string key, int line, IReadOnlyList<string> cells) =>
        _rows.TryGetValue(KeyHash(key), out var seen) && seen.Line < line ? seen.Content == ContentHash(cells) ? -seen.Line : seen.Line : null;

    public void Add(string key, int line, IReadOnlyList<string> cells) => _rows.TryAdd(KeyHash(key), (line, ContentHash(cells)));

    // FNV-1a of 64 bits: among a million numbers two the same are not to be expected.
    private static ulong KeyHash(string key)
    {
        var hash = 14695981039346656037UL;
        foreach (var c in key)
        {
            hash = (hash ^ c) * 1099511628211UL;
        }

        return hash;
    }

    private static int ContentHash(IReadOnlyList<string> cells)
    {
        var hash = new HashCode();
        foreach (var cell in cells)
        {
            hash.Add(cell.Trim(), StringComparer.Ordinal);
        }

        return hash.ToHashCode();
    }
}
