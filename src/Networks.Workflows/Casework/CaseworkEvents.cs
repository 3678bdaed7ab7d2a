namespace Networks.Workflows.Casework;

/// <summary>Names of the rows that casework writes into a case's history. Stored words.</summary>
public static class CaseworkEvents
{
    public const string Noted = "casework.noted";
    public const string NotedWithFirm = "casework.noted-with-firm";

    /// <summary>Seen by the desk that wrote it and by nobody else.</summary>
    public const string RemarkKept = "casework.remark-kept";

    public const string StepPlanned = "casework.step-planned";
    public const string StepDone = "casework.step-done";
    public const string StepReopened = "casework.step-reopened";
    public const string Corrected = "casework.fact-corrected";
    public const string Closed = "casework.closed";
    public const string Suspended = "casework.suspended";
    public const string Resumed = "casework.resumed";
    public const string TaskHandedOver = "casework.task-handed-over";
    public const string TaskGivenBack = "casework.task-given-back";

    public const string AbsencePlanned = "casework.absence-planned";
    public const string AbsenceEnded = "casework.absence-ended";

    /// <summary>The act before it was taken back by whom it was done.</summary>
    public const string HandOverTakenBack = "casework.hand-over-taken-back";
    public const string Undone = "casework.undone";

    public static readonly IReadOnlyList<string> All =
        [Noted, NotedWithFirm, RemarkKept, StepPlanned, StepDone, StepReopened, Corrected, Closed, Suspended, Resumed, TaskHandedOver, TaskGivenBack, AbsencePlanned, AbsenceEnded, HandOverTakenBack, Undone];
}
