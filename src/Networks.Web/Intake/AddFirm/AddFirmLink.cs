namespace Networks.Web.Intake.AddFirm;

/// <summary>Where a firm is added to a case.</summary>
internal static class AddFirmLink
{
    /// <summary>Name in the query of the numbers that the field holds already.</summary>
    public const string Firms = "firms";

    public static string To(Guid caseId) => $"/networks/{caseId}/add-firm";

    /// <summary>With the firm filled in.</summary>
    public static string To(Guid caseId, string number) => $"{To(caseId)}?{Firms}={Uri.EscapeDataString(number)}";
}
