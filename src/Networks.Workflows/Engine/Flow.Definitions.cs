using Networks.Data.Work;

namespace Networks.Workflows.Engine;

/// <summary>How the delegates of a definition are called.</summary>
internal sealed partial class Flow
{
    // Whether what definitions read is in the database: what the act changed before, and what their own effects wrote.
    private bool _flushed;

    // Read again after whatever an effect has changed in them.
    private CaseSubjects? _subjects;

    /// <summary>
    /// For what only reads: conditions and sets read what the act has just decided. What the engine itself has changed
    /// since is not flushed for them, since no definition reads its rows.
    /// </summary>
    public async Task<StepContext> ContextAsync(Guid subject, CancellationToken cancellationToken)
    {
        if (!_flushed)
        {
            await db.SaveChangesAsync(cancellationToken);
            _flushed = true;
        }

        return Context(subject);
    }

    /// <summary>Does what a definition writes. If it fails, nothing of it is left, and all that was before it stays.</summary>
    /// <param name="item">The work item that a reminder is about.</param>
    public async Task DoAsync(Effect effect, Guid subject, CancellationToken cancellationToken, WorkItem? item = null)
    {
        await db.SaveChangesAsync(cancellationToken);
        _flushed = false;
        _subjects = null;
        try
        {
            await effect(Context(subject, item), cancellationToken);
        }
        catch (Exception e) when (IsOfTheStep(e))
        {
            Unwritten.Revert(db);
            throw;
        }
        finally
        {
            _subjects = null;
        }
    }

    private StepContext Context(Guid subject, WorkItem? item = null) =>
        new(db, run.Case, subject, calendar, clock, history, address, facts, mail, _subjects ??= new CaseSubjects(db, run.Case.Id)) { Item = item };
}
