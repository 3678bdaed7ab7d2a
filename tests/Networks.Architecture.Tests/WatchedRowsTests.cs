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
            .SelectMany(text => text.Split(';')).Where(statement => !statement.Contains("watched: ", StringComparison.Ordinal) && !statement.Contains("OnlyRead", StringComparison.Ordinal))
            .SelectMany(statement => Parts().Matches(statement)).Select(m => m.Groups[1].Value).ToHashSet(StringComparer.Ordinal);
        var looking = Consequences();
        var lookedFor = looking.SelectMany(text => Looks().Matches(text)).SelectMany(m => m.Groups[1].Value.Split(" or ")).Select(type => type.Trim()).ToHashSet(StringComparer.Ordinal);

        Assert.Superset(new HashSet<string> { "WorkItem", "ApprovalRound" }, unwatched);
        Assert.True(looking.Count >= 5, $"only {looking.Count} consequences look on");
        Assert.Superset(new HashSet<string> { "Case", "Consent", "LegalRepresentative", "Filing" }, lookedFor);
        Assert.Empty(lookedFor.Intersect(unwatched));
    }

    [Fact]
    public void Given_rows_of_which_some_properties_are_watched_then_consequences_look_at_no_others()
    {
        var watched = Product().SelectMany(text => text.Split(';')).Where(statement => statement.Contains("watched: ", StringComparison.Ordinal)).SelectMany(statement => Parts().Matches(statement)
            .Select(part => (Type: part.Groups[1].Value, Properties: Named().Matches(statement[statement.IndexOf("watched: ", StringComparison.Ordinal)..]).Select(m => m.Groups[1].Value).ToHashSet(StringComparer.Ordinal)))).ToList();
        var looked = watched.SelectMany(row => Consequences().Where(text => text.Contains($"Entries<{row.Type}>", StringComparison.Ordinal)).SelectMany(text => Asked().Matches(text))
            .Select(m => (row.Type, Property: m.Groups[1].Value, row.Properties))).ToList();

        Assert.Contains(("Case", "Status"), looked.Select(l => (l.Type, l.Property)));
        Assert.Empty(looked.Where(l => !l.Properties.Contains(l.Property)).Select(l => $"{l.Type}.{l.Property}"));
    }

    private static List<string> Consequences() =>
        [.. Product().Where(text => text.Contains("SavingChanges +=", StringComparison.Ordinal) && text.Contains("IConsequence", StringComparison.Ordinal))];

    private static IEnumerable<string> Product() => Repository.Files("src", "*.cs").Select(path => File.ReadAllText(Repository.Folder(path)));

    [GeneratedRegex(@"ActRows<\w+>\.Part<(\w+)>")]
    private static partial Regex Parts();

    // watched: nameof(Case.Status)
    [GeneratedRegex(@"nameof\(\w+\.(\w+)\)")]
    private static partial Regex Named();

    // entry.Property(c => c.Status)
    [GeneratedRegex(@"\.Property\(\w+ => \w+\.(\w+)\)")]
    private static partial Regex Asked();

    // Entries<Case>(), case Firm firm:, case Consent or LegalRepresentative:
    [GeneratedRegex(@"(?:Entries<|case )([A-Z]\w+(?: or [A-Z]\w+)*)")]
    private static partial Regex Looks();
}
