using MediatR;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Monitoring;
using Networks.Workflows.Access;
using Networks.Workflows.Common;
using Networks.Workflows.Monitoring.Progress;
using Networks.Workflows.Monitoring.ShowRegion;

namespace Networks.Workflows.Monitoring.SaveMailing;

/// <summary>How often the picture is mailed to the person who asks.</summary>
[Access(Right.RegionRead)]
public sealed record ShowMailing : IQuery<Mailing>;

/// <param name="Rhythm">Null while nothing is mailed.</param>
/// <param name="Desk">The desk whose networks alone are told; null for all.</param>
/// <param name="Desks">To choose from.</param>
public sealed record Mailing(string Programme, string Mailbox, MailRhythm? Rhythm, AssociationId? Desk, DateOnly? NextOn, IReadOnlyList<DeskName> Desks);

/// <summary>The picture is mailed from now on, every week or month, or no more.</summary>
/// <param name="Ends">Whether it is mailed no more; then the rest counts for nothing.</param>
/// <param name="Desk">Narrows it to the networks of one desk of the programme; another one counts as all.</param>
[Access(Right.RegionRead)]
public sealed record SaveMailing(Guid OperationId, bool Ends, MailRhythm? Rhythm, AssociationId? Desk) : ICommand<Done>, IChecked
{
    public IEnumerable<Refusal> Faults()
    {
        if (!Ends && Rhythm is null)
        {
            yield return new Refusal(RefusalKind.Invalid, "monitoring.rhythm-missing") { Field = "rhythm" };
        }
    }
}

internal sealed class ShowMailingHandler(NetworksDbContext db, RegionSight sight, IActor actor) : IRequestHandler<ShowMailing, Result<Mailing>>
{
    public async Task<Result<Mailing>> Handle(ShowMailing request, CancellationToken cancellationToken)
    {
        var ground = await sight.LookAsync(cancellationToken);
        var mailbox = await db.Officers.AsNoTracking().Where(o => o.Id == actor.Officer).Select(o => o.Email).SingleAsync(cancellationToken);
        var now = await db.ViewSubscriptions.AsNoTracking().Where(s => s.OfficerId == actor.Officer && s.EndedAt == null).FirstOrDefaultAsync(cancellationToken);
        return new Mailing(ground.Programme, mailbox, now?.Rhythm, now?.Desk, now?.NextOn, ground.Desks);
    }
}

internal sealed class SaveMailingHandler(NetworksDbContext db, RegionSight sight, IActor actor, BusinessCalendar calendar, TimeProvider clock) : IRequestHandler<SaveMailing, Result<Done>>
{
    public async Task<Result<Done>> Handle(SaveMailing request, CancellationToken cancellationToken)
    {
        foreach (var old in await db.ViewSubscriptions.Where(s => s.OfficerId == actor.Officer && s.EndedAt == null).ToListAsync(cancellationToken))
        {
            old.EndedAt = clock.GetUtcNow();
        }

        if (request is { Ends: false, Rhythm: { } rhythm } && actor.Officer is { } officer)
        {
            var desks = (await sight.LookAsync(cancellationToken)).Desks;
            db.Add(new ViewSubscription(Ids.New(clock), officer, rhythm, MailingSweep.Next(rhythm, calendar.Today()), LinkToken.Hash(LinkToken.New()))
            {
                Desk = desks.Any(d => d.Id == request.Desk) ? request.Desk : null,
            });
        }

        return Done.It;
    }
}
