namespace Networks.Web.Security;

/// <summary>Addresses of the way in. What follows after it travels along as a path of ours.</summary>
internal static class SignInLink
{
    public const string SignIn = "/sign-in";

    public static string SecondFactor(string? next) => With("/sign-in/second-factor", next);

    public static string Recovery(string? next) => With("/sign-in/recovery", next);

    public static string Enrol(string? next) => With("/sign-in/enrol", next);

    /// <summary>The page where an invited person sets the password.</summary>
    public static string Welcome(Guid account, string token) => $"/welcome/{account}/{token}";

    private static string With(string page, string? next) => next is null ? page : $"{page}?return={Uri.EscapeDataString(next)}";
}
