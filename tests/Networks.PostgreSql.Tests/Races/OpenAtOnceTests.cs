using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Workflows.Common;
using Networks.Workflows.Intake.OpenCase;
using Networks.Workflows.Tests.Support;

namespace Networks.PostgreSql.Tests.Races;

/// <summary>Desks that open cases at the same moment want the same next number; none may be told that it failed.</summary>
public sealed class OpenAtOnceTests
{
    private const int Calls = 40;

    [Fact]
    public async Task Given_many_desks_that_open_a_case_at_the_same_moment_then_each_gets_the_next_number()
    {
        await using var given = await Given.NewAsync();
        await given.FirmAsync(given.Lecco, 1);
        var call = new OpenCase(Given.Need, InventedIdentifiers.Vat(1));

        var answers = await Task.WhenAll(Enumerable.Range(0, Calls).Select(_ => Task.Run(() =>
            given.SendAsAsync(Actor.Of(given.Lecco), call with { OperationId = Guid.CreateVersion7() }))));

        Assert.All(answers, answer => Assert.True(answer.Ok, answer.Refusal?.Code));
        var references = await given.ReadAsync(db => db.Cases.OrderBy(c => c.Reference).Select(c => c.Reference).ToListAsync());
        Assert.Equal(Enumerable.Range(1, Calls).Select(number => $"N-2026-{number:0000}"), references);
    }
}
