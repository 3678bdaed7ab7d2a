using System.Reflection;
using MediatR;
using Networks.Workflows.Access;
using Networks.Workflows.Common;

namespace Networks.Workflows.Pipeline;

/// <summary>Refuses what the access matrix does not allow. Foreign and not existing answer the same.</summary>
internal sealed class PermissionBehavior<TRequest, TResponse>(IActor actor, CaseRelations relations, JournalNotes journal) : IPipelineBehavior<TRequest, TResponse>
    where TRequest : IRequest<TResponse>
    where TResponse : IResult<TResponse>
{
    // Read once per request type; a request without a row cannot run, and an architecture test finds it before.
    private static readonly Right _right = typeof(TRequest).GetCustomAttribute<AccessAttribute>()?.Right
        ?? throw new InvalidOperationException($"{typeof(TRequest).Name} declares no row of the access matrix.");

    public async Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        var held = request is ICaseRequest { CaseId: var caseId }
            ? await relations.ToAsync(caseId, cancellationToken)
            : CaseRelations.WithoutCase(actor);
        if (AccessPolicy.Refuse(_right, held) is not { } refusal)
        {
            return await next();
        }

        if (actor.Officer is not null)
        {
            journal.Note(actor, JournalKinds.Refused, typeof(TRequest).Name, (request as ICaseRequest)?.CaseId);
        }

        return TResponse.Refused(refusal);
    }
}
