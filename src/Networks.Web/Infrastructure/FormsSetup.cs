namespace Networks.Web.Infrastructure;

/// <summary>Anti-forgery for every form, and the names that our cookies get.</summary>
internal static class FormsSetup
{
    /// <summary>
    /// Setting with the address that people type. With <c>https</c> in it cookies are <c>__Host-</c> and always secure;
    /// without it the service is taken to run on plain loopback.
    /// </summary>
    public const string AddressSetting = "Networks:Address";

    public static IServiceCollection AddNetworksForms(this IServiceCollection services, IConfiguration configuration) =>
        services.AddAntiforgery(options =>
        {
            options.SuppressXFrameOptionsHeader = true;
            Harden(options.Cookie, "networks-form", configuration);
        });

    /// <summary>Names and closes a cookie according to the address of the service.</summary>
    public static void Harden(CookieBuilder cookie, string name, IConfiguration configuration)
    {
        var https = IsHttps(configuration);
        cookie.Name = CookieName(name, configuration);
        cookie.Path = "/";
        cookie.HttpOnly = true;
        cookie.SameSite = SameSiteMode.Lax;
        cookie.SecurePolicy = https ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
    }

    public static string CookieName(string name, IConfiguration configuration) =>
        IsHttps(configuration) ? $"__Host-{name}" : name;

    public static bool IsHttps(IConfiguration configuration) =>
        configuration[AddressSetting]?.StartsWith("https://", StringComparison.OrdinalIgnoreCase) == true;
}
