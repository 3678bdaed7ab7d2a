using MediatR;
using Microsoft.Extensions.Logging;
using Networks.Workflows.Common;

namespace Networks.Workflows.Pipeline;

/// <summary>One line per act with its answer's code: no personal data, no content.</summary>
internal sealed partial class LogBehavior<TRequest, TResponse>(ILogger<LogBehavior<TRequest, TResponse>> log) : IPipelineBehavior<TRequest, TResponse>
    where TRequest : IRequest<TResponse>
    where TResponse : IResult<TResponse>
{
    public async Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        var answer = await next();
        if (request is ICommand || answer.Refusal is not null)
        {
            Answered(typeof(TRequest).Name, answer.Refusal?.Code ?? "done");
        }

        return answer;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Request}: {Answer}")]
    private partial void Answered(string request, string answer);
}
