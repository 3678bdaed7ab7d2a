using Networks.Data.Cases;
using Networks.Data.Drafts;
using Networks.Data.Filings;
using Networks.Workflows.Common;

namespace Networks.Workflows.Casework.ShowCase;

/// <summary>Where a case stands in half a sentence: what the title of its page ends with.</summary>
internal static class StateLine
{
    public static CaseState Of(CaseRows rows, CaseFacts facts) => rows.Case.SuspendedAt is { } since
        ? new CaseState("suspended", BusinessCalendar.DayOf(since))
        : Running(rows, facts);

    private static CaseState Running(CaseRows rows, CaseFacts facts) => rows.Case.Status switch
    {
        CaseStatus.ClosedWithoutOutcome => new CaseState("closed"),
        CaseStatus.Ended => new CaseState("ended", rows.Case.ClosedOn!.Value),
        CaseStatus.InEffect => new CaseState("in-effect", rows.Case.EffectOn!.Value),
        CaseStatus.Open => Open(rows, facts),
    };

    private static CaseState Open(CaseRows rows, CaseFacts facts)
    {
        var firms = rows.Firms.Count(f => f.Participant.IsActive);
        switch (rows.Case.Phase)
        {
            case CasePhase.Intake or CasePhase.Discovery:
                return new CaseState(firms == 1 ? "intake-one" : "intake", firms);
            case CasePhase.Drafting when rows.Rounds is [.., { Status: RoundStatus.Open } round]:
                return new CaseState("approval", round.Answers.Count(a => !a.HasLeft && a.Decision == FirmDecision.Approved), round.Answers.Count(a => !a.HasLeft));
            case CasePhase.Drafting:
                return new CaseState("drafting");
            case CasePhase.Signing when facts.Items[rows.Case.Id].Any(i => i.Name == TaskWords.RecordDeed):
                return new CaseState("notary");
            case CasePhase.Signing:
                var missing = facts.Items[rows.Case.Id].Count(i => i.Name == TaskWords.UploadSigned);
                return new CaseState("signing", firms - missing, firms);
            case CasePhase.Registration or CasePhase.FollowUp:
                return new CaseState("registration", facts.Filings.Values.Count(f => f is { IsFirst: true, Status: FilingStatus.Entered }), facts.Filings.Values.Count(f => f.IsFirst));
            default:
                throw new InvalidOperationException($"Phase {rows.Case.Phase} has no words.");
        }
    }
}
