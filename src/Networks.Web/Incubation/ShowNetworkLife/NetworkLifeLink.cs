namespace Networks.Web.Incubation.ShowNetworkLife;

/// <summary>How a network in effect lives.</summary>
internal static class NetworkLifeLink
{
    public static string To(Guid @case) => $"/networks/{@case}/life";

    public static string ToRow(Guid @case, Guid row) => $"{To(@case)}#row-{row:N}";
}
