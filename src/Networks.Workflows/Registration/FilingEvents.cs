using System.Globalization;
using Networks.Workflows.Common;

namespace Networks.Workflows.Registration;

/// <summary>Rows of the history about a filing. An annual statement has rows of its own: no day of effect hangs on it.</summary>
internal static class FilingEvents
{
    /// <summary>The filing is sent, and the history says so.</summary>
    public static void RecordSent(CaseHistory history, FilingAct act, DateOnly on, string protocol)
    {
        act.Filing.Send(on, protocol);
        var facts = Facts(act, on);
        facts["protocol"] = protocol;
        history.Record(act.Case, act.IsStatement ? "registration.statement-sent" : "registration.filing-sent", on, facts, act.Name);
    }

    public static void RecordEntered(CaseHistory history, FilingAct act, DateOnly on)
    {
        act.Filing.Enter(on);
        history.Record(act.Case, act.IsStatement ? "registration.statement-entered" : "registration.filing-entered", on, Facts(act, on), act.Name);
    }

    /// <param name="reason">Stored word.</param>
    /// <param name="words">The chamber's own; null when none.</param>
    public static void RecordSentBack(CaseHistory history, FilingAct act, DateOnly on, bool suspended, string reason, string? words)
    {
        // The stored word, then the chamber's own words after a colon.
        var kept = words is null ? reason : $"{reason}: {words}";
        if (suspended)
        {
            act.Filing.Suspend(kept);
        }
        else
        {
            act.Filing.Reject(kept);
        }

        var facts = Facts(act, on);
        facts["reason"] = reason;
        var name = (act.IsStatement, suspended) switch
        {
            (true, true) => "registration.statement-suspended",
            (true, false) => "registration.statement-rejected",
            (false, true) => "registration.filing-suspended",
            (false, false) => "registration.filing-rejected",
        };
        history.Record(act.Case, name, on, facts, words is null ? act.Name : $"{act.Name}: {words}");
    }

    private static Dictionary<string, string> Facts(FilingAct act, DateOnly on) => new()
    {
        ["chamber"] = act.Chamber,
        ["date"] = on.ToString("O", CultureInfo.InvariantCulture),
        ["filing"] = act.Filing.Id.Value.ToString(),
    };
}
