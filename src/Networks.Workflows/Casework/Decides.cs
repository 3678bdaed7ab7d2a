using Networks.Data.Cases;
using Networks.Data.Work;

namespace Networks.Workflows.Casework;

/// <summary>Which task the day of legal effect hangs on.</summary>
internal static class Decides
{
    /// <summary>
    /// Whether doing this task now would bring the day of effect nearer: the network is not in effect and waits for
    /// this task alone. While others are open too, the last of them decides and not this one.
    /// </summary>
    public static bool Effect(CaseFacts facts, WorkItem item) =>
        facts.Cases[item.CaseId].Status == CaseStatus.Open && facts.Items[item.CaseId].Count() == 1;
}
