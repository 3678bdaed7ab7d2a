using MediatR;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Discovery;
using Networks.Workflows.Access;
using Networks.Workflows.Common;
using Networks.Workflows.Discovery.Introductions;
using Networks.Workflows.Discovery.Needs;

namespace Networks.Workflows.Discovery.AnswerNeed;

/// <summary>
/// A desk answers a need: with a firm that it follows, which is its own key, so that the firm is asked at once by its
/// link; or that nobody fits. The asking desk learns neither desk nor firm before the firm's yes. Refused: an answer after
/// the end, a firm that was asked before or may not be written to.
/// </summary>
/// <param name="Firm">Null for nobody.</param>
/// <param name="Reason">Needed for nobody.</param>
[Access(Right.DeskWork)]
public sealed record AnswerNeed(CaseId CaseId, Guid Need, FirmId? Firm, bool Nobody, string? Reason) : ICommand<Done>, ICaseRequest
{
    /// <summary>Working days in which the firm may answer.</summary>
    public const int Days = 15;

    private const int ReasonLimit = 1000;

    public Guid OperationId { get; init; }

    internal Refusal? Fault =>
        Firm is null && !Nobody ? NeedRefusals.AnswerMissing
        : Firm is null && string.IsNullOrWhiteSpace(Reason) ? NeedRefusals.ReasonMissing
        : Reason?.Length > ReasonLimit ? new Refusal(RefusalKind.Invalid, "discovery.too-long", ReasonLimit) { Field = "reason" }
        : null;
}

internal sealed class AnswerNeedHandler(
    NetworksDbContext db, IActor actor, NeedSteps steps, IntroductionSteps names, IntroductionMail mail, BusinessCalendar calendar, TimeProvider clock)
    : IRequestHandler<AnswerNeed, Result<Done>>
{
    public async Task<Result<Done>> Handle(AnswerNeed request, CancellationToken cancellationToken)
    {
        var today = calendar.Today();
        var need = await (
            from n in db.NeedCalls
            where n.Id == request.Need && n.CaseId == request.CaseId && n.AskingDesk != actor.Association
            join c in db.Cases on n.CaseId equals c.Id
            where db.Associations.Any(a => a.Id == actor.Association && a.ProgrammeId == c.ProgrammeId)
            select n).FirstOrDefaultAsync(cancellationToken);
        if (need is null)
        {
            return DiscoveryRefusals.NotFound;
        }

        var @case = await db.Cases.SingleAsync(c => c.Id == need.CaseId, cancellationToken);
        if ((need.IsOpenOn(today) ? request.Fault ?? IntroductionRefusals.Over(@case) : NeedRefusals.Closed) is { } refusal)
        {
            return refusal;
        }

        if (request.Firm is { } firm)
        {
            return await NameAsync(@case, need, firm, cancellationToken);
        }

        db.Add(new NeedReply(Ids.New(clock), need.Id, actor.Association!.Value, today) { Reason = request.Reason!.Trim() });
        steps.Record(@case, need, NeedEvents.NobodyNamed, [], request.Reason.Trim());
        return Done.It;
    }

    private async Task<Result<Done>> NameAsync(Data.Cases.Case @case, NeedCall need, FirmId id, CancellationToken cancellationToken)
    {
        var today = calendar.Today();
        var firm = await db.Firms.FirstOrDefaultAsync(f => f.Id == id && f.HeldBy == actor.Association, cancellationToken);
        if (firm is null)
        {
            return DiscoveryRefusals.NotFound;
        }

        if (FirmsToAsk.Obstacle(firm, await FirmsToAsk.KnownToAsync(db, @case.Id, [id], cancellationToken), today) is { } obstacle)
        {
            return obstacle;
        }

        var token = LinkToken.New();
        var introduction = new Introduction(Ids.New(clock), @case.Id, id, need.AskingDesk, firm.HeldBy, today)
        {
            LastDay = BusinessCalendar.AddWorkingDays(today, AnswerNeed.Days),
            Message = need.Text,
            NeedId = need.Id,
            Status = IntroductionStatus.WithFirm,
            DeskAnsweredOn = today,
            TokenHash = LinkToken.Hash(token),
        };
        db.Add(introduction);
        db.Add(new NeedReply(Ids.New(clock), need.Id, firm.HeldBy, today) { IntroductionId = introduction.Id });
        steps.Record(@case, need, NeedEvents.FirmNamed, []);
        var holding = await names.DeskAsync(firm.HeldBy, cancellationToken);
        mail.ToFirm(firm, "need-firm-asked", [firm.Name, holding, need.Text, introduction.LastDay, mail.LinkOf(token)]);
        return Done.It;
    }
}
