namespace Networks.Workflows.Common;

/// <summary>
/// What follows from facts whoever changed them: done after the handler of a command and in its transaction, so that it
/// holds or falls with the act.
/// </summary>
public interface IConsequence
{
    /// <summary>Called when everything that the handler changed has been saved.</summary>
    /// <returns>Whether anything followed, which may be unsaved.</returns>
    Task<bool> FollowAsync(CancellationToken cancellationToken);
}
