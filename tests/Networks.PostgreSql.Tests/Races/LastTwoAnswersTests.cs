using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Networks.Data.Work;
using Networks.Workflows.Common;
using Networks.Workflows.Engine;
using Networks.Workflows.Tests.Engine;

namespace Networks.PostgreSql.Tests.Races;

/// <summary>
/// The last two firms answer at the same moment. Without the guard each act reads the other's task as still open, both
/// are stored, and nothing ever opens the next task: SQLite, with its one writer, cannot show it.
/// </summary>
/// <remarks>
/// That it can fail was tried: with the guard's statement left out of <c>UnitOfWorkBehavior</c> the case fell asleep in
/// three runs of three, within the first races. This act writes no history on purpose: rows of history carry a number
/// that is unique in the case, so they would stop the second act too (see LastTwoApprovalsTests).
/// </remarks>
public sealed class LastTwoAnswersTests
{
    private const int Races = 200;

    [Fact]
    public async Task Given_the_last_two_answers_at_the_same_moment_then_the_case_always_goes_on_and_once()
    {
        var rounds = new RepeatUntilStep("never", SmallProcess.Reads(() => false),
            new ForEachStep("firms", SmallProcess.ActiveFirms, new TaskStep("answer").For(Parties.ParticipantFirm)));
        await using var process = await SmallProcess.StartAsync(2, AnswerInRoundHandler.AddTo, rounds);
        process.Given.Actor = Actor.Of(process.Given.Lecco);
        for (var race = 1; race <= Races; race++)
        {
            var answers = await Task.WhenAll(process.Firms.Select(firm => Task.Run(() =>
                process.Given.SendAsync(new AnswerInRound(process.CaseId, firm) { OperationId = Guid.CreateVersion7() }))));

            Assert.All(answers, answer => Assert.True(answer.Ok, $"race {race}: {answer.Refusal?.Code}"));
            Assert.Equal(["answer 1", "answer 2"], (await process.OpenTasksAsync()).Order());
            Assert.Equal(race + 1, await process.Given.ReadAsync(db => db.Scopes.CountAsync(s => s.Path == "never")));
        }

        Assert.Equal(2 * Races, await process.Given.ReadAsync(db => db.WorkItems.CountAsync(i => i.Status == WorkItemStatus.Done)));
    }
}
