using MediatR;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Discovery;
using Networks.Workflows.Access;
using Networks.Workflows.Common;
using Networks.Workflows.Discovery.Introductions;
using Networks.Workflows.Discovery.Meetings;

namespace Networks.Workflows.Discovery.TellMeeting;

/// <summary>What came of an introduction.</summary>
public enum MeetingResult
{
    /// <summary>They met, and it is still open.</summary>
    Met,

    Joins,

    DoesNotJoin,
}

/// <summary>
/// The asking desk tells what came of a firm that was introduced to it: they met, it joins, or it does not, with the
/// reason. That it joins does not yet make it part of the case: its own desk says so there, as for every firm of another
/// desk. Refused before both have said yes, and when the end is known already.
/// </summary>
[Access(Right.CaseManage)]
public sealed record TellMeeting(CaseId CaseId, Guid Introduction, MeetingResult? Result, string? Reason) : ICommand<Done>, ICaseRequest
{
    private const int ReasonLimit = 1000;

    public Guid OperationId { get; init; }

    internal Refusal? Fault =>
        Result is null ? MeetingRefusals.OutcomeMissing
        : Result == MeetingResult.DoesNotJoin && string.IsNullOrWhiteSpace(Reason) ? MeetingRefusals.ReasonMissing
        : Reason?.Length > ReasonLimit ? new Refusal(RefusalKind.Invalid, "discovery.too-long", ReasonLimit) { Field = "reason" }
        : null;
}

internal sealed class TellMeetingHandler(NetworksDbContext db, MeetingSteps steps, IntroductionSteps names, IntroductionMail mail, BusinessCalendar calendar, TimeProvider clock)
    : IRequestHandler<TellMeeting, Result<Done>>
{
    public async Task<Result<Done>> Handle(TellMeeting request, CancellationToken cancellationToken)
    {
        var introduction = await db.Introductions.FirstOrDefaultAsync(i => i.Id == request.Introduction && i.CaseId == request.CaseId, cancellationToken);
        if (introduction is null)
        {
            return DiscoveryRefusals.NotFound;
        }

        var refusal = introduction.Status != IntroductionStatus.Introduced ? MeetingRefusals.NotIntroduced
            : introduction.Outcome is not null ? MeetingRefusals.OutcomeKnown
            : request.Fault;
        if (refusal is not null)
        {
            return refusal;
        }

        var @case = await db.Cases.SingleAsync(c => c.Id == request.CaseId, cancellationToken);
        var firm = await db.Firms.SingleAsync(f => f.Id == introduction.FirmId, cancellationToken);
        var now = clock.GetUtcNow();
        foreach (var meeting in await db.Meetings.Where(m => m.IntroductionId == introduction.Id && (m.Status == MeetingStatus.Proposed || m.Status == MeetingStatus.Fixed)).ToListAsync(cancellationToken))
        {
            meeting.Status = meeting.StartsAt <= now ? MeetingStatus.Held : MeetingStatus.Cancelled;
        }

        introduction.SeenOn ??= calendar.Today();
        if (request.Result == MeetingResult.Met)
        {
            steps.Record(@case, MeetingSteps.Held, firm);
            return Done.It;
        }

        var joins = request.Result == MeetingResult.Joins;
        introduction.Outcome = joins ? IntroductionOutcome.Joins : IntroductionOutcome.DoesNotJoin;
        introduction.OutcomeOn = calendar.Today();
        introduction.OutcomeReason = joins ? null : request.Reason!.Trim();
        steps.Record(@case, joins ? MeetingSteps.Joins : MeetingSteps.DoesNotJoin, firm, introduction.OutcomeReason);
        await mail.ToDeskAsync(introduction.HoldingDesk, introduction, joins ? "joins" : "does-not-join", [firm.Name, await names.NetworkAsync(@case.Id, cancellationToken), introduction.OutcomeReason ?? ""], cancellationToken);
        return Done.It;
    }
}
