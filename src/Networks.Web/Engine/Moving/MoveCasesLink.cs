namespace Networks.Web.Engine.Moving;

/// <summary>Moving networks in groups.</summary>
internal static class MoveCasesLink
{
    public const string Page = "/procedures/move";
}
