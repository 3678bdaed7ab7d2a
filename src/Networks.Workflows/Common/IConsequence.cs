namespace Networks.Workflows.Common;

/// <summary>
/// What follows from facts whoever changed them: done after the handler of a command and in its transaction, so that it
/// holds or falls with the act.
/// </summary>
public interface IConsequence
{
    Task FollowAsync(CancellationToken cancellationToken);
}
