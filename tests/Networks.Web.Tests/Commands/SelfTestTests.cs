using System.Globalization;
using Networks.Web.Commands;

namespace Networks.Web.Tests.Commands;

/// <summary>The race checks for whoever runs the service, on the embedded database.</summary>
public sealed class SelfTestTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("networks-selftest-").FullName;
    private readonly StringWriter _said = new(CultureInfo.InvariantCulture);

    public void Dispose()
    {
        _said.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Given_the_embedded_database_then_every_race_has_one_winner_and_nothing_stays()
    {
        Assert.Equal(ExitCode.Done, await RunAsync("--races=20"));

        Assert.Equal(4, _said.ToString().Split("20 gare su 20 finite come devono").Length - 1);
        Assert.Empty(Directory.GetFiles(_folder));
    }

    [Theory]
    [InlineData("--races=0")]
    [InlineData("--races=molte")]
    [InlineData("subito")]
    public async Task Given_an_option_that_is_not_understood_then_nothing_is_done(string option) =>
        Assert.Equal(ExitCode.Usage, await RunAsync(option));

    private Task<int> RunAsync(string option) => CommandLine.RunAsync(["selftest", option, $"--Networks:Folder={_folder}"], _said, _said);
}
