using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Administration;
using Networks.Data.Filings;
using Networks.Data.Work;
using Networks.Workflows.Common;
using Networks.Workflows.Engine;
using Networks.Workflows.Tests.Support;

namespace Networks.Workflows.Tests.Engine;

/// <summary>What a branch is about, and what its task takes from it: whose it is and when it is due.</summary>
public sealed class SubjectsTests
{
    private const string Chamber = "CL";

    /// <summary>The day of the tests is Tuesday 10 March 2026.</summary>
    private static readonly DateOnly _wednesday = new(2026, 3, 11);

    [Fact]
    public async Task Given_filings_of_another_desk_at_a_chamber_that_is_closed_when_their_tasks_open_then_they_are_that_desks_and_skip_the_closed_days()
    {
        await using var process = await SmallProcess.StartAsync(1, new TaskStep("before"),
            new ForEachStep("filings", Filings, new TaskStep("file").For(Parties.DeskOfEach).Due(Parties.WorkingDays(3))), new TaskStep("own").Due(Parties.WorkingDays(3)));
        var como = process.Given.Como.AssociationId;
        await process.Given.WriteAsync(db =>
        {
            db.Add(new Filing(FilingId.New(process.Clock), process.CaseId, new ParticipantId(process.Firms[0]), Chamber, como));
            db.Add(new ClosingDay(Ids.New(process.Clock), process.Given.Programme, null, Chamber, ClosingKind.Closed, "patrono", _wednesday, _wednesday.AddDays(1), process.Clock.GetUtcNow()));
            return Task.CompletedTask;
        });

        await process.CompleteAsync("before");

        var filing = await process.Given.ReadAsync(db => db.WorkItems.SingleAsync(i => i.Status == WorkItemStatus.Open));
        Assert.Equal((como, WaitsFor.OtherDesk, new DateOnly(2026, 3, 17)), (filing.DeskId, filing.WaitsFor, filing.DueOn!.Value));
        Assert.True(await process.ActAsync((engine, c) => engine.CompleteAsync(c, "file", filing.SubjectId, "done", default)));
        Assert.Equal(new DateOnly(2026, 3, 13), await process.Given.ReadAsync(db => db.WorkItems.Where(i => i.Status == WorkItemStatus.Open).Select(i => i.DueOn!.Value).SingleAsync()));
    }

    [Fact]
    public async Task Given_a_task_for_a_firm_that_is_no_participant_of_the_case_then_the_step_stands_still_with_its_reason()
    {
        await using var process = await SmallProcess.StartAsync(0, new TaskStep("before"),
            new ForEachStep("nobody", (_, _) => Task.FromResult<IReadOnlyList<Guid>>([Guid.Parse("0198c0de-0000-7000-8000-000000000001")]), new TaskStep("answer").For(Parties.ParticipantFirm)));

        await process.CompleteAsync("before");

        Assert.Contains("No participant", await process.Given.ReadAsync(db => db.Incidents.Select(i => i.Reason).SingleAsync()), StringComparison.Ordinal);
    }

    private static async Task<IReadOnlyList<Guid>> Filings(StepContext context, CancellationToken cancellationToken) =>
        await context.Db.Filings.AsNoTracking().Where(f => f.CaseId == context.Case.Id).Select(f => f.Id.Value).ToListAsync(cancellationToken);
}
