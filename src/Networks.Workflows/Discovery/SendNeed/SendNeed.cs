using Networks.Data;
using Networks.Workflows.Access;
using Networks.Workflows.Common;
using Networks.Workflows.Discovery.Needs;
using Networks.Workflows.Mail;

namespace Networks.Workflows.Discovery.SendNeed;

/// <summary>
/// Puts what a network looks for to all other desks of the programme, without the network's name. Refused: a text that
/// would tell who stands behind it, a last day that is none, too many in a week, a case that takes no firms any more.
/// </summary>
/// <param name="LastDay">Last day on which desks may answer, inclusive.</param>
[Access(Right.CaseManage)]
public sealed record SendNeed(CaseId CaseId, string? Text, DateOnly? LastDay) : ICommand<Guid>, ICaseRequest
{
    /// <summary>Longest text.</summary>
    public const int TextLimit = 1000;

    /// <summary>Working days that are proposed.</summary>
    public const int Days = 15;

    /// <summary>Calendar days, at most.</summary>
    public const int MostDays = 92;

    public Guid OperationId { get; init; }

    internal Refusal? Fault(DateOnly today) =>
        string.IsNullOrWhiteSpace(Text) ? NeedRefusals.TextMissing
        : Text.Trim().Length > TextLimit ? NeedRefusals.TooLong(TextLimit)
        : LastDay is not { } day ? NeedRefusals.LastDayMissing
        : day <= today || day > today.AddDays(MostDays) ? NeedRefusals.DayTooFar(today.AddDays(1), today.AddDays(MostDays))
        : null;
}

/// <summary>What sending a need would do: to whom, with which text. Changes nothing.</summary>
/// <param name="Facets">What was looked for among the cards; null for the need of the case alone.</param>
[Access(Right.CaseManage)]
public sealed record PrepareNeed(CaseId CaseId, Facets? Facets) : IQuery<NeedPreparation>, ICaseRequest;

/// <param name="Text">Proposed.</param>
/// <param name="Desks">All that would be asked.</param>
/// <param name="Over">Why nothing can be asked any more; null while it can.</param>
public sealed record NeedPreparation(string Network, string Text, DateOnly LastDay, IReadOnlyList<NeedDesk> Desks, Refusal? Over);

public sealed record NeedDesk(string Desk, IReadOnlyList<NeedReader> People);

/// <param name="MailsThisWeek">From all cases, with whom is not told.</param>
/// <param name="Hold">Until when the mail would wait, and why; null when it leaves after the ten seconds to undo.</param>
public sealed record NeedReader(string Name, int MailsThisWeek, MailHold? Hold);
