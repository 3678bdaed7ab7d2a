namespace Networks.Web.Incubation.CompleteHealthCheck;

/// <summary>The health check of a network that is taken in.</summary>
internal static class HealthCheckLink
{
    public static string To(Guid @case) => $"/networks/{@case}/health";
}
