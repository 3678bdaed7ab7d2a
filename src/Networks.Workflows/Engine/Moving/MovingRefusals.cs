using Networks.Workflows.Common;
using Networks.Workflows.Engine.Diagrams;

namespace Networks.Workflows.Engine.Moving;

/// <summary>Why a case is not moved. The codes are stored words and keys of their sentences.</summary>
internal static class MovingRefusals
{
    public static readonly Refusal NotThere = new(RefusalKind.NotFound, "common.not-found");
    public static readonly Refusal NotRunning = new(RefusalKind.Conflict, "moving.not-running");
    public static readonly Refusal Suspended = new(RefusalKind.Conflict, "moving.suspended");
    public static readonly Refusal Parked = new(RefusalKind.Conflict, "moving.parked");
    public static readonly Refusal Stale = new(RefusalKind.Conflict, "moving.stale");
    public static readonly Refusal NotMoved = new(RefusalKind.Conflict, "moving.not-moved");
    public static readonly Refusal MailWentOut = new(RefusalKind.Conflict, "moving.mail-went-out");

    public static Refusal NoSuchVersion(int version, int running) => new(RefusalKind.Conflict, "moving.no-such-version", version, running);

    /// <summary>The places by their names for people, in the order of the procedure.</summary>
    public static Refusal NoPlace(IEnumerable<string> paths) =>
        new(RefusalKind.Conflict, "moving.no-place", string.Join(", ", paths.Select(p => $"«{StepNames.Of(p[(p.LastIndexOf('/') + 1)..])}»").Distinct()));

    /// <param name="step">What has been done since, by its stored word.</param>
    public static Refusal GoneOn(string step, DateOnly on) => new(RefusalKind.Conflict, "moving.gone-on", StepNames.Of(step), on);

    public static readonly Refusal GoneOnUnnamed = new(RefusalKind.Conflict, "moving.gone-on-unnamed");
}
