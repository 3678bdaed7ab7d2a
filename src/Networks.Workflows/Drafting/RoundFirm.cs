using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Associations;
using Networks.Data.Drafts;
using Networks.Data.EnterpriseNetworks;
using Networks.Data.Firms;
using Networks.Workflows.Common;

namespace Networks.Workflows.Drafting;

/// <summary>A firm of a case with the desk that follows it.</summary>
internal sealed record RoundFirm(Participant Participant, Firm Firm, Association Desk)
{
    public CultureInfo Language => Words.Known(CultureInfo.GetCultureInfo(Firm.Language));

    /// <summary>Whether the officer leads the case or follows this firm in it.</summary>
    public bool IsOf(IActor actor, AssociationId owner) => actor.Association == owner || actor.Association == Participant.DeskId;

    /// <summary>Everybody of a case who takes part or was proposed, in the contract's order.</summary>
    public static async Task<IReadOnlyList<RoundFirm>> OfAsync(NetworksDbContext db, CaseId caseId, CancellationToken cancellationToken)
    {
        var rows = await (
            from participant in db.Participants
            where participant.CaseId == caseId
                && (participant.Status == ParticipantStatus.Active || participant.Status == ParticipantStatus.Proposed)
            join firm in db.Firms on participant.FirmId equals firm.Id
            join desk in db.Associations on participant.DeskId equals desk.Id
            orderby participant.Order
            select new { participant, firm, desk }).ToListAsync(cancellationToken);
        return [.. rows.Select(r => new RoundFirm(r.participant, r.firm, r.desk))];
    }

    public static async Task<RoundFirm?> FindAsync(NetworksDbContext db, CaseId caseId, ParticipantId id, CancellationToken cancellationToken)
    {
        var row = await (
            from participant in db.Participants
            where participant.CaseId == caseId && participant.Id == id
            join firm in db.Firms on participant.FirmId equals firm.Id
            join desk in db.Associations on participant.DeskId equals desk.Id
            select new { participant, firm, desk }).FirstOrDefaultAsync(cancellationToken);
        return row is null ? null : new RoundFirm(row.participant, row.firm, row.desk);
    }
}

/// <summary>Finding the round that counts.</summary>
internal static class Rounds
{
    public static Task<ApprovalRound?> NewestAsync(NetworksDbContext db, CaseId caseId, CancellationToken cancellationToken) =>
        db.ApprovalRounds.Where(r => r.CaseId == caseId).OrderByDescending(r => r.Number).FirstOrDefaultAsync(cancellationToken);

    public static async Task<ApprovalRound?> OpenAsync(NetworksDbContext db, CaseId caseId, CancellationToken cancellationToken) =>
        await NewestAsync(db, caseId, cancellationToken) is { Status: RoundStatus.Open } round ? round : null;

    /// <summary>Asked, still in the case, and without any answer.</summary>
    public static IEnumerable<FirmAnswer> Silent(this ApprovalRound round) =>
        round.Answers.Where(a => a is { HasLeft: false, Decision: FirmDecision.None });
}
