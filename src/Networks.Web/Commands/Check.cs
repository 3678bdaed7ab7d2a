using Networks.Web.Infrastructure;
using Networks.Workflows.Common;

namespace Networks.Web.Commands;

/// <summary><c>networks check</c>: looks at the installation and says in words what is right, weak and wrong.</summary>
internal sealed class Check : Verb
{
    public override string Name => "check";

    public override string Arguments => "[--Name=value ...]";

    public override async Task<int> RunAsync(string[] args, TextWriter output, TextWriter errors)
    {
        if (Stray(args) is { } argument)
        {
            return NotKnown(argument, errors);
        }

        WebApplication made;
        try
        {
            made = Quiet(args);
        }
        catch (InstallationFaultException fault)
        {
            // Settings that cannot be read leave nothing else to look at.
            await output.WriteLineAsync($"{Words.Say($"check.state-{CheckState.Bad}"),-12} {fault.Message}");
            await output.WriteLineAsync(Words.Say("check.sum-bad", 1));
            return ExitCode.Failed;
        }

        await using var app = made;
        await using var scope = app.Services.CreateAsyncScope();
        var parts = await scope.ServiceProvider.GetRequiredService<InstallationCheck>().RunAsync(CancellationToken.None);
        foreach (var part in parts)
        {
            await output.WriteLineAsync($"{Words.Say($"check.state-{part.State}"),-12} {Words.Say($"check.part-{part.Word}")}: {part.Text}");
        }

        var bad = parts.Count(p => p.State == CheckState.Bad);
        await output.WriteLineAsync(bad == 0 ? Words.Say("check.sum-good") : Words.Say("check.sum-bad", bad));
        return bad == 0 ? ExitCode.Done : ExitCode.Failed;
    }
}
