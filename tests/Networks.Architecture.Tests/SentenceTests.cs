using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using Networks.Architecture.Tests.Support;

namespace Networks.Architecture.Tests;

/// <summary>Every sentence is there in every language, and every sentence that the code asks for is there.</summary>
public sealed partial class SentenceTests
{
    [Fact]
    public void Given_a_sentence_then_it_is_there_in_all_languages()
    {
        Assert.True(Sentences.All.Count > 100);
        Assert.Empty(
            from entry in Sentences.All
            from language in Sentences.Languages
            where string.IsNullOrWhiteSpace(entry.Value.GetValueOrDefault(language))
            select $"{entry.Key} in {language}");
    }

    [Fact]
    public void Given_a_sentence_then_its_values_are_the_same_in_all_languages() =>
        Assert.Empty(
            from entry in Sentences.All
            where entry.Value.Values.Select(Places).Distinct().Count() > 1
            select entry.Key);

    [Fact]
    public void Given_a_sentence_with_values_then_it_can_be_filled()
    {
        var values = Enumerable.Repeat<object>(0, 20).ToArray();
        Assert.All(Sentences.All.SelectMany(e => e.Value.Values).Where(text => text.Contains('{')), text =>
            Assert.NotEmpty(string.Format(CultureInfo.InvariantCulture, text, values)));
    }

    [Fact]
    public void Given_a_long_sentence_then_no_two_languages_say_it_with_the_same_words() =>
        Assert.Empty(
            from entry in Sentences.All
            where entry.Value.Values.All(text => text.Length > 30 && text.Contains(' '))
                && entry.Value.Values.Distinct().Count() < entry.Value.Count
            select entry.Key);

    [Fact]
    public void Given_a_sentence_that_the_code_asks_for_then_it_is_there()
    {
        var asked = Asked(Asks()).Concat(Asked(Refuses())).ToList();

        Assert.True(asked.Count > 40);
        Assert.Empty(asked.Where(use => !Sentences.All.ContainsKey(use.Key)).Select(use => $"{use.Key} in {use.Path}"));
    }

    [Fact]
    public void Given_a_fact_that_is_recorded_then_the_history_has_a_sentence_for_it()
    {
        var names = Asked(Records()).Select(use => use.Key).ToList();
        var constants = Asked(RecordsConstant()).SelectMany(use => Values(use.Key)).ToList();

        Assert.NotEmpty(names);
        Assert.NotEmpty(constants);
        var keys = names.Concat(constants).Distinct().Select(name => $"history.{name.Replace('.', '-')}");
        Assert.Empty(keys.Except(Sentences.All.Keys));
    }

    /// <summary>What a constant of Workflows holds, by its name or by type and name.</summary>
    private static IEnumerable<string> Values(string constant) =>
        from type in typeof(Workflows.WorkflowsModule).Assembly.GetTypes()
        from field in type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
        where field.IsLiteral && field.FieldType == typeof(string) && (field.Name == constant || $"{type.Name}.{field.Name}" == constant)
        let value = (string)field.GetRawConstantValue()!
        where value.Contains('.', StringComparison.Ordinal)
        select value;

    private static IEnumerable<(string Key, string Path)> Asked(Regex pattern) =>
        from path in Repository.Files("src", "*.cs").Concat(Repository.Files("src", "*.razor"))
        from match in pattern.Matches(Repository.Read(path))
        select (match.Groups[1].Value, path);

    private static string Places(string text) =>
        string.Join(',', Place().Matches(text).Select(m => m.Groups[1].Value).Distinct().Order(StringComparer.Ordinal));

    [GeneratedRegex(@"\{(\d+)[^}]*\}")]
    private static partial Regex Place();

    [GeneratedRegex("""(?:\bT|\bSay|\bIn)\((?:[\w.()]+,\s*)?"([a-z0-9-]+\.[a-z0-9.-]+)"\s*[,)]""")]
    private static partial Regex Asks();

    [GeneratedRegex("""RefusalKind\.\w+,\s*"([a-z0-9.-]+)"(?!\s*\+)""")]
    private static partial Regex Refuses();

    [GeneratedRegex("""\bRecord\(\s*[\w.@]+,\s*"([a-z0-9.-]+)"\s*,""")]
    private static partial Regex Records();

    [GeneratedRegex("""\bRecord\(\s*[\w.@]+,\s*((?:[A-Z]\w*\.)?[A-Z]\w*)\s*,""")]
    private static partial Regex RecordsConstant();
}
