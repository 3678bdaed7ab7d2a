using System.Text.RegularExpressions;

namespace Networks.Workflows.Common;

/// <summary>
/// The article before a number that is read with a vowel: "l'11 dicembre", "all'8 %", "dall'1 marzo". The sentence cannot
/// know which number it gets.
/// </summary>
internal static partial class ItalianArticle
{
    /// <summary>The sentence with its articles joined to the numbers that want it.</summary>
    public static string Joined(string sentence) => Before().Replace(sentence, found => $"{Short(found.Groups[1].Value)}’");

    /// <summary>Whether a sentence has an article before a place that is filled in.</summary>
    public static bool MayNeed(string pattern) => pattern.Contains("l {", StringComparison.Ordinal);

    // il, al, dal, del, nel, sul: "il" loses its vowel, the others double their l.
    private static string Short(string article) => article is "il" or "Il" ? (article[0] == 'I' ? "L" : "l") : article + "l";

    // Otto and what begins with it, undici, undicimila, uno; with the nought of a short date. Not 1.000, not 110.
    [GeneratedRegex(@"(?<![\p{L}\p{N}])([AaIi]l|[Dd][ae]l|[NnSs][eu]l) (?=(?:8\d*|0[18]|11|1)(?!\d)(?!(?<=(?:^|\D)1)\.\d{3}))")]
    private static partial Regex Before();
}
