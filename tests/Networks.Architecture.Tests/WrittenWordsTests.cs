using System.Text.RegularExpressions;
using Networks.Architecture.Tests.Support;

namespace Networks.Architecture.Tests;

/// <summary>No word that a person reads is written into a page, a script or a class: it would be there in one language alone.</summary>
public sealed partial class WrittenWordsTests
{
    /// <summary>What is the same in every language: names of products, formats and identifiers.</summary>
    private static readonly HashSet<string> _names = ["Networks", "Demo", "CSV", "Excel", "Word", "REA", "PEC", "SHA-256", "Esc", "LC, MB"];

    /// <summary>Italian by law or by its office, whoever reads it: names of template fields, the sheet for the Chamber, citations.</summary>
    private static readonly string[] _italianByNature = ["/Documents/", "/MakeText/", "/ShowSheet/SheetCsv.cs", "/Rules/", "/KnownNetworks/NetworkWorkbookReader.cs", "/Cards/FirmTerms.cs", "/Administration/TemplateTrial"];

    private static readonly HashSet<string> _italian = new(StringComparer.OrdinalIgnoreCase)
    {
        "il", "la", "di", "che", "per", "non", "è", "con", "una", "sono", "del", "della", "le", "gli", "dei", "alla", "al", "nella", "questo", "questa",
    };

    /// <summary>Keys whose sentence may be the same in two languages: <c>key</c> a line.</summary>
    private static readonly HashSet<string> _same = [.. File.ReadLines(Repository.Folder("tests", "Networks.Architecture.Tests", "same-words.txt")).Where(l => l.Length > 0 && !l.StartsWith('#'))];

    [Fact]
    public void Given_a_page_then_its_words_come_from_the_resources()
    {
        var pages = Repository.Files("src", "*.razor").ToList();

        Assert.True(pages.Count > 150);
        Assert.Empty(pages.SelectMany(path => WrittenIn(Read(path)).Except(_names).Select(words => $"{path}: {words}")));
    }

    [Theory]
    [InlineData("<p>Nessuna riga</p>", "Nessuna riga")]
    [InlineData("<a title=\"Apri\" href=\"/\">@T(\"x.y\")</a>", "Apri")]
    [InlineData("<input placeholder=\"Cerca\" aria-label=\"@T(\"x.y\")\" />", "Cerca")]
    public void Given_words_written_into_a_page_then_they_are_found(string page, string found) => Assert.Equal([found], WrittenIn(page));

    [Fact]
    public void Given_a_script_then_it_says_nothing_of_its_own() =>
        Assert.Empty(Sentence().Matches(File.ReadAllText(Repository.Folder("src", "Networks.Web", "wwwroot", "site.js"))).Select(m => m.Value));

    [Fact]
    public void Given_a_class_then_no_italian_sentence_is_written_into_it()
    {
        var written =
            from path in Repository.Files("src", "*.cs")
            where !Array.Exists(_italianByNature, part => path.Replace('\\', '/').Contains(part, StringComparison.Ordinal)) && !path.Contains("Demo", StringComparison.Ordinal) && !path.Contains("Migrations", StringComparison.Ordinal)
            from line in File.ReadLines(Repository.Folder(path))
            where !line.TrimStart().StartsWith("//", StringComparison.Ordinal)
            from text in Literal().Matches(line).Select(m => m.Groups[1].Value)
            where IsItalian(text)
            select $"{path}: {text}";

        Assert.Empty(written);
        Assert.True(IsItalian("Nessuna riga è scelta"));
    }

    [Fact]
    public void Given_an_english_or_french_sentence_then_it_is_not_the_italian_one_unless_it_is_a_name()
    {
        var same = Sentences.All.Where(e => Letters().Count(Places().Replace(e.Value["it"], "")) >= 1 && (e.Value["it"] == e.Value["en"] || e.Value["it"] == e.Value["fr"])).Select(e => e.Key).ToHashSet();

        Assert.Empty(same.Except(_same));
        Assert.Empty(_same.Except(same));
    }

    private static string Read(string path) => File.ReadAllText(Repository.Folder(path));

    private static IEnumerable<string> WrittenIn(string page)
    {
        var code = page.IndexOf("@code {", StringComparison.Ordinal);
        var markup = Comment().Replace(code < 0 ? page : page[..code], "");
        return Attribute().Matches(markup).Select(m => m.Groups[1].Value)
            .Concat(Node().Matches(markup).Select(m => m.Groups[1].Value.Trim()).Where(text => !Code().IsMatch(text)));
    }

    private static bool IsItalian(string text)
    {
        var words = Letters().Matches(text).Select(m => m.Value).ToList();
        return text.Contains(' ', StringComparison.Ordinal) && Word().Count(text) >= 3 && Word().Matches(text).Any(m => _italian.Contains(m.Value)) && words.Count > 0;
    }

    [GeneratedRegex(@"@\*.*?\*@", RegexOptions.Singleline)]
    private static partial Regex Comment();

    [GeneratedRegex(@"\b(?:title|aria-label|placeholder|alt)=""([^""@]*\p{L}{2,}[^""@]*)""")]
    private static partial Regex Attribute();

    [GeneratedRegex(@">([^<>@{}\n]*\p{L}{3,}[^<>@{}\n]*)<")]
    private static partial Regex Node();

    [GeneratedRegex("[=();]")]
    private static partial Regex Code();

    [GeneratedRegex("\"\\p{Lu}?\\p{Ll}+ \\p{Ll}+ [\\p{Ll} ]+\"")]
    private static partial Regex Sentence();

    [GeneratedRegex("\"((?:[^\"\\\\]|\\\\.)*)\"")]
    private static partial Regex Literal();

    [GeneratedRegex(@"\p{L}{3,}")]
    private static partial Regex Letters();

    [GeneratedRegex(@"\p{L}+")]
    private static partial Regex Word();

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Places();
}
