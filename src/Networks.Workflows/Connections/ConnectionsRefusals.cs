using Networks.Workflows.Common;

namespace Networks.Workflows.Connections;

/// <summary>What is refused where programs of an association are connected.</summary>
internal static class ConnectionsRefusals
{
    /// <summary>Not there, or of another programme: the same answer.</summary>
    public static readonly Refusal NotHere = new(RefusalKind.NotFound, "common.not-found");

    public static readonly Refusal NameMissing = new(RefusalKind.Invalid, "connections.name-missing") { Field = "name" };

    public static readonly Refusal ScopesMissing = new(RefusalKind.Invalid, "connections.scopes-missing") { Field = "scopes" };

    public static readonly Refusal PersonMissing = new(RefusalKind.Invalid, "connections.person-missing") { Field = "person" };

    public static readonly Refusal TokenTaken = new(RefusalKind.Conflict, "connections.token-taken");

    public static readonly Refusal TokenEnded = new(RefusalKind.Conflict, "connections.token-ended");

    public static Refusal NameTooLong(int longest) => new(RefusalKind.Invalid, "connections.name-too-long", longest) { Field = "name" };

    public static Refusal LastDayWrong(DateOnly latest) => new(RefusalKind.Invalid, "connections.last-day-wrong", latest) { Field = "last-day" };
}
