using Networks.Architecture.Tests.Support;

namespace Networks.Architecture.Tests;

/// <summary>Dependencies point one way, over compiled code. Each rule shows on a counter-example that it can fail.</summary>
public sealed class DependencyTests
{
    private const string CounterExamples = "Networks.Architecture.Tests.CounterExamples";

    /// <summary>What phases share. Every other folder of Workflows is a phase, a new one too.</summary>
    private static readonly string[] _shared = ["Access", "Common", "Documents", "Engine", "Mail", "Pipeline", "Rules", "Signatures"];

    private static readonly CompiledCode _product = new("Networks.Data.dll", "Networks.Workflows.dll", "networks.dll");
    private static readonly CompiledCode _offenders = new("Networks.Architecture.Tests.dll");

    [Fact]
    public void Given_the_three_projects_then_they_point_from_web_to_workflows_to_data()
    {
        var wrong = _product.Uses.Where(use =>
            (IsIn(use.User, "Networks.Data") && (IsIn(use.Used, "Networks.Workflows") || IsIn(use.Used, "Networks.Web")))
            || (IsIn(use.User, "Networks.Workflows") && IsIn(use.Used, "Networks.Web")));

        AssertNone(wrong);
        Assert.Contains(_product.Uses, use => IsIn(use.User, "Networks.Web") && IsIn(use.Used, "Networks.Workflows"));
        Assert.Contains(_product.Uses, use => IsIn(use.User, "Networks.Workflows") && IsIn(use.Used, "Networks.Data"));
    }

    [Fact]
    public void Given_a_phase_then_it_knows_no_other_phase_and_no_process()
    {
        AssertNone(PhasesThatKnowOthers(_product, "Networks.Workflows"));
        Assert.True(PhasesOf(_product, "Networks.Workflows").Count() >= 5);
        Assert.Equal(
            [($"{CounterExamples}.Workflows.Drafting.KnowsAnotherPhase", $"{CounterExamples}.Workflows.Signing.AnotherPhase")],
            PhasesThatKnowOthers(_offenders, $"{CounterExamples}.Workflows"));
    }

    [Fact]
    public void Given_what_phases_share_then_it_knows_no_phase_and_no_process()
    {
        AssertNone(SharedThatKnowsAPhase(_product, "Networks.Workflows"));
        Assert.All(_shared, folder => Assert.Contains(_product.Types, type => IsIn(type, $"Networks.Workflows.{folder}")));
        Assert.Equal(
            [($"{CounterExamples}.Workflows.Rules.KnowsAPhase", $"{CounterExamples}.Workflows.Signing.AnotherPhase")],
            SharedThatKnowsAPhase(_offenders, $"{CounterExamples}.Workflows"));
    }

    [Fact]
    public void Given_a_page_then_it_holds_no_database()
    {
        AssertNone(DatabasesOutsideOfSetUp(_product, "Networks.Web"));
        Assert.Contains(_product.Uses, use => IsIn(use.User, "Networks.Web.Infrastructure") && IsDatabase(use.Used));
        Assert.NotEmpty(DatabasesOutsideOfSetUp(_offenders, $"{CounterExamples}.Web"));
    }

    private static IEnumerable<(string User, string Used)> PhasesThatKnowOthers(CompiledCode code, string root) =>
        code.Uses.Where(use => PhaseOf(use.User, root) is { } own && own != "Processes" && PhaseOf(use.Used, root) is { } other && other != own);

    private static IEnumerable<(string User, string Used)> SharedThatKnowsAPhase(CompiledCode code, string root) =>
        code.Uses.Where(use => _shared.Any(folder => IsIn(use.User, $"{root}.{folder}")) && PhaseOf(use.Used, root) is not null);

    private static IEnumerable<(string User, string Used)> DatabasesOutsideOfSetUp(CompiledCode code, string root) =>
        code.Uses.Where(use => IsIn(use.User, root) && IsDatabase(use.Used)
            && !IsIn(use.User, $"{root}.Infrastructure") && !IsIn(use.User, $"{root}.Commands"));

    private static IEnumerable<string> PhasesOf(CompiledCode code, string root) =>
        code.Types.Select(type => PhaseOf(type, root)).OfType<string>().Where(phase => phase != "Processes").Distinct();

    private static string? PhaseOf(string type, string root)
    {
        if (!IsIn(type, root))
        {
            return null;
        }

        var rest = type[(root.Length + 1)..].Split('.');
        return rest.Length < 2 || _shared.Contains(rest[0]) ? null : rest[0];
    }

    private static bool IsDatabase(string type) => type.EndsWith("DbContext", StringComparison.Ordinal);

    private static bool IsIn(string type, string space) => type.StartsWith(space + ".", StringComparison.Ordinal);

    private static void AssertNone(IEnumerable<(string User, string Used)> wrong) =>
        Assert.Empty(wrong.Select(use => $"{use.User} uses {use.Used}"));
}
