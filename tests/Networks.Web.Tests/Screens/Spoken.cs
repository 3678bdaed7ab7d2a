using System.Globalization;
using System.Net;
using System.Resources;
using System.Text.RegularExpressions;
using Networks.Workflows;
using Networks.Workflows.Common;

namespace Networks.Web.Tests.Screens;

/// <summary>What a page says, judged by its language alone.</summary>
internal static partial class Spoken
{
    /// <summary>Shorter words are also names, or the same in two languages.</summary>
    private const int _shortestSentence = 14;

    /// <summary>Next steps that are suggested with a note: the desk keeps them as its own words, in the language it wrote them.</summary>
    private const string _suggested = "next-";

    private static readonly Dictionary<string, ILookup<string, string>> _foreign = Words.Languages.ToDictionary(l => l.TwoLetterISOLanguageName, ForeignTo, StringComparer.Ordinal);

    /// <summary>How many Italian sentences an English page is searched for.</summary>
    public static int Known => _foreign["en"].Sum(same => same.Count());

    /// <summary>The heading and the navigation: what must differ from language to language.</summary>
    public static (string Heading, string Navigation) Of(string html) =>
        (Plain(Heading().Match(html).Groups[1].Value), Plain(Navigation().Match(html).Groups[1].Value));

    /// <returns>What is wrong with a page in a language; empty for nothing.</returns>
    public static IEnumerable<string> Faults(string html, CultureInfo language)
    {
        var letters = language.TwoLetterISOLanguageName;
        if (!html.Contains($"<html lang=\"{letters}\">", StringComparison.Ordinal))
        {
            yield return "says another language of itself";
        }

        if (Of(html).Heading.Length == 0)
        {
            yield return "has no heading";
        }

        foreach (Match code in Code().Matches(html))
        {
            yield return $"shows {code.Value}";
        }

        foreach (var said in Texts(html).Where(text => IsForeign(text, letters)).Distinct())
        {
            yield return $"says \"{said}\"";
        }
    }

    // A sentence with values is known by what stands before the first.
    private static bool IsForeign(string text, string letters) =>
        text.Length >= _shortestSentence && _foreign[letters][text[.._shortestSentence]].Any(known => text.StartsWith(known, StringComparison.Ordinal));

    private static IEnumerable<string> Texts(string html) =>
        from Match match in Text().Matches(Quoted().Replace(html, "<i>"))
        let text = WebUtility.HtmlDecode(match.Groups[1].Value).Trim()
        where text.Length > 0
        select text;

    private static string Plain(string html) => WebUtility.HtmlDecode(Tag().Replace(html, " ")).Trim();

    /// <summary>The beginnings of the other languages' sentences, without those that this language says too.</summary>
    private static ILookup<string, string> ForeignTo(CultureInfo language)
    {
        var own = Sentences(language).ToHashSet(StringComparer.Ordinal);
        return Words.Languages.Where(l => l.Name != language.Name).SelectMany(Sentences)
            .Where(text => text.Length >= _shortestSentence && text.Contains(' ') && !own.Any(o => o.StartsWith(text, StringComparison.Ordinal)))
            .Distinct().ToLookup(text => text[.._shortestSentence], StringComparer.Ordinal);
    }

    private static IEnumerable<string> Sentences(CultureInfo language)
    {
        foreach (var (assembly, folder) in new[] { (typeof(WorkflowsModule).Assembly, "Networks.Workflows.Texts"), (typeof(NetworksApp).Assembly, "Networks.Web.Texts") })
        {
            var neutral = CultureInfo.GetCultureInfo(language.TwoLetterISOLanguageName);
            var sets = assembly.GetSatelliteAssembly(neutral).GetManifestResourceNames().Where(n => n.StartsWith(folder, StringComparison.Ordinal));
            foreach (var set in sets.Select(n => n[..n.IndexOf('.', folder.Length + 1)]))
            {
                foreach (System.Collections.DictionaryEntry entry in new ResourceManager(set, assembly).GetResourceSet(neutral, true, false)!)
                {
                    if (set.EndsWith(".Casework", StringComparison.Ordinal) && ((string)entry.Key).StartsWith(_suggested, StringComparison.Ordinal))
                    {
                        continue;
                    }

                    yield return ((string)entry.Value!).Split('{')[0].Trim();
                }
            }
        }
    }

    [GeneratedRegex("<h1[^>]*>(.*?)</h1>", RegexOptions.Singleline)]
    private static partial Regex Heading();

    [GeneratedRegex("<nav [^>]*>(.*?)</nav>", RegexOptions.Singleline)]
    private static partial Regex Navigation();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();

    [GeneratedRegex(">([^<]+)<")]
    private static partial Regex Text();

    // A word code in brackets is a sentence that is missing.
    [GeneratedRegex(@"\[[a-z]+(?:-[a-z]+)*\.[a-z0-9.-]+\]")]
    private static partial Regex Code();

    // What is said in the language of somebody else, such as a mail, and says so.
    [GeneratedRegex("<(?!html)([a-z]+)[^>]* lang=\"[a-z]{2}\"[^>]*>.*?</\\1>", RegexOptions.Singleline)]
    private static partial Regex Quoted();
}
