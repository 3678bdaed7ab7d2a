namespace Networks.Web.Incubation.SendPulse;

/// <summary>The quarterly check: what would be sent, and to whom.</summary>
internal static class SendPulseLink
{
    public static string To(Guid @case) => $"/networks/{@case}/life/pulse";
}
