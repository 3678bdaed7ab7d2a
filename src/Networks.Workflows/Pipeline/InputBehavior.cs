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
        var faults = request is IChecked input ? input.Faults().ToList() : [];
        return faults.Count == 0 ? await next() : TResponse.Refused(faults[0] with { Others = faults[1..] });
    }
}
