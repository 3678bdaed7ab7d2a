using MediatR;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Drafts;
using Networks.Workflows.Common;

namespace Networks.Workflows.Drafting.RecordAnswerOtherwise;

internal sealed class RecordAnswerOtherwiseHandler(
    NetworksDbContext db, RoundProgress progress, CaseHistory history, IActor actor, BusinessCalendar calendar, TimeProvider clock)
    : IRequestHandler<RecordAnswerOtherwise, Result<Done>>
{
    public async Task<Result<Done>> Handle(RecordAnswerOtherwise request, CancellationToken cancellationToken)
    {
        var @case = await db.Cases.SingleAsync(c => c.Id == request.CaseId, cancellationToken);
        var firm = await RoundFirm.FindAsync(db, request.CaseId, request.Participant, cancellationToken);
        if (firm is null || !firm.IsOf(actor, @case.OwnerId))
        {
            return new Refusal(RefusalKind.NotAllowed, "common.not-allowed");
        }

        if (await Rounds.OpenAsync(db, request.CaseId, cancellationToken) is not { } round
            || round.AnswerOf(request.Participant) is not { HasLeft: false } answer)
        {
            return RoundRefusals.NoRound;
        }

        if (request.GivenOn > calendar.Today())
        {
            return RoundRefusals.GivenOnWrong;
        }

        var decision = request.Decision!.Value;
        if (round.Kind == RoundKind.Final && decision == FirmDecision.Approved && request.Channel == AnswerChannel.Phone)
        {
            return RoundRefusals.PhoneIsNoApproval;
        }

        var draft = await db.Drafts.SingleAsync(d => d.Id == round.DraftId, cancellationToken);
        var network = RoundMail.NameOf(@case, await db.EnterpriseNetworks.Where(n => n.CaseId == request.CaseId).Select(n => n.Name).FirstOrDefaultAsync(cancellationToken));
        var hash = round.Kind == RoundKind.Final ? draft.FrozenHash! : draft.TextHash;
        var name = firm.Firm.RepresentativeOn(calendar.Today())?.FullName ?? firm.Firm.Name;
        answer.Record(decision, name, request.Clause, request.Words, hash, clock.GetUtcNow());
        var facts = FirmActs.Facts(firm, draft);
        facts["channel"] = request.Channel!.Value.ToString();
        facts["decision"] = decision.ToString();
        facts["sha256"] = hash;
        history.Record(@case, "drafting.answer-recorded", request.GivenOn ?? calendar.Today(), facts, string.IsNullOrWhiteSpace(request.Words) ? request.Proof : $"{request.Proof}. {request.Words}");
        AnswerReceipt.Queue(db, clock, firm, network, draft, decision, hash);
        await progress.AnsweredAsync(@case, round, answer, cancellationToken);
        return Done.It;
    }
}
