using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;
using System.Resources;

namespace Networks.Workflows.Common;

/// <summary>
/// Every sentence that a person reads, by key and language. A key is <c>set.words-with-dashes</c>; the set names the
/// resource <c>Texts/&lt;Set&gt;.&lt;language&gt;.resx</c> of the assembly that registered it.
/// </summary>
public static class Words
{
    public static readonly CultureInfo Italian = CultureInfo.GetCultureInfo("it-IT");
    public static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");
    public static readonly CultureInfo French = CultureInfo.GetCultureInfo("fr-FR");

    /// <summary>The languages of the product, the first one being the default.</summary>
    public static readonly IReadOnlyList<CultureInfo> Languages = [Italian, English, French];

    private static readonly ConcurrentDictionary<string, ResourceManager> _sets = new(StringComparer.Ordinal);

    static Words() => Register(typeof(Words).Assembly, "Networks.Workflows.Texts");

    /// <summary>Makes the sets of an assembly known; registering twice changes nothing.</summary>
    public static void Register(Assembly assembly, string folder)
    {
        ArgumentNullException.ThrowIfNull(assembly);
        var satellite = assembly.GetSatelliteAssembly(CultureInfo.GetCultureInfo("it"));
        foreach (var name in satellite.GetManifestResourceNames().Where(n => n.StartsWith(folder + ".", StringComparison.Ordinal)))
        {
            var set = name[(folder.Length + 1)..].Split('.')[0];
            _sets.TryAdd(SetKey(set), new ResourceManager($"{folder}.{set}", assembly));
        }
    }

    /// <summary>The sentence in the current UI language.</summary>
    public static string Say(string key, params object[] values) => In(CultureInfo.CurrentUICulture, key, values);

    /// <summary>The sentence in a given language; numbers and dates are written as that language writes them.</summary>
    /// <returns>The sentence, or the key in brackets where there is none: visible, and refused by a test.</returns>
    public static string In(CultureInfo language, string key, params object[] values)
    {
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(language);
        var known = Known(language);
        var sentence = Find(known, key);
        if (sentence is null || values.Length == 0)
        {
            return sentence ?? $"[{key}]";
        }

        var said = string.Format(known, sentence, values);
        return known == Italian && ItalianArticle.MayNeed(sentence) ? ItalianArticle.Joined(said) : said;
    }

    /// <summary>Whether the key has a sentence in that language.</summary>
    public static bool Has(CultureInfo language, string key) => Find(Known(language), key) is not null;

    /// <summary>The product's language nearest to a culture: Italian where it has none.</summary>
    public static CultureInfo Known(CultureInfo language)
    {
        ArgumentNullException.ThrowIfNull(language);
        return Languages.FirstOrDefault(l => l.TwoLetterISOLanguageName == language.TwoLetterISOLanguageName) ?? Italian;
    }

    private static string? Find(CultureInfo language, string key)
    {
        var dot = key.IndexOf('.', StringComparison.Ordinal);
        return dot > 0 && _sets.TryGetValue(key[..dot], out var set)
            ? set.GetResourceSet(CultureInfo.GetCultureInfo(language.TwoLetterISOLanguageName), true, false)?.GetString(key[(dot + 1)..])
            : null;
    }

    // "FollowUp" is the file, "follow-up" the word in a key.
    private static string SetKey(string set) => string.Concat(set.Select((c, i) =>
        char.IsUpper(c) ? (i > 0 ? "-" : "") + char.ToLowerInvariant(c) : c.ToString()));
}
