using System.Globalization;

namespace Networks.Workflows.Common;

/// <summary>
/// Values of a line as invariant text, so that it reads the same when it was accepted in another language: a day as
/// <c>d:2026-09-30</c>, money in cents as <c>e:400000</c>, a number as <c>n:3</c>, capabilities as <c>c:design,welding</c>, words as <c>t:…</c>.
/// </summary>
public static class LineWords
{
    public static string Of(DateOnly day) => $"d:{day:yyyy-MM-dd}";

    public static string OfEuro(long cents) => string.Create(CultureInfo.InvariantCulture, $"e:{cents}");

    public static string Of(int number) => string.Create(CultureInfo.InvariantCulture, $"n:{number}");

    public static string Of(string text) => $"t:{text}";

    /// <summary>Stored words of capabilities.</summary>
    public static string OfCapabilities(IEnumerable<string> words) => $"c:{string.Join(',', words)}";

    /// <summary>The sentence of a line in the current UI language.</summary>
    public static string Say(string code, IReadOnlyList<string> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        return Words.Say($"changes.line-{code}", [.. values.Select(Read)]);
    }

    /// <summary>Capabilities as people call them, sorted; a word for none.</summary>
    public static string Capabilities(IEnumerable<string> words) =>
        string.Join(", ", words.Select(w => Words.Has(CultureInfo.CurrentUICulture, $"discovery.capability-{w}") ? Words.Say($"discovery.capability-{w}") : w).Order(StringComparer.CurrentCulture)) is { Length: > 0 } said
            ? said : Words.Say("changes.none");

    public static string Euro(long cents) => (cents / 100m).ToString("#,##0.00 €", CultureInfo.CurrentCulture);

    private static object Read(string value) => value[..2] switch
    {
        "d:" => DateOnly.ParseExact(value[2..], "yyyy-MM-dd", CultureInfo.InvariantCulture),
        "e:" => Euro(long.Parse(value[2..], CultureInfo.InvariantCulture)),
        "n:" => int.Parse(value[2..], CultureInfo.InvariantCulture),
        "c:" => Capabilities(value[2..].Split(',')),
        _ => value[2..],
    };
}
