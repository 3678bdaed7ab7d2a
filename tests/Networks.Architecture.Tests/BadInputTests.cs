using System.Text.RegularExpressions;
using Networks.Architecture.Tests.Support;

namespace Networks.Architecture.Tests;

/// <summary>The table of bad input names tests that exist.</summary>
public sealed partial class BadInputTests
{
    [Fact]
    public void Given_the_table_of_bad_input_then_every_case_has_an_answer_and_a_test_that_exists()
    {
        var rows = Repository.Read("docs/bad-input.md").Split('\n')
            .Where(line => line.StartsWith('|')).Skip(2)
            .Select(line => line.Trim('|').Split(" | ").Select(cell => cell.Trim()).ToArray()).ToList();
        var sources = Repository.Files("tests", "*.cs").ToLookup(path => Path.GetFileNameWithoutExtension(path), Repository.Read);

        Assert.True(rows.Count >= 30, $"{rows.Count} rows");
        Assert.All(rows, row =>
        {
            Assert.Equal(4, row.Length);
            Assert.All(row, Assert.NotEmpty);
            var named = TestName().Match(row[3]);
            Assert.True(named.Success, row[3]);
            Assert.True(sources[named.Groups[1].Value].Any(source => source.Contains($" {named.Groups[2].Value}(", StringComparison.Ordinal)), row[3]);
        });
    }

    [GeneratedRegex("^`([A-Za-z]+Tests)\\.(Given_[A-Za-z0-9_]+)`$")]
    private static partial Regex TestName();
}
