using Microsoft.Extensions.Logging;
using Networks.Data.Cases;

namespace Networks.Workflows.Engine;

public sealed partial class WorkflowEngine
{
    // Under the guard nobody else writes this process, so one act reads it once; a second attempt has another transaction.
    private (Guid? Transaction, ProcessRun? Run) _read;

    /// <summary>The case's running process with what moves it; null when none runs.</summary>
    internal async Task<(ProcessRun Run, Flow Flow)?> OpenAsync(Case @case, CancellationToken cancellationToken) =>
        await RunOfAsync(@case, cancellationToken) is { } run ? (run, FlowOf(run)) : null;

    private async Task<ProcessRun?> RunOfAsync(Case @case, CancellationToken cancellationToken)
    {
        if (_read is ({ } transaction, { IsRunning: true } run) && run.Case == @case && transaction == db.Database.CurrentTransaction?.TransactionId)
        {
            return run;
        }

        if (_read.Run is not null)
        {
            // It moved another case or an ended process in this act, and may move this one on by what it left there.
            await db.SaveChangesAsync(cancellationToken);
        }

        var read = await ProcessRun.LoadAsync(db, clock, @case, catalog, cancellationToken);
        Keep(read);
        return read;
    }

    private void Keep(ProcessRun? run) => _read = (db.Database.CurrentTransaction?.TransactionId, run);

    private Flow FlowOf(ProcessRun run) => new(run, db, history, calendar, address, facts, mail, clock, (step, e) => StepFailed(e, step));

    [LoggerMessage(Level = LogLevel.Error, Message = "Step {Step} failed and stands still")]
    private partial void StepFailed(Exception exception, string step);
}
