using MediatR;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Discovery;
using Networks.Data.EnterpriseNetworks;
using Networks.Workflows.Access;
using Networks.Workflows.Common;

namespace Networks.Workflows.Discovery.ListIntroductions;

/// <summary>The introductions that the person's desk asked for and those that it was asked for, open ones first.</summary>
[Access(Right.DeskWork)]
public sealed record ListIntroductions : IQuery<IReadOnlyList<IntroductionRow>>
{
    public const int Most = 100;
}

/// <summary>One introduction. Not there for desks that have no part in it.</summary>
[Access(Right.DeskWork)]
public sealed record ShowIntroduction(Guid Introduction) : IQuery<IntroductionRow>;

/// <param name="Mine">The person's desk asked for it.</param>
/// <param name="Firm">Null for the asking desk before both have said yes.</param>
/// <param name="AskingDesk">Who asks: the holding desk knows with whom it deals.</param>
/// <param name="HoldingDesk">Null for the asking desk before both have said yes.</param>
/// <param name="Network">Null for the holding desk before both have said yes.</param>
/// <param name="Card">As it was when it was asked about; null where a desk named the firm for a need.</param>
/// <param name="Reason">Why somebody said no; the firm's own reason is for its desk alone.</param>
public sealed record IntroductionRow(
    Guid Id, CaseId CaseId, bool Mine, string? Firm, FirmId? FirmId, string AskingDesk, string? HoldingDesk, string? Network, string Need, string Message, Card? Card,
    IntroductionStatus Status, DateOnly AskedOn, DateOnly? DeskAnsweredOn, DateOnly? FirmAnsweredOn, DateOnly? EndedOn, DateOnly LastDay, string? Reason, bool CanAnswer)
{
    /// <summary>What came of it; null while that is open.</summary>
    public IntroductionOutcome? Outcome { get; init; }

    public string? OutcomeReason { get; init; }

    /// <summary>Of the newest meeting that was not called off; null without one.</summary>
    public MeetingStatus? Meeting { get; init; }

    /// <summary>The beginning that was chosen; null before.</summary>
    public DateTimeOffset? MeetsAt { get; init; }

    /// <summary>Its place in the case; null while it has none.</summary>
    public ParticipantStatus? InCase { get; init; }

    /// <summary>The number under which the firm is on file; null for the asking desk before both have said yes.</summary>
    public string? FirmNumber { get; init; }
}

internal sealed class ListIntroductionsHandler(NetworksDbContext db, IActor actor, BusinessCalendar calendar) : IRequestHandler<ListIntroductions, Result<IReadOnlyList<IntroductionRow>>>
{
    public async Task<Result<IReadOnlyList<IntroductionRow>>> Handle(ListIntroductions request, CancellationToken cancellationToken)
    {
        var rows = await IntroductionSource.Of(db, actor).OrderByDescending(s => s.Introduction.AskedOn).Take(ListIntroductions.Most).ToListAsync(cancellationToken);
        return rows.Select(s => s.Row(actor, calendar)).OrderByDescending(r => r.CanAnswer).ThenByDescending(r => r.Status is IntroductionStatus.WithDesk or IntroductionStatus.WithFirm).ToList();
    }
}

internal sealed class ShowIntroductionHandler(NetworksDbContext db, IActor actor, BusinessCalendar calendar) : IRequestHandler<ShowIntroduction, Result<IntroductionRow>>
{
    public async Task<Result<IntroductionRow>> Handle(ShowIntroduction request, CancellationToken cancellationToken)
    {
        var found = await IntroductionSource.Of(db, actor).FirstOrDefaultAsync(s => s.Introduction.Id == request.Introduction, cancellationToken);
        return found is null ? DiscoveryRefusals.NotFound : found.Row(actor, calendar);
    }
}
