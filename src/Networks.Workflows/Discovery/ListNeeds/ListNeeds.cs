using Networks.Data;
using Networks.Data.Discovery;
using Networks.Workflows.Access;
using Networks.Workflows.Common;

namespace Networks.Workflows.Discovery.ListNeeds;

/// <summary>The needs that desks of the programme have put to all: those to answer first, then one's own, then what was answered or is over.</summary>
[Access(Right.DeskWork)]
public sealed record ListNeeds : IQuery<IReadOnlyList<NeedRow>>
{
    public const int Most = 100;
}

/// <summary>One need with the firms of the person's desk that come nearest. Not there for desks of other programmes.</summary>
/// <param name="Search">What to look for among the own firms; null: the text of the need.</param>
[Access(Right.DeskWork)]
public sealed record ShowNeed(Guid Need, string? Search) : IQuery<NeedView>;

/// <param name="Mine">The person's desk asked.</param>
/// <param name="Network">Null for every other desk.</param>
/// <param name="Ending">Null while it stands.</param>
/// <param name="Asked">How many desks were asked.</param>
/// <param name="Answers">Desks that answered. For the asking desk these are numbers only: which desk said what, it does not learn.</param>
/// <param name="FirmsNamed">Firms that were named, whatever they say themselves.</param>
/// <param name="Answered">The person's desk has answered.</param>
/// <param name="CanAnswer">It is open, and put to the person's desk.</param>
public sealed record NeedRow(
    Guid Id, CaseId CaseId, bool Mine, string? Network, string AskingDesk, string Text, DateOnly SentOn, DateOnly LastDay, DateOnly? ClosedOn, NeedEnding? Ending,
    int Asked, int Answers, int FirmsNamed, bool Answered, bool CanAnswer);

/// <param name="Answers">Of the person's own desk, with its firms; for the asking desk those of all, without desk and firm.</param>
/// <param name="Candidates">Own firms, nearest first; empty when the person's desk cannot answer.</param>
public sealed record NeedView(NeedRow Need, IReadOnlyList<NeedAnswer> Answers, string Search, IReadOnlyList<NeedCandidate> Candidates);

/// <param name="Firm">Null for nobody, and for the asking desk until both keys have turned.</param>
/// <param name="Introduction">Null for nobody.</param>
/// <param name="Reason">Why nobody.</param>
public sealed record NeedAnswer(DateOnly On, string? Firm, Guid? Introduction, IntroductionStatus? Status, string? Reason);

/// <param name="Obstacle">Why it cannot be asked now; null when it can.</param>
public sealed record NeedCandidate(FirmId Id, string Name, string? Province, string? Offers, Refusal? Obstacle);
