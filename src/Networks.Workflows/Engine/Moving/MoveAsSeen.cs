using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Workflows.Common;

namespace Networks.Workflows.Engine.Moving;

/// <summary>Moves a case exactly as somebody saw it tried, or not at all.</summary>
internal sealed class MoveAsSeen(NetworksDbContext db, ProcessMover mover)
{
    public async Task<Result<MovedCase>> DoAsync(CaseId id, int to, string seen, CancellationToken cancellationToken)
    {
        // An administrator may name a case that is not there.
        if (await db.Cases.SingleOrDefaultAsync(c => c.Id == id, cancellationToken) is not { } @case)
        {
            return MovingRefusals.NotThere;
        }

        var done = await mover.MoveAsync(@case, to, cancellationToken);
        return done.Refusal is { } refusal ? refusal
            : done.Value.Fingerprint != seen ? MovingRefusals.Stale
            : new MovedCase(done.Value.From, done.Value.To, done.Value.Effects.Count(e => e.Kind == MoveEffectKind.Mail));
    }
}
