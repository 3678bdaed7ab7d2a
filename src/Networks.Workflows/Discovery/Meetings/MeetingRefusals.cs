using Networks.Workflows.Common;

namespace Networks.Workflows.Discovery.Meetings;

/// <summary>Every expected "no" about a meeting.</summary>
internal static class MeetingRefusals
{
    /// <summary>Both must have said yes before anybody meets.</summary>
    public static readonly Refusal NotIntroduced = new(RefusalKind.Conflict, "discovery.meeting-not-introduced");

    public static readonly Refusal TimesMissing = new(RefusalKind.Invalid, "discovery.meeting-times-missing") { Field = "time-1" };

    public static readonly Refusal PlaceMissing = new(RefusalKind.Invalid, "discovery.meeting-place-missing") { Field = "place" };

    public static readonly Refusal TimeNotOffered = new(RefusalKind.Invalid, "discovery.meeting-time-not-offered") { Field = "time" };

    /// <summary>It was fixed, held or cancelled meanwhile.</summary>
    public static readonly Refusal MovedOn = new(RefusalKind.Conflict, "discovery.meeting-moved-on");

    public static readonly Refusal OutcomeMissing = new(RefusalKind.Invalid, "discovery.meeting-outcome-missing") { Field = "outcome" };

    public static readonly Refusal ReasonMissing = new(RefusalKind.Invalid, "discovery.meeting-reason-missing") { Field = "reason" };

    public static readonly Refusal OutcomeKnown = new(RefusalKind.Conflict, "discovery.meeting-outcome-known");

    public static Refusal Past(string field) => new(RefusalKind.Invalid, "discovery.meeting-past") { Field = field };
}
