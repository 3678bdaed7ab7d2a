using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Workflows.Common;

namespace Networks.Workflows.Casework.KeptTexts;

/// <summary>A form that was sent has no unsent text: it goes in the transaction of the act.</summary>
internal sealed class SentTextKeeping(NetworksDbContext db, CurrentOperation operation, IActor actor) : IConsequence
{
    public bool Waits => actor.Officer is not null;

    public async Task<bool> FollowAsync(CancellationToken cancellationToken)
    {
        if (actor.Officer is { } officer)
        {
            await db.KeptTexts.Where(t => t.Id == operation.Id && t.OfficerId == officer).ExecuteDeleteAsync(cancellationToken);
        }

        return false;
    }
}
