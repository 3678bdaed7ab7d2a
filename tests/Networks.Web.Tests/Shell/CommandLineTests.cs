using System.Globalization;
using Networks.Web.Commands;
using Networks.Workflows.Common;

namespace Networks.Web.Tests.Shell;

public sealed class CommandLineTests
{
    private readonly StringWriter _output = new(CultureInfo.InvariantCulture);
    private readonly StringWriter _errors = new(CultureInfo.InvariantCulture);

    [Fact]
    public async Task Given_help_then_every_verb_is_listed_with_words()
    {
        var exit = await CommandLine.RunAsync(["--help"], _output, _errors);

        Assert.Equal(ExitCode.Done, exit);
        Assert.All(CommandLine.Verbs, verb => Assert.Contains($"  {verb.Name}", _output.ToString(), StringComparison.Ordinal));
        Assert.DoesNotContain("[commands.", _output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Given_each_verb_when_its_help_is_asked_then_it_says_what_it_does_in_three_languages()
    {
        foreach (var verb in CommandLine.Verbs)
        {
            Assert.Equal(ExitCode.Done, await CommandLine.RunAsync([.. verb.Name.Split(' '), "--help"], _output, _errors));
            var key = $"commands.{verb.Name.Replace(' ', '-')}";
            Assert.All(Words.Languages, language => Assert.True(Words.Has(language, key) && Words.Has(language, $"{key}-help"), key));
        }
    }

    [Theory]
    [InlineData("srve")]
    [InlineData("serve extra")]
    public async Task Given_a_command_that_is_not_understood_then_nothing_runs_and_the_exit_code_is_two(string line)
    {
        var exit = await CommandLine.RunAsync(line.Split(' '), _output, _errors);

        Assert.Equal(ExitCode.Usage, exit);
        Assert.Contains("networks", _errors.ToString(), StringComparison.Ordinal);
    }
}
