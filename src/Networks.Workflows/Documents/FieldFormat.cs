using System.Globalization;

namespace Networks.Workflows.Documents;

/// <summary>The fixed list of formats that may follow the colon in a tag.</summary>
internal static class FieldFormat
{
    private static readonly CultureInfo _italian = CultureInfo.GetCultureInfo("it-IT");

    public static IReadOnlyList<string> Of(FieldKind kind) => kind switch
    {
        FieldKind.Text => ["maiuscolo"],
        FieldKind.Date => ["estesa"],
        FieldKind.Euro => ["in cifre", "in lettere"],
        FieldKind.Number => ["in lettere"],
    };

    /// <param name="format">Empty, or one of <see cref="Of"/>, as a key.</param>
    public static string Write(FieldKind kind, object value, string format) => (kind, format) switch
    {
        (FieldKind.Text, "maiuscolo") => ((string)value).ToUpper(_italian),
        (FieldKind.Text, _) => (string)value,
        (FieldKind.Date, "estesa") => ItalianWords.LongDate((DateOnly)value),
        (FieldKind.Date, _) => ItalianWords.ShortDate((DateOnly)value),
        (FieldKind.Euro, "in lettere") => ItalianWords.Amount((long)value),
        (FieldKind.Euro, "in cifre") => ItalianWords.Figures((long)value),
        (FieldKind.Euro, _) => "€\u00A0" + ItalianWords.Figures((long)value),
        (FieldKind.Number, "in lettere") => ItalianWords.Number((long)value),
        (FieldKind.Number, _) => ((long)value).ToString("N0", _italian),
    };
}
