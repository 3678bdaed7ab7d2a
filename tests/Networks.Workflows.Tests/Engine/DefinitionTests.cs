using Microsoft.EntityFrameworkCore;
using Networks.Workflows.Engine;
using Networks.Workflows.Processes;

namespace Networks.Workflows.Tests.Engine;

public sealed class DefinitionTests
{
    /// <summary>Length of the column that holds a path.</summary>
    private const int PathLength = 120;

    [Fact]
    public void Given_two_steps_with_one_path_then_the_definition_is_refused()
    {
        var definition = Definition(new TaskStep("a"), new SequenceStep(new TaskStep("a")));

        Assert.Throws<ArgumentException>(() => definition.Root);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Given_the_product_s_definition_then_its_paths_fit_their_column(int version)
    {
        var lines = Paths(version == 1 ? new FormNetworkV1().Root : new FormNetworkV2().Root).ToList();

        Assert.True(lines.Count > 20);
        Assert.All(lines, path => Assert.True(path.Length <= PathLength, path));
    }

    [Fact]
    public void Given_a_path_that_the_version_does_not_have_then_it_is_an_error_that_names_both()
    {
        var error = Assert.Throws<InvalidOperationException>(() => Definition(new TaskStep("a")).Find("b"));

        Assert.Contains("small version 1", error.Message, StringComparison.Ordinal);
        Assert.Contains("'b'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Given_several_versions_then_new_cases_get_the_newest()
    {
        var catalog = new ProcessCatalog([Definition(1), Definition(3), Definition(2)]);

        Assert.Equal(3, catalog.Latest(SmallProcess.Name).Version);
        Assert.Equal(2, catalog.Get(SmallProcess.Name, 2).Version);
    }

    [Fact]
    public void Given_a_version_without_a_class_then_the_catalog_refuses_it_by_name()
    {
        var error = Assert.Throws<InvalidOperationException>(() => new ProcessCatalog([Definition(1)]).Get(SmallProcess.Name, 7));

        Assert.Contains("version 7", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Given_a_running_case_of_a_newer_program_then_it_is_not_touched()
    {
        await using var process = await SmallProcess.StartAsync(0, new TaskStep("a"));
        await process.Given.ReadAsync(db => db.Processes.ExecuteUpdateAsync(set => set.SetProperty(p => p.Version, 7)));

        await Assert.ThrowsAsync<InvalidOperationException>(() => process.CompleteAsync("a"));

        Assert.Equal(["a"], await process.OpenTasksAsync());
    }

    private static SmallProcess.Definition Definition(params Step[] steps) => new(new ProcessStep(steps));

    private static SmallProcess.Definition Definition(int version) => new(new ProcessStep(new TaskStep("a")), version);

    private static IEnumerable<string> Paths(Step step) => step.Children.SelectMany(Paths).Prepend(step.Path);
}
