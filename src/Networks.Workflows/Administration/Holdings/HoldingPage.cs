using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Networks.Workflows.Common;

namespace Networks.Workflows.Administration.Holdings;

/// <summary>What is held, as a page that any browser opens without the service.</summary>
internal static class HoldingPage
{
    /// <summary>Only machines read them; they are in <c>data.json</c>.</summary>
    private static readonly HashSet<string> _forMachines = new(StringComparer.Ordinal)
    {
        "Hash", "PreviousHash", "ApprovedHash", "FrozenHash", "CardKey", "CardNumber", "CardIsStale", "Own", "Shared", "ReportJson", "TermsJson", "Signatories",
        "FromEvent", "Corrects", "Attempts", "HeldFor", "Path", "Order", "Values", "NotBefore", "Digest", "UserName",
    };

    private static readonly string _style = "body{font:16px/1.5 sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}table{border-collapse:collapse;width:100%;margin:0 0 1rem}th,td{border:1px solid #999;padding:.3rem .5rem;text-align:left;vertical-align:top;overflow-wrap:anywhere}th{width:16rem;font-weight:600}";

    public static string Write(HoldingBook book, CultureInfo language)
    {
        var said = Words.Known(language);
        var html = new StringBuilder();
        html.Append(CultureInfo.InvariantCulture, $"<!doctype html><html lang=\"{said.TwoLetterISOLanguageName}\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"><title>{Text(Words.In(said, "my-data.book-title", book.Subject))}</title><style>{_style}</style></head><body>");
        html.Append(CultureInfo.InvariantCulture, $"<h1>{Text(Words.In(said, "my-data.book-title", book.Subject))}</h1>");
        html.Append(CultureInfo.InvariantCulture, $"<p>{Text(Words.In(said, "my-data.book-lead", book.Keeper, book.On))}</p><p>{Text(Words.In(said, "my-data.book-rights", book.Keeper))}</p>");
        foreach (var part in book.Parts)
        {
            html.Append(CultureInfo.InvariantCulture, $"<h2>{Text(Words.In(said, $"my-data.table-{part.Word}"))} ({part.Rows.Count})</h2>");
            foreach (var row in part.Rows)
            {
                html.Append("<table>");
                Rows(html, book, said, row);
                html.Append("</table>");
            }
        }

        if (book.Files.Count > 0)
        {
            html.Append(CultureInfo.InvariantCulture, $"<h2>{Text(Words.In(said, "my-data.book-files"))}</h2><ul>{string.Concat(book.Files.Select(f => $"<li>{Text(f.Name)}</li>"))}</ul>");
        }

        return html.Append("</body></html>").ToString();
    }

    /// <summary>Names of the columns that a reader sees, to have a word for each.</summary>
    public static bool IsShown(string column) => !_forMachines.Contains(column);

    private static void Rows(StringBuilder html, HoldingBook book, CultureInfo said, JsonObject row)
    {
        foreach (var (name, value) in row)
        {
            if (value is null || !IsShown(name) || Told(book, said, name, value) is not { Length: > 0 } told)
            {
                continue;
            }

            html.Append(CultureInfo.InvariantCulture, $"<tr><th scope=\"row\">{Text(Words.In(said, $"my-data.field-{name}"))}</th><td>{told}</td></tr>");
        }
    }

    /// <returns>Empty for numbers that only the database knows.</returns>
    private static string Told(HoldingBook book, CultureInfo said, string name, JsonNode value)
    {
        switch (value)
        {
            case JsonArray list when list.All(i => i is JsonObject):
                var inner = new StringBuilder();
                foreach (var item in list.OfType<JsonObject>())
                {
                    inner.Append("<table>");
                    Rows(inner, book, said, item);
                    inner.Append("</table>");
                }

                return inner.ToString();
            case JsonArray list:
                return string.Join(", ", list.OfType<JsonNode>().Select(i => Told(book, said, name, i)).Where(t => t.Length > 0));
            case JsonObject parts:
                return string.Join(", ", parts.Where(p => p.Value is JsonValue).Select(p => Told(book, said, name, p.Value!)).Where(t => t.Length > 0));
            default:
                return Text(Plain(book, said, name, value.AsValue()));
        }
    }

    private static string Plain(HoldingBook book, CultureInfo said, string name, JsonValue value)
    {
        if (value.TryGetValue<bool>(out var yes))
        {
            return Words.In(said, yes ? "my-data.yes" : "my-data.no");
        }

        var text = value.ToString();
        return Guid.TryParse(text, out var id) ? name == "CaseId" ? book.References.GetValueOrDefault(id, "") : ""
            : name.EndsWith("Cents", StringComparison.Ordinal) && long.TryParse(text, CultureInfo.InvariantCulture, out var cents) ? (cents / 100m).ToString("C", said)
            : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day.ToString("d MMMM yyyy", said)
            : text.Length >= 20 && char.IsAsciiDigit(text[0]) && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var at) ? $"{BusinessCalendar.DayOf(at).ToString("d MMMM yyyy", said)}, {BusinessCalendar.TimeOf(at).ToString("HH:mm", said)}"
            : Words.Has(said, $"my-data.value-{text}") ? Words.In(said, $"my-data.value-{text}") : text;
    }

    private static string Text(string text) => WebUtility.HtmlEncode(text);
}
