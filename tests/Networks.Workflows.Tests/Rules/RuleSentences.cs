using System.Xml.Linq;

namespace Networks.Workflows.Tests.Rules;

/// <summary>The keys of the set of sentences, read from the source file beside the product.</summary>
internal static class RuleSentences
{
    internal static IReadOnlyList<string> Keys { get; } = Read("it");

    internal static IReadOnlyList<string> Read(string language) =>
        [.. XDocument.Load(Path.Combine(Root(), "src", "Networks.Workflows", "Texts", $"Rules.{language}.resx"))
            .Root!.Elements("data").Select(d => $"rules.{d.Attribute("name")!.Value}")];

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Networks.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("Not inside the repository.");
        }

        return folder.FullName;
    }
}
