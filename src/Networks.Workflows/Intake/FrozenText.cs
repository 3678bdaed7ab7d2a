using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Cases;
using Networks.Data.Drafts;
using Networks.Workflows.Common;
using Networks.Workflows.Engine;

namespace Networks.Workflows.Intake;

/// <summary>Whether firms are approving or signing a frozen text, which names them all: then nobody joins but by voiding it.</summary>
internal static class FrozenText
{
    public static async Task<bool> IsFrozenAsync(NetworksDbContext db, Case @case, CancellationToken cancellationToken) =>
        @case.Phase == CasePhase.Signing
        || (@case.Phase == CasePhase.Drafting && await OpenRoundAsync(db, @case.Id, cancellationToken) == RoundKind.Final);

    /// <summary>Kind of the open round; null while there is none.</summary>
    public static async Task<RoundKind?> OpenRoundAsync(NetworksDbContext db, CaseId caseId, CancellationToken cancellationToken) =>
        await db.ApprovalRounds.AsNoTracking().Where(r => r.CaseId == caseId && r.Status == RoundStatus.Open)
            .OrderByDescending(r => r.Number).Select(r => (RoundKind?)r.Kind).FirstOrDefaultAsync(cancellationToken);

    /// <summary>Tells the process that a firm takes part: a working round asks it too, a frozen text is void.</summary>
    public static Task JoinAsync(WorkflowEngine engine, Case @case, ParticipantId participant, bool frozen, CancellationToken cancellationToken) =>
        engine.SignalAsync(
            @case,
            frozen && @case.Phase == CasePhase.Drafting ? CaseSignals.TextChanged : CaseSignals.FirmJoins,
            participant.Value,
            cancellationToken);
}
