using System.Text.RegularExpressions;
using Networks.Architecture.Tests.Support;

namespace Networks.Architecture.Tests;

/// <summary>The files under <c>deploy</c>: settings that the product knows, no secret, every variable explained.</summary>
public sealed partial class DeployTests
{
    public static TheoryData<string> ComposeFiles => [.. Repository.Files("deploy", "compose.*.yaml")];

    [Fact]
    public void Given_a_setting_that_the_code_reads_then_the_guide_names_it()
    {
        var guide = Repository.Read("docs/operations.md");

        Assert.True(KnownSettings.Count > 20, $"{KnownSettings.Count} settings");
        Assert.DoesNotContain(KnownSettings, name => !IsNamed(guide, name));
    }

    [Theory]
    [MemberData(nameof(ComposeFiles))]
    public void Given_a_compose_file_then_it_sets_only_what_the_product_knows(string file)
    {
        var settings = Setting().Matches(Repository.Read(file)).Select(m => m.Groups[1].Value.Replace("__", ":", StringComparison.Ordinal)).ToList();

        Assert.True(settings.Count >= 10, $"{settings.Count} settings");
        Assert.Empty(settings.Except(KnownSettings));
    }

    [Fact]
    public void Given_the_recipe_of_the_image_then_it_sets_only_what_the_product_knows_and_does_not_run_as_root()
    {
        var recipe = Repository.Read("deploy/Containerfile");

        Assert.Equal(["Networks:Folder"], ImageSetting().Matches(recipe).Select(m => m.Groups[1].Value.Replace("__", ":", StringComparison.Ordinal)));
        Assert.True(recipe.IndexOf("USER $APP_UID", StringComparison.Ordinal) is > 0 and var user && user < recipe.IndexOf("ENTRYPOINT", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(ComposeFiles))]
    public void Given_a_compose_file_then_every_variable_is_explained_and_every_password_comes_from_outside(string file)
    {
        var text = Repository.Read(file);
        var explained = Variable().Matches(Repository.Read("deploy/env.example")).Select(m => m.Groups[1].Value).ToList();
        var used = Use().Matches(text).Select(m => m.Groups[1].Value).Distinct().ToList();

        Assert.True(used.Count >= 7, $"{used.Count} variables");
        Assert.Empty(used.Except(explained));
        Assert.All(text.Split('\n').Where(line => line.Contains("assword", StringComparison.OrdinalIgnoreCase) && line.Contains(": ", StringComparison.Ordinal) && !line.Contains("sqlcmd", StringComparison.Ordinal)),
            line => Assert.Matches(@"(?i)password(: |=)\$\{[A-Z_]+:[?-]", line));
        Assert.DoesNotContain(Repository.Read("deploy/env.example").Split('\n'), line => !line.StartsWith('#') && line.IndexOf('=', StringComparison.Ordinal) is >= 0 and var at && at < line.Length - 1);
    }

    [Theory]
    [MemberData(nameof(ComposeFiles))]
    public void Given_a_compose_file_then_its_lines_are_keys_and_items_two_blanks_apart(string file) =>
        Assert.All(Repository.Read(file).TrimEnd('\n').Split('\n').Where(line => line.Length > 0 && !line.TrimStart().StartsWith('#')), line => Assert.Matches(Line(), line));

    /// <summary>Every setting of ours that some source names, as a whole.</summary>
    private static IReadOnlyList<string> KnownSettings { get; } =
    [
        .. Repository.Files("src", "*.cs").Select(Repository.Read).SelectMany(source => Named().Matches(source)).Select(m => m.Groups[1].Value)
            .Where(name => name != "Networks:Mail")
            .Concat(MailWord().Matches(Repository.Read("src/Networks.Web/Infrastructure/MailSetup.cs")).Select(m => $"Networks:Mail:{m.Groups[1].Value}"))
            .Distinct().Order(StringComparer.Ordinal),
    ];

    // Several of one group stand in one row of the guide: `Networks:Mail:Host`, `Port`, `Tls`.
    private static bool IsNamed(string guide, string name) => guide.Contains($"`{name}", StringComparison.Ordinal)
        || guide.Split('\n').Any(row => row.StartsWith($"| `{name[..name.LastIndexOf(':')]}:", StringComparison.Ordinal) && row.Contains($"`{name[(name.LastIndexOf(':') + 1)..]}`", StringComparison.Ordinal));

    [GeneratedRegex(@"^\s+(Networks__\w+): \S", RegexOptions.Multiline)]
    private static partial Regex Setting();

    [GeneratedRegex(@"ENV (Networks__\w+)=")]
    private static partial Regex ImageSetting();

    [GeneratedRegex(@"^([A-Z_]+)=", RegexOptions.Multiline)]
    private static partial Regex Variable();

    [GeneratedRegex(@"\$\{([A-Z_]+)")]
    private static partial Regex Use();

    [GeneratedRegex(@"^(  )*(- )?(""[^""]*""|[\w.<-]+:( \S.*)?|\S[^:\s]*(:\S+)*)$")]
    private static partial Regex Line();

    [GeneratedRegex(@"""(Networks(?::[A-Za-z]+)+)""")]
    private static partial Regex Named();

    [GeneratedRegex(@"(?:Word\(|GetValue\()""(\w+)""")]
    private static partial Regex MailWord();
}
