namespace Networks.Web.Drafting.ShowRound;

/// <summary>Where a round of approval stands.</summary>
internal static class ShowRoundLink
{
    public static string To(Guid caseId) => $"/networks/{caseId}/round";

    /// <summary>With the panel that lists every reminder before it goes; looking sends nothing.</summary>
    public static string ToRemind(Guid caseId) => $"/networks/{caseId}/round?remind=1";

    /// <summary>One firm in the round: its answer and what the desk does about it.</summary>
    public static string ToFirm(Guid caseId, Guid participant) => $"/networks/{caseId}/round/firms/{participant}";
}
