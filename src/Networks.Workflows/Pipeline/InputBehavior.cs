using MediatR;
using Networks.Workflows.Common;

namespace Networks.Workflows.Pipeline;

/// <summary>Refuses a wrong shape field by field, all at once, before the handler.</summary>
internal sealed class InputBehavior<TRequest, TResponse> : IPipelineBehavior<TRequest, TResponse>
    where TRequest : IRequest<TResponse>
    where TResponse : IResult<TResponse>
{
    public async Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        var refusal = request is IChecked input ? Refusal.Together(input.Faults()) : null;
        return refusal is null ? await next() : TResponse.Refused(refusal);
    }
}
