using Networks.Web.Infrastructure;
using Networks.Workflows.Common;

namespace Networks.Web.Commands;

/// <summary>One verb of the program. Its words are <c>commands.&lt;name with dashes&gt;</c> and the same with <c>-help</c>.</summary>
internal abstract class Verb
{
    /// <summary>As it is typed, one word or two (<c>rules test</c>).</summary>
    public abstract string Name { get; }

    /// <summary>What follows the name, as usage texts write it; empty for nothing.</summary>
    public virtual string Arguments => "";

    public string Summary => Words.Say($"commands.{Key}");

    public string Help => Words.Say($"commands.{Key}-help");

    private string Key => Name.Replace(' ', '-');

    /// <param name="args">What was typed after the name.</param>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public abstract Task<int> RunAsync(string[] args, TextWriter output, TextWriter errors);

    /// <returns>The first word that is no setting; null when all are.</returns>
    protected static string? Stray(IEnumerable<string> args) => args.FirstOrDefault(a => !a.StartsWith("--", StringComparison.Ordinal));

    /// <summary>The service as it is configured, to look at or to work on, without its jobs and without a log on the console.</summary>
    protected static WebApplication Quiet(IEnumerable<string> settings) =>
        NetworksApp.Create([.. settings, $"--{JobsSetup.Setting}=false"], builder => builder.Logging.ClearProviders());

    /// <summary>Says that an argument is not known. The caller returns the answer.</summary>
    protected int NotKnown(string argument, TextWriter errors)
    {
        errors.WriteLine(Words.Say("commands.unknown-option", Name, argument));
        return ExitCode.Usage;
    }
}
