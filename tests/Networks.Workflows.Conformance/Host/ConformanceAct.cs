using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Networks.Data;
using Networks.Workflows.Access;
using Networks.Workflows.Common;
using Networks.Workflows.Engine;

namespace Networks.Workflows.Conformance.Host;

/// <summary>An act of a promise; it goes through the product's own pipeline.</summary>
[Access(Right.CaseNote)]
internal sealed record ConformanceAct(CaseId CaseId, string Kind, string Word, Guid Subject, string Outcome) : ICommand<Done>, ICaseRequest
{
    public Guid OperationId { get; init; }
}

internal sealed class ConformanceActHandler(NetworksDbContext db, WorkflowEngine engine) : IRequestHandler<ConformanceAct, Result<Done>>
{
    public static void AddTo(IServiceCollection services) => services.AddTransient<IRequestHandler<ConformanceAct, Result<Done>>, ConformanceActHandler>();

    public async Task<Result<Done>> Handle(ConformanceAct request, CancellationToken cancellationToken)
    {
        var @case = await db.Cases.SingleAsync(c => c.Id == request.CaseId, cancellationToken);
        var done = true;
        switch (request.Kind)
        {
            case "start":
                await engine.StartAsync(@case, request.Word, cancellationToken);
                break;
            case "complete":
                done = await engine.CompleteAsync(@case, request.Word, request.Subject == Guid.Empty ? null : request.Subject, request.Outcome, cancellationToken);
                break;
            case "tell":
                await engine.SignalAsync(@case, request.Word, request.Subject, cancellationToken);
                break;
            case "suspend" when @case.SuspendedAt is null:
                engine.Suspend(@case);
                break;
            case "resume" when @case.SuspendedAt is not null:
                await engine.ResumeAsync(@case, cancellationToken);
                break;
            case "cancel":
                await engine.CancelAsync(@case, "cancelled", cancellationToken);
                break;
            default:
                done = false;
                break;
        }

        return done ? Done.It : new Refusal(RefusalKind.Conflict, "common.conflict");
    }
}
