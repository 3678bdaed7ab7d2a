using MediatR;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Discovery;
using Networks.Workflows.Access;
using Networks.Workflows.Common;
using Networks.Workflows.Discovery.Introductions;
using Networks.Workflows.Discovery.Needs;

namespace Networks.Workflows.Discovery.AnswerAsDesk;

/// <summary>
/// The first key: the desk that follows the firm says whether the firm may be asked. With a yes the firm gets its link;
/// its name stays unknown. Refused: an answer after the end, a no without reason, a firm without mailbox.
/// </summary>
[Access(Right.DeskWork)]
public sealed record AnswerAsDesk(CaseId CaseId, Guid Introduction, bool? Yes, string? Reason) : ICommand<Done>, ICaseRequest
{
    public Guid OperationId { get; init; }
}

internal sealed class AnswerAsDeskHandler(NetworksDbContext db, IActor actor, IntroductionSteps steps, IntroductionMail mail, BusinessCalendar calendar)
    : IRequestHandler<AnswerAsDesk, Result<Done>>
{
    public async Task<Result<Done>> Handle(AnswerAsDesk request, CancellationToken cancellationToken)
    {
        var introduction = await db.Introductions.FirstOrDefaultAsync(i => i.Id == request.Introduction && i.CaseId == request.CaseId && i.HoldingDesk == actor.Association, cancellationToken);
        if (introduction is null)
        {
            return DiscoveryRefusals.NotFound;
        }

        var firm = await db.Firms.SingleAsync(f => f.Id == introduction.FirmId, cancellationToken);
        var refusal = introduction.Status != IntroductionStatus.WithDesk || calendar.IsOver(introduction.LastDay) ? IntroductionRefusals.Closed
            : request.Yes is null ? IntroductionRefusals.AnswerMissing
            : request.Yes == false && string.IsNullOrWhiteSpace(request.Reason) ? IntroductionRefusals.ReasonMissing
            : request.Yes == true && !IntroductionConsent.Allows(firm, introduction, calendar.Today()) ? NeedRefusals.NoContact with { Field = null }
            : request.Yes == true && firm.Email is null ? IntroductionRefusals.NoMailbox
            : null;
        if (refusal is not null)
        {
            return refusal;
        }

        var @case = await db.Cases.SingleAsync(c => c.Id == introduction.CaseId, cancellationToken);
        introduction.DeskAnsweredOn = calendar.Today();
        if (request.Yes == true)
        {
            var token = LinkToken.New();
            introduction.Status = IntroductionStatus.WithFirm;
            introduction.TokenHash = LinkToken.Hash(token);
            steps.Record(@case, introduction, IntroductionSteps.DeskYes);
            var holding = await steps.DeskAsync(introduction.HoldingDesk, cancellationToken);
            mail.ToFirm(firm, "firm-asked", [firm.Name, holding, @case.Need, introduction.Message, introduction.LastDay, mail.LinkOf(token)]);
            return Done.It;
        }

        introduction.Status = IntroductionStatus.DeclinedByDesk;
        introduction.Reason = request.Reason!.Trim();
        steps.Record(@case, introduction, IntroductionSteps.DeskNo);
        await mail.ToDeskAsync(introduction.AskingDesk, introduction, "desk-no", [await steps.NetworkAsync(@case.Id, cancellationToken)], cancellationToken);
        return Done.It;
    }
}
