namespace Networks.Web.Intake.TakeInNetwork;

/// <summary>A network that exists already is taken in.</summary>
internal static class TakeInNetworkLink
{
    public static string To() => "/networks/take-in";
}
