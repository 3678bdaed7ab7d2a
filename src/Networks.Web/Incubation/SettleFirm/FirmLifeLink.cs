namespace Networks.Web.Incubation.SettleFirm;

/// <summary>One firm of a network in effect: its answers, and what the desk did about them.</summary>
internal static class FirmLifeLink
{
    public static string To(Guid @case, Guid participant) => $"/networks/{@case}/life/firms/{participant}";
}
