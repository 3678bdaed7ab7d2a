using System.Reflection;
using Microsoft.AspNetCore.Connections;
using Networks.Web.Commands.Backups;
using Networks.Web.Commands.SelfTests;
using Networks.Web.Infrastructure;
using Networks.Workflows.Common;

namespace Networks.Web.Commands;

/// <summary><c>networks VERB [options]</c>: finds the verb, gives help, runs it.</summary>
internal static class CommandLine
{
    /// <summary>Every verb, in the order of the help. The first one runs when none is named.</summary>
    public static readonly IReadOnlyList<Verb> Verbs = [new Serve(), new Demo(), new Migrate(), new Backup(), new Restore(), new Check(), new SelfTest(), new CreateAdmin(NewPassword.AskAsync), new ImportFirms(), new RulesTest(), new ProcessShow()];

    public static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter errors)
    {
        Words.Register(typeof(CommandLine).Assembly, "Networks.Web.Texts");
        if (args is ["--help" or "-h" or "help"])
        {
            WriteHelp(output);
            return ExitCode.Done;
        }

        if (args is ["--version"])
        {
            await output.WriteLineAsync(typeof(CommandLine).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion);
            return ExitCode.Done;
        }

        if (Find(args) is not var (verb, options))
        {
            await errors.WriteLineAsync(Words.Say("commands.unknown", args[0]));
            return ExitCode.Usage;
        }

        if (options.Contains("--help") || options.Contains("-h"))
        {
            await output.WriteLineAsync($"networks {verb.Name} {verb.Arguments}".TrimEnd());
            await output.WriteLineAsync(verb.Summary);
            await output.WriteLineAsync(verb.Help);
            return ExitCode.Done;
        }

        try
        {
            return await verb.RunAsync(options, output, errors);
        }
        catch (InstallationFaultException fault)
        {
            await errors.WriteLineAsync(fault.Message);
            return ExitCode.Failed;
        }
        catch (OperationCanceledException)
        {
            // Told to stop before it had started.
            return ExitCode.Done;
        }
        catch (IOException fault) when (fault.InnerException is AddressInUseException)
        {
            await errors.WriteLineAsync(Words.Say("commands.fault-address-taken", fault.Message));
            return ExitCode.Failed;
        }
    }

    // A verb of two words wins over one of one word; options without a verb belong to the first.
    private static (Verb Verb, string[] Options)? Find(string[] args)
    {
        if (args is [] || args[0].StartsWith('-'))
        {
            return (Verbs[0], args);
        }

        foreach (var verb in Verbs.OrderByDescending(v => v.Name.Length))
        {
            var words = verb.Name.Split(' ');
            if (args.Take(words.Length).SequenceEqual(words, StringComparer.Ordinal))
            {
                return (verb, args[words.Length..]);
            }
        }

        return null;
    }

    private static void WriteHelp(TextWriter output)
    {
        output.WriteLine(Words.Say("commands.title"));
        output.WriteLine(Words.Say("commands.usage"));
        output.WriteLine();
        foreach (var verb in Verbs)
        {
            output.WriteLine($"  {$"{verb.Name} {verb.Arguments}".TrimEnd(),-32} {verb.Summary}");
        }

        output.WriteLine();
        output.WriteLine(Words.Say("commands.more-help"));
        output.WriteLine(Words.Say("commands.exit-codes"));
    }
}
