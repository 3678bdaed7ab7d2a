using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Networks.Data;
using Networks.Data.Drafts;
using Networks.Data.Work;
using Networks.Workflows.Common;
using Networks.Workflows.Drafting;
using Networks.Workflows.Drafting.ApproveDraft;
using Networks.Workflows.Tests.Support;

namespace Networks.PostgreSql.Tests.Races;

/// <summary>The last two firms approve at the same moment, by the product's own act: the case always goes on, once.</summary>
/// <remarks>
/// Two things hold it: the guard (LastTwoAnswersTests shows what happens without it) and the unique number of each row
/// of history, which sends the second act back to read again. Without the guard alone these races were still won,
/// 600 of 600.
/// </remarks>
public sealed class LastTwoApprovalsTests
{
    private const int Races = 200;

    [Fact]
    public async Task Given_the_last_two_approvals_at_the_same_moment_then_the_case_always_goes_on_and_once()
    {
        await using var given = await Given.NewAsync();
        var id = await given.CaseInDraftingAsync(2);
        await given.DraftAsync(id);
        for (var race = 1; race <= Races; race++)
        {
            await given.DoneAsync(given.Lecco, await given.RoundOfAsync(id, RoundKind.Working));
            var firms = new[] { await OpenAsync(given, id, 1), await OpenAsync(given, id, 2) };

            var answers = await Task.WhenAll(firms.Select(firm => Task.Run(() => ApproveAsync(given, firm))));

            Assert.All(answers, answer => Assert.True(answer.Ok, $"race {race}: {answer.Refusal?.Code}"));
            var open = await given.ReadAsync(db => db.WorkItems.AsNoTracking().Where(i => i.CaseId == id && i.Status == WorkItemStatus.Open).ToListAsync());
            Assert.True(open.Select(i => i.Name).SequenceEqual(["prepare-text"]), $"race {race}: open is {string.Join(", ", open.Select(i => i.Name))}");
            Assert.Equal(RoundStatus.Closed, (await given.RoundAsync(id)).Status);
        }

        Assert.Equal(2 * Races, (await given.HistoryAsync(id)).Count(name => name == "drafting.text-approved"));
    }

    private static async Task<(Actor Actor, FirmAtLink Link)> OpenAsync(Given given, CaseId id, int place)
    {
        var link = await given.FirmOpensAsync(id, place);
        return (given.Actor, link);
    }

    private static async Task<Result<FirmAnswered>> ApproveAsync(Given given, (Actor Actor, FirmAtLink Link) firm)
    {
        await using var scope = given.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Who = firm.Actor;
        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(
            new ApproveDraft(firm.Link.Case, firm.Link.Token, firm.Link.Round, firm.Link.Name, null) { OperationId = Ids.New(given.Clock) });
    }
}
