using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Networks.Data;
using Networks.Workflows.Access;
using Networks.Workflows.Common;
using Networks.Workflows.Engine;

namespace Networks.PostgreSql.Tests.Races;

/// <summary>An act of the tests: a firm's answer, through the product's own pipeline and engine.</summary>
[Access(Right.CaseManage)]
internal sealed record AnswerInRound(CaseId CaseId, Guid Firm) : ICommand<Done>, ICaseRequest
{
    public Guid OperationId { get; init; }
}

internal sealed class AnswerInRoundHandler(NetworksDbContext db, WorkflowEngine engine) : IRequestHandler<AnswerInRound, Result<Done>>
{
    public static void AddTo(IServiceCollection services) => services.AddTransient<IRequestHandler<AnswerInRound, Result<Done>>, AnswerInRoundHandler>();

    public async Task<Result<Done>> Handle(AnswerInRound request, CancellationToken cancellationToken)
    {
        var @case = await db.Cases.SingleAsync(c => c.Id == request.CaseId, cancellationToken);
        return await engine.CompleteAsync(@case, "answer", request.Firm, "yes", cancellationToken)
            ? Done.It
            : new Refusal(RefusalKind.Conflict, "test.no-such-task");
    }
}
