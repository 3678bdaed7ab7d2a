namespace Networks.Web.Incubation.AnswerPulse;

/// <summary>The five questions, by a firm's mailed link.</summary>
internal static class PulsePageLink
{
    public static string To(string token) => $"/f/{token}/pulse";
}
