using Networks.Data;
using Networks.Data.Cases;
using Networks.Data.Drafts;
using Networks.Workflows.Access;
using Networks.Workflows.Common;
using Networks.Workflows.Documents;

namespace Networks.Workflows.Drafting.ShowFirmPage;

/// <summary>Everything that a firm sees behind its link. Looking changes nothing, however often and by whomever.</summary>
[Access(Right.FirmAnswer)]
public sealed record ShowFirmPage(CaseId CaseId, string Token) : IQuery<FirmPageView>, ICaseRequest;

/// <summary>What the page is about.</summary>
public enum FirmPageState
{
    /// <summary>The firm is asked.</summary>
    Decide,

    /// <summary>It has answered and may still change its answer.</summary>
    Answered,

    /// <summary>The last day has passed; the desk decides how to go on.</summary>
    Over,

    /// <summary>The round has ended with its answers.</summary>
    Closed,

    /// <summary>The text or the firms changed; answers to it no longer count.</summary>
    Superseded,

    /// <summary>Nothing has been asked yet.</summary>
    Nothing,

    /// <summary>A newer link was sent.</summary>
    LinkReplaced,

    /// <summary>The link's last day has passed.</summary>
    LinkExpired,

    /// <summary>The firm no longer takes part.</summary>
    Left,
}

/// <param name="Round">Null in the states that only explain the link.</param>
/// <param name="Revised">Why the text is being changed, in the desk's words; null when nothing was said.</param>
public sealed record FirmPageView(
    FirmPageState State,
    string Network,
    string Firm,
    FirmPageDesk Desk,
    FirmPageRound? Round,
    FirmPageAnswer? Answer,
    FirmPageChanges? Changes,
    IReadOnlyList<WordBlock> Text,
    IReadOnlyList<Clause> Clauses,
    FirmPageFacts Facts,
    IReadOnlyList<FirmPagePartner> Partners,
    FirmPageProgress Progress,
    string? Revised)
{
    public bool MayAnswer => State is FirmPageState.Decide or FirmPageState.Answered;
}

public sealed record FirmPageDesk(string Name, string? Phone, string? Email);

/// <param name="Hash">Of the frozen PDF in the final round; of the words before.</param>
public sealed record FirmPageRound(RoundId Id, RoundKind Kind, DateOnly LastDay, int WorkingDaysLeft, int TextNumber, string Hash, string? Message);

/// <param name="NameDiffered">What was sent stood under another name and was kept as a comment.</param>
public sealed record FirmPageAnswer(FirmDecision Decision, DateTimeOffset At, string? Clause, string? Words, bool NameDiffered);

/// <param name="Since">Number of the text that the firm answered before.</param>
public sealed record FirmPageChanges(int Since, IReadOnlyList<ClauseChange> Changes);

/// <summary>The firm as the contract names it, without its representative: that name is for the person to type.</summary>
public sealed record FirmPageFacts(string Name, string TaxCode, string? VatNumber, string? Seat, string? Rea, string? CertifiedEmail, long? ContributionCents);

/// <param name="Name">Null when the firm did not allow it.</param>
public sealed record FirmPagePartner(string? Name, string? Municipality);

/// <param name="Approved">Yeses of the others to this text.</param>
/// <param name="Others">How many others are asked.</param>
/// <param name="Chamber">The firm's own; null while its register position is unknown.</param>
/// <param name="EntersByItself">A rete-soggetto is entered once for all, at its seat.</param>
public sealed record FirmPageProgress(int Approved, int Others, CasePhase Phase, bool DeedMade, string? Chamber, bool EntersByItself, DateOnly? EffectOn);
