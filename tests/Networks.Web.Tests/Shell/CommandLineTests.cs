using System.Globalization;
using Networks.Web.Commands;
using Networks.Web.Tests.Support;
using Networks.Workflows.Common;
using Networks.Workflows.Rules;

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

    [Fact]
    public async Task Given_the_rules_when_tested_then_every_example_passes_and_each_rule_is_listed()
    {
        var exit = await CommandLine.RunAsync(["rules", "test"], _output, _errors);

        Assert.Equal(ExitCode.Done, exit);
        Assert.All(RuleCatalog.All, rule => Assert.Contains(rule.Id, _output.ToString(), StringComparison.Ordinal));
        Assert.Empty(_errors.ToString());
    }

    [Fact]
    public async Task Given_an_empty_installation_when_an_administrator_is_created_twice_then_the_second_is_refused()
    {
        var folder = Directory.CreateTempSubdirectory("networks-admin-").FullName;
        string[] line = ["create-admin", "--programme=Prova", "--association=Lecco", "--desk=Desk di Lecco", "--name=Ada Conti", "--email=ada@lecco.example"];
        try
        {
            Assert.Equal((ExitCode.Done, ""), await NetworksProcess.PipedAsync("quattro parole in fila\n", folder, line));
            Assert.Equal((ExitCode.Failed, Words.In(CultureInfo.GetCultureInfo("it"), "security.setup-done")), await NetworksProcess.PipedAsync("quattro parole in fila\n", folder, line));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public async Task Given_a_password_that_is_typed_differently_the_second_time_then_nothing_is_created_and_it_is_said()
    {
        var folder = Directory.CreateTempSubdirectory("networks-admin-").FullName;
        try
        {
            Assert.Equal(ExitCode.Failed, await new CreateAdmin(_ => Task.FromResult<string?>(null)).RunAsync([$"--Networks:Folder={folder}"], _output, _errors));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }

        Assert.Equal(Words.Say("commands.new-password-differs"), _errors.ToString().Trim());
    }

    [Theory]
    [InlineData("quattro parole\r", "quattro parole\r", "quattro parole")]
    [InlineData("quattru\bo\r", "quattro\r", "quattro")]
    [InlineData("\b\bquattro\t\r", "quattro\r", "quattro")]
    [InlineData("quattro\r", "quattri\r", null)]
    public async Task Given_a_password_that_is_typed_then_it_is_taken_when_both_times_are_alike_and_is_never_shown(string once, string again, string? taken)
    {
        var keys = new Queue<char>(once + again);

        Assert.Equal(taken, await NewPassword.TypedAsync(_output, () => KeyOf(keys.Dequeue())));

        Assert.Empty(keys);
        Assert.DoesNotContain("quattr", _output.ToString(), StringComparison.Ordinal);
    }

    private static ConsoleKeyInfo KeyOf(char key) => new(key, key switch { '\r' => ConsoleKey.Enter, '\b' => ConsoleKey.Backspace, _ => default }, shift: false, alt: false, control: false);
}
