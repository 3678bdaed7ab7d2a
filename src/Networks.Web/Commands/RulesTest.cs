using Networks.Workflows.Common;
using Networks.Workflows.Rules;

namespace Networks.Web.Commands;

/// <summary><c>networks rules test</c>: runs the worked examples of every legal rule.</summary>
internal sealed class RulesTest : Verb
{
    public override string Name => "rules test";

    public override Task<int> RunAsync(string[] args, TextWriter output, TextWriter errors)
    {
        if (args is [var argument, ..])
        {
            return Task.FromResult(NotKnown(argument, errors));
        }

        var outcomes = RuleCatalog.RunExamples();
        foreach (var rule in RuleCatalog.All)
        {
            var own = outcomes.Where(o => o.RuleId == rule.Id).ToList();
            var mark = rule.ToVerify ? Words.Say("commands.rules-to-verify") : "";
            output.WriteLine($"{rule.Id,-28} v{rule.Version}  {own.Count(o => o.Passed)}/{own.Count}  {rule.Citation}{mark}");
        }

        var failed = outcomes.Where(o => !o.Passed).ToList();
        foreach (var outcome in failed)
        {
            errors.WriteLine(Words.Say("commands.rules-failed", outcome.RuleId, outcome.Given, outcome.Expected, outcome.Actual));
        }

        output.WriteLine(Words.Say("commands.rules-sum", outcomes.Count - failed.Count, failed.Count));
        return Task.FromResult(failed.Count == 0 ? ExitCode.Done : ExitCode.Failed);
    }
}
