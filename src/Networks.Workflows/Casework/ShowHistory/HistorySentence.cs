using System.Globalization;
using Networks.Data.History;
using Networks.Workflows.Common;

namespace Networks.Workflows.Casework.ShowHistory;

/// <summary>A row of the history as a sentence in the reader's language.</summary>
internal static class HistorySentence
{
    // An older row may lack a fact that the sentence has a place for since: it stays readable.
    private static readonly object[] _spare = ["", "", "", "", "", ""];

    /// <summary>
    /// Key <c>history.&lt;event name with dashes&gt;</c>; its places are the facts in the alphabetical order of their
    /// names, then the personal text.
    /// </summary>
    public static string Of(CaseEvent row, HistoryNames names)
    {
        var values = row.Facts.OrderBy(f => f.Key, StringComparer.Ordinal).Select(f => Value(f.Key, f.Value, names))
            .Append(row.PersonalText ?? (row.PersonalDigest is null ? "" : Words.Say("history.erased")));
        return Words.Say(KeyOf(row.Name), [.. values.Cast<object>(), .. _spare]).TrimEnd();
    }

    public static string KeyOf(string eventName) => $"history.{eventName.Replace('.', '-')}";

    /// <summary>Days, money, ids and stored words as a reader knows them; everything else as it is.</summary>
    private static string Value(string name, string value, HistoryNames names) =>
        DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day.ToString("d MMMM yyyy", CultureInfo.CurrentCulture)
        : name.EndsWith("Cents", StringComparison.OrdinalIgnoreCase) && long.TryParse(value, CultureInfo.InvariantCulture, out var cents) ? (cents / 100m).ToString("N2", CultureInfo.CurrentCulture)
        : Guid.TryParse(value, out var id) && names.Of(id) is { } known ? known
        : name is "chamber" && Data.Reference.Chambers.Find(value) is { } chamber ? chamber.Name
        : Word(name, value);

    private static string Word(string name, string value)
    {
        var key = $"history.value-{name}-{value}";
        return Words.Has(CultureInfo.CurrentUICulture, key) ? Words.Say(key) : value;
    }
}
