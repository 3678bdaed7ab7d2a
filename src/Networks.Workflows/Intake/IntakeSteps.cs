using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Conventions;
using Networks.Data.EnterpriseNetworks;
using Networks.Data.Firms;
using Networks.Workflows.Engine;

namespace Networks.Workflows.Intake;

/// <summary>Tasks and sets of the intake, named in process definitions. Stored words.</summary>
public static class IntakeSteps
{
    // Only read: what the act has changed is in the database before a set is asked for.
    private static readonly Prepared<CaseId, TakingPart> _taking = new((db, caseId) =>
        from participant in db.Participants.AsNoTracking()
        join firm in db.Firms on participant.FirmId equals firm.Id
        where participant.CaseId == caseId && participant.Status == ParticipantStatus.Active
        orderby participant.Order
        select new TakingPart(participant.Id, firm));

    /// <summary>The desk that follows a named firm says whether it takes part.</summary>
    public const string ConfirmFirm = "confirm-firm";

    /// <summary>The leading desk has what drafting needs: firms, kind, terms.</summary>
    public const string CompleteIntake = "complete-intake";

    /// <summary>The desk that follows a firm sees to what a chamber would suspend its filing for.</summary>
    public const string CheckFirm = "check-firm";

    /// <summary>Participants whose own desk has not confirmed them yet.</summary>
    public static async Task<IReadOnlyList<Guid>> FirmsToConfirm(StepContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        var ids = await context.Db.Participants
            .Where(p => p.CaseId == context.Case.Id && p.Status == ParticipantStatus.Proposed)
            .OrderBy(p => p.Order).Select(p => p.Id).ToListAsync(cancellationToken);
        return [.. ids.Select(id => id.Value)];
    }

    /// <summary>Firms that take part and lack something in the register's eyes, in the contract's order.</summary>
    public static async Task<IReadOnlyList<Guid>> FirmsToCheck(StepContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        var firms = await _taking.ListAsync(context.Db, context.Case.Id, cancellationToken);
        var lacking = new List<Guid>();
        foreach (var firm in firms)
        {
            if ((await FirmGaps.OfAsync(context.Db, firm.Firm, context.Calendar.Today(), cancellationToken)).Count > 0)
            {
                lacking.Add(firm.Participant.Value);
            }
        }

        return lacking;
    }

    private sealed record TakingPart(ParticipantId Participant, Firm Firm);
}
