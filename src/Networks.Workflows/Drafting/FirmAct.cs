using Networks.Data;
using Networks.Data.Cases;
using Networks.Data.Drafts;
using Networks.Workflows.Access;
using Networks.Workflows.Common;

namespace Networks.Workflows.Drafting;

/// <summary>What a firm acts on by its link: its own answer in the open round.</summary>
internal sealed record FirmAct(Case Case, RoundFirm Firm, ApprovalRound Round, FirmAnswer Answer, Draft Draft, string Network)
{
    /// <summary>Hash of what is approved: the frozen PDF in the final round, the words of the text before.</summary>
    public string TextHash => Round.Kind == RoundKind.Final ? Draft.FrozenHash! : Draft.TextHash;
}

/// <summary>Answers of a firm by its link: who may, on which text, until when, and what is kept of them.</summary>
internal sealed class FirmActs(NetworksDbContext db, IActor actor, CaseHistory history, BusinessCalendar calendar, TimeProvider clock)
{
    /// <param name="roundId">The round that the page showed: an answer never moves to another text.</param>
    public async Task<Result<FirmAct>> LoadAsync(CaseId caseId, string token, RoundId roundId, CancellationToken cancellationToken)
    {
        if (actor.Participant is not { } participant)
        {
            return new Refusal(RefusalKind.NotFound, "common.not-found");
        }

        if (await LinkHolder.ReadAsync(db, participant, LinkToken.Hash(token), cancellationToken) is not { } holder)
        {
            return new Refusal(RefusalKind.NotFound, "common.not-found");
        }

        if (FirmLinks.Refuse(holder.Link, holder.Participant.Status, calendar) is { } refusal)
        {
            return refusal;
        }

        var asked = await NewestRound.ReadAsync(db, caseId, cancellationToken);
        if (asked is null || asked.Round.Id != roundId)
        {
            return RoundRefusals.TextMoved;
        }

        var round = asked.Round;
        if (round.Status != RoundStatus.Open)
        {
            return round.Status == RoundStatus.Superseded ? RoundRefusals.TextMoved : RoundRefusals.RoundClosed;
        }

        var firm = new RoundFirm(holder.Participant, holder.Firm, holder.Desk);
        if (firm.Participant.CaseId != caseId || round.AnswerOf(participant) is not { HasLeft: false } answer)
        {
            return RoundRefusals.LinkReplaced;
        }

        if (calendar.IsOver(round.LastDay))
        {
            return RoundRefusals.RoundOver(round.LastDay, firm.Desk.DeskName);
        }

        return new FirmAct(asked.Case, firm, round, answer, asked.Draft, RoundMail.NameOf(asked.Case, asked.Network));
    }

    /// <summary>
    /// Whether the typed name is the representative's. If not, what was sent is kept as a comment and told to the desk: a
    /// forwarded mail is not the firm's word.
    /// </summary>
    public bool CountsOrKeep(FirmAct act, string typedName, FirmDecision wish, string? clause, string? words)
    {
        var representative = act.Firm.Firm.RepresentativeOn(calendar.Today())?.FullName;
        if (representative is not null && PersonName.Same(typedName, representative))
        {
            return true;
        }

        if (act.Answer.Decision == FirmDecision.None)
        {
            act.Answer.Record(FirmDecision.None, typedName, clause, words, null, clock.GetUtcNow());
        }

        history.Record(act.Case, "drafting.name-differs", calendar.Today(), Facts(act, ("wish", wish.ToString())), string.IsNullOrWhiteSpace(words) ? typedName : $"{typedName}: {words}");
        return false;
    }

    /// <summary>Facts that every row about an answer has, and more.</summary>
    public static Dictionary<string, string> Facts(FirmAct act, params ReadOnlySpan<(string Name, string Value)> more)
    {
        var facts = Facts(act.Firm, act.Draft);
        foreach (var (name, value) in more)
        {
            facts[name] = value;
        }

        return facts;
    }

    public static Dictionary<string, string> Facts(RoundFirm firm, Draft draft) => new()
    {
        ["firm"] = firm.Firm.Name,
        ["participant"] = firm.Participant.Id.Value.ToString(),
        ["text"] = draft.Number.ToString(System.Globalization.CultureInfo.InvariantCulture),
    };
}

/// <summary>What became of a firm's answer.</summary>
/// <param name="TriesLeft">Tries that are left for the code; only with <see cref="FirmAnswerOutcome.CodeWrong"/>.</param>
public sealed record FirmAnswered(FirmAnswerOutcome Outcome, int TriesLeft = 0)
{
    public static readonly FirmAnswered Recorded = new(FirmAnswerOutcome.Recorded);
    public static readonly FirmAnswered Kept = new(FirmAnswerOutcome.KeptAsComment);
}

public enum FirmAnswerOutcome
{
    Recorded,

    /// <summary>The name is not the representative's: kept as a comment, told to the desk, not counted.</summary>
    KeptAsComment,

    /// <summary>Nothing recorded but the try itself.</summary>
    CodeWrong,

    /// <summary>No code, used up, too old, or made for something else: a new one is asked for.</summary>
    CodeUnusable,
}
