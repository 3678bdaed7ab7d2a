namespace Networks.Workflows.Common;

/// <summary>
/// What follows from facts whoever changed them: done after the handler of a command and in its transaction, so that it
/// holds or falls with the act.
/// </summary>
public interface IConsequence
{
    /// <summary>Whether what the handler changed and saved asks for it.</summary>
    bool Waits { get; }

    /// <summary>Called when everything that the handler changed has been saved, and one of the consequences waits.</summary>
    /// <returns>Whether anything followed, which may be unsaved.</returns>
    Task<bool> FollowAsync(CancellationToken cancellationToken);
}
