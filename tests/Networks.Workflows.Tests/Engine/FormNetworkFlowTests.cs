using Networks.Data;
using Networks.Data.Cases;
using Networks.Data.EnterpriseNetworks;
using Networks.Data.Work;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Networks.Workflows.Common;
using Networks.Workflows.Engine;
using Networks.Workflows.Processes;
using Networks.Workflows.Tests.Support;

namespace Networks.Workflows.Tests.Engine;

public sealed class FormNetworkFlowTests : IAsyncLifetime
{
    private Given _given = null!;

    public async ValueTask InitializeAsync() => _given = await Given.NewAsync();

    public ValueTask DisposeAsync() => _given.DisposeAsync();

    [Fact]
    public async Task Given_a_firm_of_another_desk_when_the_case_opens_then_that_desk_is_asked_and_the_flow_waits()
    {
        var id = await StartAsync(ParticipantStatus.Active, ParticipantStatus.Proposed);

        Assert.Equal(["confirm-firm Open"], await _given.TasksAsync(id));
    }

    [Fact]
    public async Task Given_the_desk_confirmed_when_intake_is_completed_then_drafting_begins()
    {
        var id = await StartAsync(ParticipantStatus.Active, ParticipantStatus.Proposed);

        Assert.True(await ActAsync(id, (engine, c) => engine.CompleteAsync(c, "confirm-firm", null, "confirmed", default)));
        Assert.True(await ActAsync(id, (engine, c) => engine.CompleteAsync(c, "complete-intake", null, "complete", default)));

        Assert.Equal(["confirm-firm Done confirmed", "complete-intake Done complete", "prepare-text Open"], await _given.TasksAsync(id));
        Assert.Equal(CasePhase.Drafting, await _given.ReadAsync(db => db.Cases.Where(c => c.Id == id).Select(c => c.Phase).SingleAsync()));
    }

    [Fact]
    public async Task Given_an_open_task_when_the_case_is_abandoned_then_nothing_is_open()
    {
        var id = await StartAsync(ParticipantStatus.Active, ParticipantStatus.Proposed);

        await ActAsync(id, async (engine, c) =>
        {
            await engine.SignalAsync(c, CaseSignals.Abandoned, Guid.Empty, default);
            return true;
        });

        Assert.Equal(["confirm-firm Cancelled abandoned"], await _given.TasksAsync(id));
        Assert.Equal(0, await _given.ReadAsync(db => db.Scopes.CountAsync(s => s.Status == ScopeStatus.Open)));
    }

    private async Task<CaseId> StartAsync(params ParticipantStatus[] firms)
    {
        var id = CaseId.New(_given.Clock);
        var firmIds = new List<FirmId>();
        for (var i = 0; i < firms.Length; i++)
        {
            firmIds.Add(await _given.FirmAsync(i == 0 ? _given.Lecco : _given.Como, i + 1));
        }

        await _given.WriteAsync(db =>
        {
            db.Add(new Case(id, "N-2026-0001", _given.Programme, _given.Lecco.AssociationId, "verniciatura", new DateOnly(2026, 3, 10)));
            db.Add(new EnterpriseNetwork(id, "Rete Prova"));
            for (var i = 0; i < firms.Length; i++)
            {
                db.Add(new Participant(ParticipantId.New(_given.Clock), id, firmIds[i], (i == 0 ? _given.Lecco : _given.Como).AssociationId, firms[i], new DateOnly(2026, 3, 10)) { Order = i + 1 });
            }

            return Task.CompletedTask;
        });
        await ActAsync(id, async (engine, c) =>
        {
            await engine.StartAsync(c, FormNetworkV1.ProcessName, default);
            return true;
        });
        return id;
    }

    private async Task<bool> ActAsync(CaseId id, Func<WorkflowEngine, Case, Task<bool>> act)
    {
        await using var scope = _given.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Who = Actor.Of(_given.Lecco);
        var db = scope.ServiceProvider.GetRequiredService<NetworksDbContext>();
        var answer = await act(scope.ServiceProvider.GetRequiredService<WorkflowEngine>(), await db.Cases.SingleAsync(c => c.Id == id));
        await db.SaveChangesAsync();
        return answer;
    }
}
