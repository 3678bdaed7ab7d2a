namespace Networks.Web.Casework.LookUp;

/// <summary>What was found by the search of the frame.</summary>
internal static class LookUpLink
{
    public const string Page = "/search";
}
