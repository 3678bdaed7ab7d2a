using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Networks.Data;
using Networks.Data.Cases;
using Networks.Data.EnterpriseNetworks;
using Networks.Data.Outbox;
using Networks.Workflows.Common;
using Networks.Workflows.Engine;
using Networks.Workflows.Processes;

namespace Networks.Workflows.Tests.Support;

public sealed partial class Given
{
    /// <summary>A case of Lecco that waits at its first task, with one firm of Lecco and one of Como, both confirmed.</summary>
    public async Task<CaseWithFirms> RunningCaseAsync()
    {
        var id = CaseId.New(Clock);
        var own = new Participant(ParticipantId.New(Clock), id, await FirmAsync(Lecco, 1), Lecco.AssociationId, ParticipantStatus.Active, new DateOnly(2026, 3, 10)) { Order = 1 };
        var other = new Participant(ParticipantId.New(Clock), id, await FirmAsync(Como, 2), Como.AssociationId, ParticipantStatus.Active, new DateOnly(2026, 3, 10)) { Order = 2 };
        await WriteAsync(db =>
        {
            db.Add(new Case(id, "N-2026-0001", Programme, Lecco.AssociationId, "verniciatura", new DateOnly(2026, 3, 10)));
            db.Add(new EnterpriseNetwork(id, "Rete Prova"));
            db.AddRange(own, other);
            return Task.CompletedTask;
        });
        await InEngineAsync(id, (engine, @case) => engine.StartAsync(@case, FormNetworkV1.ProcessName, default));
        return new CaseWithFirms(id, own.Id, other.Id);
    }

    /// <summary>Moves the engine as the service itself, outside of the pipeline.</summary>
    public Task InEngineAsync(CaseId caseId, Func<WorkflowEngine, Case, Task> act) => InEngineAsync(caseId, act, Actor.Service);

    /// <summary>The same as somebody.</summary>
    public async Task InEngineAsync(CaseId caseId, Func<WorkflowEngine, Case, Task> act, Actor who)
    {
        await using var scope = Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Who = who;
        var db = scope.ServiceProvider.GetRequiredService<NetworksDbContext>();
        await act(scope.ServiceProvider.GetRequiredService<WorkflowEngine>(), await db.Cases.SingleAsync(c => c.Id == caseId));
        await db.SaveChangesAsync();
    }

    /// <summary>A queued mail to a firm of a case, with its ten seconds to undo.</summary>
    public async Task<Guid> QueuedMailAsync(CaseId caseId, ParticipantId firm, string subject = "Il testo è pronto")
    {
        var mail = new OutboxMessage(Ids.New(Clock), "drafting.round-opened", "vecchia@mail.example", subject, "https://networks.example/f/segreto", Clock.GetUtcNow())
        {
            CaseId = caseId,
            ParticipantId = firm,
            NotBefore = Clock.GetUtcNow() + TimeSpan.FromSeconds(10),
        };
        await WriteAsync(db =>
        {
            db.Add(mail);
            return Task.CompletedTask;
        });
        return mail.Id;
    }
}

/// <param name="Own">The firm of the leading desk.</param>
/// <param name="Other">The firm that Como follows.</param>
public sealed record CaseWithFirms(CaseId Id, ParticipantId Own, ParticipantId Other);
