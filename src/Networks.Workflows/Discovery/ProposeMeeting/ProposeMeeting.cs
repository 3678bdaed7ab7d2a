using MediatR;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Discovery;
using Networks.Workflows.Access;
using Networks.Workflows.Common;
using Networks.Workflows.Discovery.Introductions;
using Networks.Workflows.Discovery.Meetings;

namespace Networks.Workflows.Discovery.ProposeMeeting;

/// <summary>
/// The asking desk proposes one to three times to a firm that was introduced to it; the firm chooses by its link, or its
/// desk for it. A proposal that is still open is replaced. Refused before both have said yes, and for times that are over.
/// </summary>
[Access(Right.CaseManage)]
public sealed record ProposeMeeting(CaseId CaseId, Guid Introduction, IReadOnlyList<DateTimeOffset> Times, string? Place) : ICommand<Guid>, ICaseRequest
{
    public const int MostTimes = 3;

    private const int PlaceLimit = 300;

    public Guid OperationId { get; init; }

    internal Refusal? Fault(DateTimeOffset now) =>
        Times is not { Count: > 0 and <= MostTimes } ? MeetingRefusals.TimesMissing
        : Times.Select((time, i) => time <= now ? MeetingRefusals.Past($"time-{i + 1}") : null).FirstOrDefault(r => r is not null) is { } past ? past
        : string.IsNullOrWhiteSpace(Place) ? MeetingRefusals.PlaceMissing
        : Place.Length > PlaceLimit ? new Refusal(RefusalKind.Invalid, "discovery.too-long", PlaceLimit) { Field = "place" }
        : null;
}

/// <summary>What speaks against times before they are proposed. Changes nothing.</summary>
[Access(Right.CaseManage)]
public sealed record CheckTimes(CaseId CaseId, Guid Introduction, IReadOnlyList<DateTimeOffset> Times) : IQuery<IReadOnlyList<MeetingTime>>, ICaseRequest;

internal sealed class CheckTimesHandler(NetworksDbContext db, MeetingConflicts conflicts) : IRequestHandler<CheckTimes, Result<IReadOnlyList<MeetingTime>>>
{
    public async Task<Result<IReadOnlyList<MeetingTime>>> Handle(CheckTimes request, CancellationToken cancellationToken)
    {
        var introduction = await db.Introductions.AsNoTracking().FirstOrDefaultAsync(i => i.Id == request.Introduction && i.CaseId == request.CaseId, cancellationToken);
        return introduction is null ? DiscoveryRefusals.NotFound : (await conflicts.OfAsync(introduction, null, request.Times ?? [], cancellationToken)).ToList();
    }
}

internal sealed class ProposeMeetingHandler(NetworksDbContext db, MeetingSteps steps, BusinessCalendar calendar, TimeProvider clock) : IRequestHandler<ProposeMeeting, Result<Guid>>
{
    public async Task<Result<Guid>> Handle(ProposeMeeting request, CancellationToken cancellationToken)
    {
        var introduction = await db.Introductions.FirstOrDefaultAsync(i => i.Id == request.Introduction && i.CaseId == request.CaseId, cancellationToken);
        if (introduction is null)
        {
            return DiscoveryRefusals.NotFound;
        }

        var @case = await db.Cases.SingleAsync(c => c.Id == request.CaseId, cancellationToken);
        var refusal = introduction.Status != IntroductionStatus.Introduced ? MeetingRefusals.NotIntroduced
            : introduction.Outcome is not null ? MeetingRefusals.OutcomeKnown
            : request.Fault(clock.GetUtcNow()) ?? IntroductionRefusals.Over(@case);
        if (refusal is not null)
        {
            return refusal;
        }

        foreach (var open in await db.Meetings.Where(m => m.IntroductionId == introduction.Id && (m.Status == MeetingStatus.Proposed || m.Status == MeetingStatus.Fixed)).ToListAsync(cancellationToken))
        {
            open.Status = MeetingStatus.Cancelled;
        }

        var firm = await db.Firms.SingleAsync(f => f.Id == introduction.FirmId, cancellationToken);
        var meeting = new Meeting(Ids.New(clock), introduction.Id, @case.Id, calendar.Today(), [.. request.Times.Distinct().Order()]) { Place = request.Place!.Trim() };
        db.Add(meeting);
        introduction.SeenOn ??= calendar.Today();
        steps.Record(@case, MeetingSteps.Proposed, firm);
        await steps.AskFirmAsync(introduction, firm, meeting, cancellationToken);
        return meeting.Id;
    }
}
