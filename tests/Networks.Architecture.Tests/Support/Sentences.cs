using System.Xml.Linq;

namespace Networks.Architecture.Tests.Support;

/// <summary>The sentences of <c>Texts/*.resx</c>, read as files: set, language, key, text.</summary>
internal static class Sentences
{
    public static readonly IReadOnlyList<string> Languages = ["it", "en", "fr"];

    /// <summary>By full key (<c>follow-up.duty-due</c>) and language.</summary>
    public static IReadOnlyDictionary<string, Dictionary<string, string>> All { get; } = ReadAll();

    /// <summary>First words of keys: <c>follow-up</c>.</summary>
    public static IReadOnlySet<string> Sets { get; } = All.Keys.Select(key => key[..key.IndexOf('.', StringComparison.Ordinal)]).ToHashSet();

    private static Dictionary<string, Dictionary<string, string>> ReadAll()
    {
        var all = new Dictionary<string, Dictionary<string, string>>(StringComparer.Ordinal);
        foreach (var path in Repository.Files("src", "*.resx"))
        {
            var parts = Path.GetFileName(path).Split('.');
            foreach (var entry in XDocument.Load(Repository.Folder(path)).Root!.Elements("data"))
            {
                var key = $"{Dashes(parts[0])}.{entry.Attribute("name")!.Value}";
                if (!all.TryGetValue(key, out var texts))
                {
                    all[key] = texts = new Dictionary<string, string>(StringComparer.Ordinal);
                }

                Assert.True(texts.TryAdd(parts[1], entry.Element("value")!.Value), $"{key} is twice in {path}");
            }
        }

        return all;
    }

    private static string Dashes(string set) =>
        string.Concat(set.Select((c, i) => char.IsUpper(c) ? (i > 0 ? "-" : "") + char.ToLowerInvariant(c) : c.ToString()));
}
