using System.Text.RegularExpressions;
using Networks.Architecture.Tests.Support;

namespace Networks.Architecture.Tests;

/// <summary>
/// Rows that an act writes without Entity Framework's knowledge raise nothing while it saves: no consequence may look for
/// them there, unless the rows are read with the watched properties named (ADR 0013).
/// </summary>
public sealed partial class WatchedRowsTests
{
    [Fact]
    public void Given_rows_that_are_written_by_themselves_then_no_consequence_looks_for_their_type()
    {
        var unwatched = Product()
            .SelectMany(text => text.Split(';')).Where(statement => !statement.Contains("watched: ", StringComparison.Ordinal) && !statement.Contains("OnlyRead(", StringComparison.Ordinal))
            .SelectMany(statement => Parts().Matches(statement)).Select(m => m.Groups[1].Value).ToHashSet(StringComparer.Ordinal);
        var looking = Product().Where(text => text.Contains("SavingChanges +=", StringComparison.Ordinal) && text.Contains("IConsequence", StringComparison.Ordinal)).ToList();
        var lookedFor = looking.SelectMany(text => Looks().Matches(text)).SelectMany(m => m.Groups[1].Value.Split(" or ")).Select(type => type.Trim()).ToHashSet(StringComparer.Ordinal);

        Assert.Superset(new HashSet<string> { "WorkItem", "ApprovalRound" }, unwatched);
        Assert.True(looking.Count >= 5, $"only {looking.Count} consequences look on");
        Assert.Superset(new HashSet<string> { "Case", "Consent", "LegalRepresentative", "Filing" }, lookedFor);
        Assert.Empty(lookedFor.Intersect(unwatched));
    }

    private static IEnumerable<string> Product() => Repository.Files("src", "*.cs").Select(path => File.ReadAllText(Repository.Folder(path)));

    [GeneratedRegex(@"ActRows<\w+>\.Part<(\w+)>")]
    private static partial Regex Parts();

    // Entries<Case>(), case Firm firm:, case Consent or LegalRepresentative:
    [GeneratedRegex(@"(?:Entries<|case )([A-Z]\w+(?: or [A-Z]\w+)*)")]
    private static partial Regex Looks();
}
