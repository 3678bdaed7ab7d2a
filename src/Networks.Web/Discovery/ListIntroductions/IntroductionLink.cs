namespace Networks.Web.Discovery.ListIntroductions;

/// <summary>The introductions that a desk asked for or was asked for.</summary>
internal static class IntroductionLink
{
    public static string To() => "/introductions";

    public static string To(Guid introduction) => $"/introductions/{introduction}";
}
