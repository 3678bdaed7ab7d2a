namespace Networks.Workflows.Common;

/// <summary>Cells of tables that people open in spreadsheets: none is run as a formula.</summary>
public static class SafeCell
{
    /// <summary>With semicolons between: a cell that begins like a formula gets an apostrophe, which spreadsheets show as text.</summary>
    public static string Write(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        var safe = IsFormula(value) ? "'" + value : value;
        return safe.AsSpan().IndexOfAny(";\"\r\n") >= 0 ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : safe;
    }

    /// <summary>Without the apostrophe that <see cref="Write"/> put before it.</summary>
    public static string Read(string cell)
    {
        ArgumentNullException.ThrowIfNull(cell);
        return cell.Length > 1 && cell[0] == '\'' && IsFormula(cell[1..]) ? cell[1..] : cell;
    }

    private static bool IsFormula(string value) => value.Length > 0 && "=+-@\t\r\n".Contains(value[0], StringComparison.Ordinal);
}
