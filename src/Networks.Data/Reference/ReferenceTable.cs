using System.Globalization;

namespace Networks.Data.Reference;

/// <summary>
/// The reference tables shipped in this assembly: plain comma-separated text without quotes, first line the names of the
/// columns. Every cell is text until its owner says otherwise, so <c>NA</c> is Napoli and never "not available".
/// </summary>
internal static class ReferenceTable
{
    internal static IReadOnlyList<IReadOnlyDictionary<string, string>> Shipped(string name)
    {
        var assembly = typeof(ReferenceTable).Assembly;
        using var stream = assembly.GetManifestResourceStream($"{typeof(ReferenceTable).Namespace}.{name}.csv")
            ?? throw new InvalidOperationException($"The table {name} is not embedded.");
        using var reader = new StreamReader(stream);
        return Read(reader.ReadToEnd());
    }

    /// <exception cref="FormatException">A line has more or fewer cells than there are columns.</exception>
    internal static IReadOnlyList<IReadOnlyDictionary<string, string>> Read(string text)
    {
        var lines = text.Split('\n').Select(l => l.TrimEnd('\r')).Where(l => l.Length > 0).ToList();
        var columns = lines[0].Split(',');
        return [.. lines.Skip(1).Select(line => Row(columns, line))];
    }

    /// <summary>An empty cell is an open end: valid ever since, or until further notice.</summary>
    internal static DateOnly? Day(string cell) =>
        cell.Length == 0 ? null : DateOnly.ParseExact(cell, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    internal static bool YesNo(string cell) => cell switch
    {
        "yes" => true,
        "no" => false,
        _ => throw new FormatException($"Neither yes nor no: {cell}"),
    };

    private static Dictionary<string, string> Row(string[] columns, string line)
    {
        var cells = line.Split(',');
        return cells.Length == columns.Length
            ? columns.Zip(cells).ToDictionary(c => c.First, c => c.Second, StringComparer.Ordinal)
            : throw new FormatException($"{cells.Length} cells instead of {columns.Length}: {line}");
    }
}
