using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Conventions;
using Networks.Data.Operations;
using Networks.Workflows.Common;

namespace Networks.Workflows.Pipeline;

/// <summary>What was done before, by the id that its form carried.</summary>
public sealed class CompletedOperations(NetworksDbContext db, IActor actor)
{
    private static readonly Prepared<Guid, CompletedOperation> _byId = new((db, id) => db.Operations.AsNoTracking().Where(o => o.Id == id));

    /// <summary>Whether this person has sent this very form before and it was done.</summary>
    /// <param name="form">SHA-256 of the form, as hex.</param>
    public async Task<bool> WasSentAsync(Guid operation, string form, CancellationToken cancellationToken) =>
        await _byId.FirstOrDefaultAsync(db, operation, cancellationToken) is { } done && done.FormHash == form && done.Actor == ActorKey(actor);

    internal static string ActorKey(IActor actor) => $"{actor.Kind}:{actor.Officer?.Value ?? actor.Participant?.Value ?? Guid.Empty:N}";
}
