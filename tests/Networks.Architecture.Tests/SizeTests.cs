using Networks.Architecture.Tests.Support;

namespace Networks.Architecture.Tests;

/// <summary>About 200 lines for a file of the product, 300 for a test class; a longer one says why in the list.</summary>
public sealed class SizeTests
{
    private const int ProductLines = 220;
    private const int TestLines = 320;

    /// <summary>Path and reason, one a line.</summary>
    private static readonly Dictionary<string, string> _reasons = File.ReadLines(Repository.Folder("tests", "Networks.Architecture.Tests", "longer-files.txt"))
        .Where(line => line.Length > 0 && !line.StartsWith('#'))
        .Select(line => line.Split(": ", 2))
        .ToDictionary(parts => parts[0], parts => parts[1]);

    [Fact]
    public void Given_a_source_file_then_it_is_short_or_has_a_reason()
    {
        var files = Repository.Files("src", "*.cs").Concat(Repository.Files("src", "*.razor")).ToList();
        Assert.True(files.Count > 200);
        Assert.Empty(LongerThan(files, ProductLines));
    }

    [Fact]
    public void Given_a_test_file_then_it_is_short_or_has_a_reason()
    {
        var files = Repository.Files("tests", "*.cs");
        Assert.True(files.Count > 40);
        Assert.Empty(LongerThan(files, TestLines));
    }

    [Fact]
    public void Given_a_reason_then_its_file_is_there_and_is_long()
    {
        Assert.All(_reasons.Keys, path => Assert.True(Lines(path) > ProductLines, $"{path} needs no reason any more"));
        Assert.All(_reasons.Values, reason => Assert.True(reason.Length > 20));
    }

    private static IEnumerable<string> LongerThan(IEnumerable<string> files, int limit) =>
        files.Where(path => Lines(path) > limit && !_reasons.ContainsKey(path)).Select(path => $"{path}: {Lines(path)} lines");

    private static int Lines(string path) => File.ReadLines(Repository.Folder(path)).Count();
}
