namespace Networks.Web.Services.ShowServiceRequests;

/// <summary>The services that a network asked for.</summary>
internal static class ServicesLink
{
    public static string To(Guid @case) => $"/networks/{@case}/services";
}
