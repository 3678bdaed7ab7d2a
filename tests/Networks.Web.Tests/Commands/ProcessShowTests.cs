using System.Diagnostics;
using System.Globalization;
using Networks.Web.Commands;
using Networks.Web.Tests.Support;

namespace Networks.Web.Tests.Commands;

/// <summary><c>networks process show</c>, read by the library that BPMN editors read with.</summary>
public sealed class ProcessShowTests : IDisposable
{
    private const string _read = """
        import { readFileSync } from 'node:fs';
        import { BpmnModdle } from 'bpmn-moddle';
        const read = await new BpmnModdle().fromXML(readFileSync(process.argv[2], 'utf8'));
        for (const warning of read.warnings) console.log(warning.message);
        for (const element of Object.values(read.elementsById)) console.log(element.$type);
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("networks-bpmn-").FullName;
    private readonly StringWriter _output = new(CultureInfo.InvariantCulture);
    private readonly StringWriter _errors = new(CultureInfo.InvariantCulture);

    public void Dispose()
    {
        _output.Dispose();
        _errors.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Given_the_bpmn_of_the_procedure_when_bpmn_moddle_reads_it_then_it_has_no_warning()
    {
        Assert.SkipUnless(File.Exists("/usr/bin/npm") && File.Exists("/usr/bin/node"), "node and npm are not installed");
        Assert.Equal(ExitCode.Done, await RunAsync("form-network", "--bpmn"));
        await File.WriteAllTextAsync(Path.Combine(_folder, "procedure.bpmn"), _output.ToString());
        await File.WriteAllTextAsync(Path.Combine(_folder, "read.mjs"), _read);
        var (installed, said) = await ProgramAsync("/usr/bin/npm", "install", "--no-audit", "--no-fund", "--silent", "--prefix", _folder, "bpmn-moddle@10");
        Assert.SkipUnless(installed == 0, $"bpmn-moddle cannot be had: {said}");

        var (ended, read) = await ProgramAsync("/usr/bin/node", "read.mjs", "procedure.bpmn");

        Assert.Equal(0, ended);
        var types = read.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.DoesNotContain(types, line => !line.StartsWith("bpmn", StringComparison.Ordinal));
        Assert.Equal(5, types.Count(t => t == "bpmn:Lane"));
        Assert.Equal(17, types.Count(t => t == "bpmn:UserTask"));
        Assert.Equal(5, types.Count(t => t == "bpmn:ServiceTask"));
        Assert.Equal(3, types.Count(t => t == "bpmn:BoundaryEvent"));
        Assert.Equal(types.Count(t => t == "bpmn:SequenceFlow"), types.Count(t => t == "bpmndi:BPMNEdge"));

        await File.WriteAllTextAsync(Path.Combine(_folder, "network.bpmn"), await OfRunningNetworkAsync());
        var (network, said2) = await ProgramAsync("/usr/bin/node", "read.mjs", "network.bpmn");
        Assert.Equal(0, network);
        Assert.Equal(types.Order(StringComparer.Ordinal), said2.Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(t => t != "bpmn:Documentation").Order(StringComparer.Ordinal));
    }

    private static async Task<string> OfRunningNetworkAsync()
    {
        await using var desk = await DeskApp.StartAsync();
        var id = await desk.Given.CaseInRoundAsync();
        using var client = await desk.ClientAsync(desk.Given.Lecco);
        var bpmn = await client.GetStringAsync(new Uri($"/networks/{id.Value}/procedure.bpmn", UriKind.Relative));
        Assert.Contains("in corso, 0 di 2", bpmn, StringComparison.Ordinal);
        return bpmn;
    }

    [Theory]
    [InlineData("form-network")]
    [InlineData("form-network", "--png")]
    [InlineData("another", "--svg")]
    public async Task Given_what_cannot_be_drawn_then_it_is_told(params string[] arguments)
    {
        Assert.Equal(ExitCode.Usage, await RunAsync(arguments));

        Assert.NotEqual("", _errors.ToString());
    }

    private Task<int> RunAsync(params string[] arguments) => CommandLine.RunAsync(["process", "show", .. arguments], _output, _errors);

    private async Task<(int Ended, string Said)> ProgramAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { WorkingDirectory = _folder, RedirectStandardOutput = true })!;
        var said = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, said);
    }
}
