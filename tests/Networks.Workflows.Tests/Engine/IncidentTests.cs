using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Firms;
using Networks.Data.Officers;
using Networks.Data.Work;
using Networks.Workflows.Common;
using Networks.Workflows.Engine;
using Networks.Workflows.Engine.RetryIncident;

namespace Networks.Workflows.Tests.Engine;

/// <summary>What happens when what the service does by itself fails.</summary>
public sealed class IncidentTests
{
    private bool _broken = true;

    [Fact]
    public async Task Given_a_step_that_fails_then_the_act_before_it_is_kept_and_nothing_of_the_step_is()
    {
        await using var process = await SmallProcess.StartAsync(1, new TaskStep("before"), new AutomaticStep("plan", PlanAsync), new TaskStep("after"));

        Assert.True(await process.CompleteAsync("before"));

        Assert.Equal(["before Done done"], await process.TasksAsync());
        var incident = await IncidentAsync(process);
        Assert.Equal((IncidentKind.Step, "plan", IncidentStatus.Open), (incident.Kind, incident.Path, incident.Status));
        Assert.Contains("broken on purpose", incident.Reason, StringComparison.Ordinal);
        Assert.Equal(["engine.step-failed"], await process.Given.HistoryAsync(process.CaseId));
        Assert.Equal(("prova", 1), (await process.Given.ReadAsync(db => db.Cases.Select(c => c.Need).SingleAsync()), await ConsentsAsync(process)));
    }

    [Fact]
    public async Task Given_a_step_that_stands_still_when_it_is_retried_then_the_flow_goes_on_from_there_once()
    {
        await using var process = await SmallProcess.StartAsync(1, new TaskStep("before"), new AutomaticStep("plan", PlanAsync), new TaskStep("after"));
        await process.CompleteAsync("before");
        _broken = false;

        Assert.True((await RetryAsync(process)).Ok);
        Assert.Equal("engine.not-parked", (await RetryAsync(process)).Refusal?.Code);

        Assert.Equal(["before Done done", "after Open"], await process.TasksAsync());
        Assert.Equal(["engine.step-failed", "engine.step-retried", "test.planned"], await process.Given.HistoryAsync(process.CaseId));
        Assert.Equal(2, await ConsentsAsync(process));
    }

    [Fact]
    public async Task Given_a_retry_that_fails_again_then_there_is_one_open_incident()
    {
        await using var process = await SmallProcess.StartAsync(1, new AutomaticStep("plan", PlanAsync), new TaskStep("after"));

        Assert.True((await RetryAsync(process)).Ok);

        Assert.Equal([IncidentStatus.Retried, IncidentStatus.Open],
            await process.Given.ReadAsync(db => db.Incidents.OrderBy(i => i.Id).Select(i => i.Status).ToListAsync()));
    }

    [Fact]
    public async Task Given_one_branch_that_stands_still_then_the_others_go_on_and_the_join_waits_for_it()
    {
        Guid? sick = null;
        var branch = new AutomaticStep("plan", async (context, ct) =>
        {
            sick ??= context.SubjectId;
            if (context.SubjectId == sick)
            {
                await PlanAsync(context, ct);
            }
        });
        await using var process = await SmallProcess.StartAsync(3, new ForEachStep("firms", SmallProcess.ActiveFirms, branch, new TaskStep("answer").For(Parties.ParticipantFirm)), new TaskStep("after"));

        await process.CompleteAsync("answer", 1);
        await process.CompleteAsync("answer", 2);
        Assert.Empty(await process.OpenTasksAsync());
        _broken = false;
        await RetryAsync(process);
        await process.CompleteAsync("answer", 0);

        Assert.Equal(["after"], await process.OpenTasksAsync());
    }

    [Theory]
    [InlineData("choice")]
    [InlineData("set")]
    [InlineData("party")]
    [InlineData("term")]
    [InlineData("wait")]
    [InlineData("repeat")]
    public async Task Given_any_question_of_a_definition_that_fails_then_it_is_parked_and_retried(string where)
    {
        Step step = where switch
        {
            "choice" => new ChoiceStep("asked", (_, _) => Ask(false), new TaskStep("never"), null),
            "set" => new ForEachStep("asked", (_, _) => Ask<IReadOnlyList<Guid>>([]), new TaskStep("never")),
            "party" => new TaskStep("asked").For((_, _) => Ask(new Assignment(default, null, WaitsFor.OwnDesk))),
            "term" => new TaskStep("asked").Due((_, _) => Ask<DateOnly?>(null)),
            "wait" => new WaitStep("asked", (_, _) => Ask<DateOnly?>(new DateOnly(2026, 3, 10))),
            _ => new RepeatUntilStep("asked", (_, _) => Ask(true), new TaskStep("body")),
        };
        await using var process = await SmallProcess.StartAsync(0, step, new TaskStep("after"));
        await process.CompleteAsync("body");
        Assert.Empty(await process.OpenTasksAsync());
        Assert.Equal("asked", (await IncidentAsync(process)).Path);
        _broken = false;

        Assert.True((await RetryAsync(process)).Ok);
        await process.FireDueAsync();

        Assert.Equal([where is "party" or "term" ? "asked" : "after"], await process.OpenTasksAsync());
    }

    [Fact]
    public async Task Given_a_step_that_stands_still_when_its_text_is_superseded_then_it_is_no_longer_to_be_retried()
    {
        await using var process = await SmallProcess.StartAsync(0,
            new RepeatUntilStep("round", SmallProcess.Reads(() => true), new AutomaticStep("plan", PlanAsync)).On("text", Reaction.Supersede), new TaskStep("after"));

        await process.SignalAsync("text");

        Assert.Equal(["after"], await process.OpenTasksAsync());
        Assert.Equal("engine.not-parked", (await RetryAsync(process)).Refusal?.Code);
    }

    [Fact]
    public async Task Given_a_case_that_rests_then_nothing_is_retried_until_it_is_resumed()
    {
        await using var process = await SmallProcess.StartAsync(0, new AutomaticStep("plan", PlanAsync));
        await process.Given.WriteAsync(async db => (await db.Cases.SingleAsync()).Suspend(process.Clock.GetUtcNow()));

        Assert.Equal("common.suspended", (await RetryAsync(process)).Refusal?.Code);
    }

    [Fact]
    public async Task Given_a_desk_then_it_cannot_retry()
    {
        await using var process = await SmallProcess.StartAsync(0, new AutomaticStep("plan", PlanAsync));
        process.Given.Actor = Actor.Of(process.Given.Lecco);

        Assert.False((await process.Given.SendAsync(new RetryIncident(process.CaseId, (await IncidentAsync(process)).Id))).Ok);
    }

    private static Task<Incident> IncidentAsync(SmallProcess process) =>
        process.Given.ReadAsync(db => db.Incidents.AsNoTracking().OrderByDescending(i => i.Id).FirstAsync());

    private static Task<int> ConsentsAsync(SmallProcess process) => process.Given.ReadAsync(async db => (await db.Firms.AsNoTracking().SingleAsync()).Consents.Count);

    private static async Task<Result<Done>> RetryAsync(SmallProcess process)
    {
        process.Given.Actor = Actor.Person(OfficerId.New(process.Clock), process.Given.Lecco.AssociationId, OfficerRoles.Administrator);
        return await process.Given.SendAsync(new RetryIncident(process.CaseId, (await IncidentAsync(process)).Id));
    }

    private Task<T> Ask<T>(T answer) => _broken ? throw new FormatException("broken on purpose") : Task.FromResult(answer);

    private async Task PlanAsync(StepContext context, CancellationToken cancellationToken)
    {
        context.Case.Need = "half done";
        foreach (var firm in await context.Db.Firms.ToListAsync(cancellationToken))
        {
            firm.Give(new Consent(Ids.New(context.Clock), ConsentPurpose.ShowState, context.Calendar.Today(), null, "telefono"));
        }

        context.History.Record(context.Case, "test.planned", context.Calendar.Today());
        if (_broken)
        {
            throw new FormatException("broken on purpose");
        }
    }
}
