using MediatR;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Discovery;
using Networks.Workflows.Access;
using Networks.Workflows.Common;
using Networks.Workflows.Discovery.Introductions;
using Networks.Workflows.Discovery.Meetings;

namespace Networks.Workflows.Discovery.ChooseTime;

/// <summary>The desk that follows the firm chooses one of the proposed times for it. Refused: a time that was not proposed, a meeting that moved on.</summary>
[Access(Right.DeskWork)]
public sealed record ChooseTime(CaseId CaseId, Guid Meeting, DateTimeOffset? Time) : ICommand<Done>, ICaseRequest
{
    public Guid OperationId { get; init; }
}

/// <summary>The firm itself chooses, by its mailed link.</summary>
[Access(Right.Public)]
public sealed record ChooseTimeAsFirm(CaseId CaseId, string Token, DateTimeOffset? Time) : ICommand<Done>, ICaseRequest
{
    public Guid OperationId { get; init; }
}

/// <summary>Either desk calls the meeting off; times can be proposed anew.</summary>
[Access(Right.DeskWork)]
public sealed record CancelMeeting(CaseId CaseId, Guid Meeting) : ICommand<Done>, ICaseRequest
{
    public Guid OperationId { get; init; }
}

internal sealed class ChooseTimeHandler(NetworksDbContext db, IActor actor, MeetingSteps steps, TimeProvider clock) : IRequestHandler<ChooseTime, Result<Done>>
{
    public async Task<Result<Done>> Handle(ChooseTime request, CancellationToken cancellationToken)
    {
        var meeting = await db.Meetings.FirstOrDefaultAsync(m => m.Id == request.Meeting && m.CaseId == request.CaseId, cancellationToken);
        var introduction = meeting is null ? null : await db.Introductions.SingleAsync(i => i.Id == meeting.IntroductionId, cancellationToken);
        return meeting is null || introduction is null || introduction.HoldingDesk != actor.Association ? DiscoveryRefusals.NotFound
            : await ChosenTime.TakeAsync(steps, introduction, meeting, request.Time, clock.GetUtcNow(), cancellationToken);
    }
}

internal sealed class ChooseTimeAsFirmHandler(NetworksDbContext db, MeetingSteps steps, TimeProvider clock) : IRequestHandler<ChooseTimeAsFirm, Result<Done>>
{
    public async Task<Result<Done>> Handle(ChooseTimeAsFirm request, CancellationToken cancellationToken)
    {
        var hash = LinkToken.Hash(request.Token);
        var introduction = await db.Introductions.FirstOrDefaultAsync(i => i.TokenHash == hash && i.CaseId == request.CaseId, cancellationToken);
        if (introduction is null)
        {
            return DiscoveryRefusals.NotFound;
        }

        var meeting = await db.Meetings.Where(m => m.IntroductionId == introduction.Id && m.Status != MeetingStatus.Cancelled).OrderByDescending(m => m.Id).FirstOrDefaultAsync(cancellationToken);
        return meeting is null ? MeetingRefusals.MovedOn : await ChosenTime.TakeAsync(steps, introduction, meeting, request.Time, clock.GetUtcNow(), cancellationToken);
    }
}

internal sealed class CancelMeetingHandler(NetworksDbContext db, IActor actor, MeetingSteps steps, IntroductionMail mail, IntroductionSteps names) : IRequestHandler<CancelMeeting, Result<Done>>
{
    public async Task<Result<Done>> Handle(CancelMeeting request, CancellationToken cancellationToken)
    {
        var meeting = await db.Meetings.FirstOrDefaultAsync(m => m.Id == request.Meeting && m.CaseId == request.CaseId, cancellationToken);
        var introduction = meeting is null ? null : await db.Introductions.SingleAsync(i => i.Id == meeting.IntroductionId, cancellationToken);
        if (meeting is null || introduction is null || (introduction.HoldingDesk != actor.Association && introduction.AskingDesk != actor.Association))
        {
            return DiscoveryRefusals.NotFound;
        }

        if (meeting.Status is not (MeetingStatus.Proposed or MeetingStatus.Fixed))
        {
            return MeetingRefusals.MovedOn;
        }

        meeting.Status = MeetingStatus.Cancelled;
        var @case = await db.Cases.SingleAsync(c => c.Id == request.CaseId, cancellationToken);
        var firm = await db.Firms.SingleAsync(f => f.Id == introduction.FirmId, cancellationToken);
        steps.Record(@case, MeetingSteps.Cancelled, firm);
        object[] values = [firm.Name, await names.NetworkAsync(@case.Id, cancellationToken)];
        await mail.ToDeskAsync(introduction.AskingDesk == actor.Association ? introduction.HoldingDesk : introduction.AskingDesk, introduction, "meeting-cancelled", values, cancellationToken);
        mail.ToFirm(firm, "meeting-cancelled-firm", values);
        return Done.It;
    }
}

/// <summary>The rule that both ways of choosing share.</summary>
internal static class ChosenTime
{
    public static async Task<Result<Done>> TakeAsync(MeetingSteps steps, Introduction introduction, Meeting meeting, DateTimeOffset? time, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (meeting.Status != MeetingStatus.Proposed)
        {
            return MeetingRefusals.MovedOn;
        }

        if (time is not { } chosen || !meeting.Slots.Contains(chosen))
        {
            return MeetingRefusals.TimeNotOffered;
        }

        if (chosen <= now)
        {
            return MeetingRefusals.Past("time");
        }

        await steps.FixAsync(introduction, meeting, chosen, cancellationToken);
        return Done.It;
    }
}
