using Microsoft.EntityFrameworkCore;
using Networks.Data.EnterpriseNetworks;
using Networks.Workflows.Engine;

namespace Networks.Workflows.Intake;

/// <summary>Tasks and sets of the intake, named in process definitions. Stored words.</summary>
public static class IntakeSteps
{
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
        var firms = await context.Db.Participants
            .Where(p => p.CaseId == context.Case.Id && p.Status == ParticipantStatus.Active)
            .OrderBy(p => p.Order)
            .Join(context.Db.Firms, p => p.FirmId, f => f.Id, (p, f) => new { Participant = p, Firm = f }).ToListAsync(cancellationToken);
        var lacking = new List<Guid>();
        foreach (var firm in firms)
        {
            if ((await FirmGaps.OfAsync(context.Db, firm.Firm, context.Calendar.Today(), cancellationToken)).Count > 0)
            {
                lacking.Add(firm.Participant.Id.Value);
            }
        }

        return lacking;
    }
}
