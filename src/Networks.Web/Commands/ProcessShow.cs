using Networks.Workflows;
using Networks.Workflows.Common;
using Networks.Workflows.Engine;
using Networks.Workflows.Engine.Diagrams;

namespace Networks.Web.Commands;

/// <summary><c>networks process show NAME --bpmn|--svg</c>: writes a procedure's newest version to the standard output.</summary>
internal sealed class ProcessShow : Verb
{
    public override string Name => "process show";

    public override string Arguments => "NAME --bpmn|--svg";

    public override async Task<int> RunAsync(string[] args, TextWriter output, TextWriter errors)
    {
        if (args is not [var name, "--bpmn" or "--svg"])
        {
            return NotKnown(args is [_, var option, ..] ? option : string.Join(' ', args), errors);
        }

        await using var services = new ServiceCollection().AddNetworksWorkflows().BuildServiceProvider();
        var newest = services.GetServices<ProcessDefinition>().Where(d => d.Name == name).MaxBy(d => d.Version);
        if (newest is null)
        {
            await errors.WriteLineAsync(Words.Say("commands.process-unknown", name));
            return ExitCode.Usage;
        }

        await output.WriteLineAsync(args[1] == "--bpmn" ? ProcedurePicture.Bpmn(newest).TrimEnd() : ProcedurePicture.Svg(newest));
        return ExitCode.Done;
    }
}
