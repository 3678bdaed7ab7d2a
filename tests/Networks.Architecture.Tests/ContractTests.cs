using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Networks.Architecture.Tests.Support;
using Networks.Workflows;
using Networks.Workflows.Access;
using Networks.Workflows.Engine;

namespace Networks.Architecture.Tests;

/// <summary>What others rely on, as texts: who may what, the procedures, the words that lie in databases.</summary>
public sealed partial class ContractTests
{
    [Fact]
    public void Given_the_access_matrix_then_it_is_the_approved_one() => Approved.Check("access-matrix", AccessPolicy.Print());

    [Fact]
    public async Task Given_a_process_version_then_its_outline_is_the_approved_one()
    {
        await using var product = new Product();
        var definitions = product.Services.GetRequiredService<ProcessCatalog>().All.ToList();

        Assert.NotEmpty(definitions);
        Assert.All(definitions, d => Approved.Check($"process-{d.Name}-v{d.Version}", d.Outline()));
    }

    [Fact]
    public void Given_the_stored_words_then_they_are_the_approved_ones()
    {
        var text = new StringBuilder();
        Append(text, "Refusals", Matches(RefusalCode()).Select(m => $"{m.Groups[2].Value} {m.Groups[1].Value}"));
        Append(text, "History", Matches(HistoryName()).Select(m => m.Groups[1].Value));
        Append(text, "Constants", Constants());
        Append(text, "Enumerations", Enumerations());

        Approved.Check("stored-words", text.ToString());
    }

    private static void Append(StringBuilder text, string title, IEnumerable<string> words)
    {
        var lines = words.Distinct().Order(StringComparer.Ordinal).ToList();
        Assert.NotEmpty(lines);
        text.Append(title).Append('\n');
        lines.ForEach(line => text.Append("  ").Append(line).Append('\n'));
    }

    private static IEnumerable<Match> Matches(Regex pattern) =>
        Repository.Files("src", "*.cs").Concat(Repository.Files("src", "*.razor")).SelectMany(path => pattern.Matches(Repository.Read(path)));

    // Task names, outcomes, signals: every constant with the shape of a stored word.
    private static IEnumerable<string> Constants() =>
        from type in typeof(WorkflowsModule).Assembly.GetTypes()
        from field in type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
        where field.IsLiteral && field.FieldType == typeof(string)
        let word = (string)field.GetRawConstantValue()!
        where StoredWord().IsMatch(word)
        select $"{type.Name}.{field.Name} = {word}";

    // Enumerations are stored as words: a renamed member is a changed database.
    private static IEnumerable<string> Enumerations()
    {
        using var db = Databases.Open("Sqlite");
        return db.Model.GetEntityTypes()
            .SelectMany(type => type.GetProperties())
            .Select(p => Nullable.GetUnderlyingType(p.ClrType) ?? p.ClrType)
            .Where(type => type.IsEnum)
            .Distinct()
            .Select(type => $"{type.Name}: {string.Join(", ", Enum.GetNames(type))}");
    }

    [GeneratedRegex("""RefusalKind\.(\w+),\s*"([a-z0-9.-]+)"(?!\s*\+)""")]
    private static partial Regex RefusalCode();

    [GeneratedRegex("""\bRecord\(\s*[\w.@]+,\s*"([a-z0-9.-]+)"\s*,""")]
    private static partial Regex HistoryName();

    [GeneratedRegex("^[a-z][a-z0-9]*([.-][a-z0-9]+)*$")]
    private static partial Regex StoredWord();
}
