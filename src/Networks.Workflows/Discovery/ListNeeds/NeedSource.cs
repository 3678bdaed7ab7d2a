using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Associations;
using Networks.Data.Discovery;
using Networks.Workflows.Common;

namespace Networks.Workflows.Discovery.ListNeeds;

/// <summary>A need with everything that either side may ever know of it.</summary>
internal sealed record NeedSource
{
    public required NeedCall Need { get; init; }

    public required string? Network { get; init; }

    public required string Asking { get; init; }

    public required int Asked { get; init; }

    public required int Answers { get; init; }

    public required int FirmsNamed { get; init; }

    public required bool Answered { get; init; }

    /// <summary>Needs of the person's programme: its own and those of the other desks.</summary>
    public static IQueryable<NeedSource> Of(NetworksDbContext db, IActor actor) =>
        from n in db.NeedCalls.AsNoTracking()
        join c in db.Cases on n.CaseId equals c.Id
        where db.Associations.Any(a => a.Id == actor.Association && a.ProgrammeId == c.ProgrammeId && a.Kind == AssociationKind.Desk)
        join network in db.EnterpriseNetworks on n.CaseId equals network.CaseId
        join asking in db.Associations on n.AskingDesk equals asking.Id
        select new NeedSource
        {
            Need = n,
            Network = network.Name,
            Asking = asking.DeskName,
            Asked = db.Associations.Count(a => a.ProgrammeId == c.ProgrammeId && a.Kind == AssociationKind.Desk && a.Id != n.AskingDesk
                && db.Officers.Any(o => o.AssociationId == a.Id && !o.IsDisabled)),
            Answers = db.NeedReplies.Where(r => r.NeedId == n.Id).Select(r => r.DeskId).Distinct().Count(),
            FirmsNamed = db.NeedReplies.Count(r => r.NeedId == n.Id && r.IntroductionId != null),
            Answered = db.NeedReplies.Any(r => r.NeedId == n.Id && r.DeskId == actor.Association),
        };

    public NeedRow Row(IActor actor, DateOnly today)
    {
        var mine = Need.AskingDesk == actor.Association;
        return new NeedRow(
            Need.Id, Need.CaseId, mine, mine ? Network : null, Asking, Need.Text, Need.SentOn, Need.LastDay, Need.ClosedOn,
            Need.Ending ?? (Need.IsOpenOn(today) ? null : NeedEnding.Expired), Asked, mine ? Answers : 0, mine ? FirmsNamed : 0, Answered, !mine && Need.IsOpenOn(today));
    }
}
