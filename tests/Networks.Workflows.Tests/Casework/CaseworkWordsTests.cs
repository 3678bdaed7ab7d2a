using Microsoft.Extensions.DependencyInjection;
using Networks.Workflows.Casework;
using Networks.Workflows.Casework.ShowHistory;
using Networks.Workflows.Common;
using Networks.Workflows.Engine;
using Networks.Workflows.Tests.Support;

namespace Networks.Workflows.Tests.Casework;

/// <summary>What the daily pages say for every task and every row of the history.</summary>
public sealed class CaseworkWordsTests
{
    [Fact]
    public async Task Given_the_process_definitions_then_every_task_of_them_has_its_sentence_reason_and_button_in_every_language()
    {
        await using var given = await Given.NewAsync();
        var tasks = given.Services.GetRequiredService<ProcessCatalog>().All
            .SelectMany(d => Below(d.Root)).OfType<TaskStep>().Select(t => t.Name).Distinct().Order(StringComparer.Ordinal).ToList();

        Assert.Equal(TaskWords.All.Order(StringComparer.Ordinal), tasks);
        var words = tasks.Where(t => t != TaskWords.MendMail).SelectMany(t => new[] { $"work.{t}", $"work.{t}-why", $"work.{t}-do" });
        Assert.Empty(Missing(words));
    }

    [Fact]
    public void Given_the_rows_that_casework_writes_then_the_history_has_a_sentence_for_each() =>
        Assert.Empty(Missing(CaseworkEvents.All.Append("engine.phase-entered").Select(HistorySentence.KeyOf)));

    [Fact]
    public void Given_the_sentences_of_tasks_then_each_has_reason_and_button_unless_it_only_waits()
    {
        string[] keys =
        [
            "complete-intake-answered", "prepare-text-agreed", "prepare-text-again", "prepare-text-answered", "answer-objection-whole",
            "send-filing-suspended", "send-filing-rejected", "record-outcome-last", "fulfil-duty-to-verify", "next-step", "silent-firms",
            "silent-firms-one", "silent-own-firms", "silent-own-firms-one", "signatures-missing", "signatures-missing-one", "signed-to-upload", "signed-to-upload-one", "other-desk", "deed-missing-one",
            "silent-desk", "silent-desk-one", "mail-failed", "mail-failed-officer",
            RequestRows.AnswerIntroduction, RequestRows.Introduced, RequestRows.Declined, RequestRows.Ended, RequestRows.AnswerNeed, RequestRows.NeedAnswered, RequestRows.ChooseTime, RequestRows.TellMeeting,
        ];
        string[] waiting = ["firms", "signatures", "notary", "desk"];

        Assert.Empty(Missing(keys.SelectMany(k => new[] { $"work.{k}", $"work.{k}-why", $"work.{k}-do" })));
        Assert.Empty(Missing(waiting.SelectMany(k => new[] { $"work.waiting-{k}", $"work.waiting-{k}-one" })));
    }

    private static IEnumerable<string> Missing(IEnumerable<string> keys) =>
        keys.Where(key => Words.Languages.Any(language => !Words.Has(language, key)));

    private static IEnumerable<Step> Below(Step step) => step.Children.SelectMany(Below).Prepend(step);
}
