using MediatR;
using Networks.Data;
using Networks.Workflows.Common;

namespace Networks.Workflows.Pipeline;

/// <summary>A query reads one moment: rows that somebody adds or changes between two of its statements are in neither.</summary>
internal sealed class MomentBehavior<TRequest, TResponse>(NetworksDbContext db) : IPipelineBehavior<TRequest, TResponse>
    where TRequest : IQuery, IRequest<TResponse>
{
    public async Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        // Asked for by an act, or by another query: it sees what they see.
        if (db.Database.CurrentTransaction is not null)
        {
            return await next();
        }

        await db.BeginMomentAsync(cancellationToken);
        try
        {
            return await next();
        }
        finally
        {
            await db.EndMomentAsync();
        }
    }
}
