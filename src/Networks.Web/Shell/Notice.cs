using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace Networks.Web.Shell;

/// <summary>The sentence that tells what an act has done, carried over the redirect to the next page and shown once.</summary>
internal static class Notice
{
    private const string Cookie = "networks-notice";

    public static void Keep(HttpContext context, string sentence) =>
        context.Response.Cookies.Append(Cookie, Protector(context).Protect(sentence), new CookieOptions
        {
            MaxAge = TimeSpan.FromMinutes(1),
            HttpOnly = true,
            IsEssential = true,
            SameSite = SameSiteMode.Lax,
            Secure = context.Request.IsHttps,
        });

    /// <returns>The sentence, or null; asking takes it away.</returns>
    public static string? Take(HttpContext context)
    {
        if (context.Request.Cookies[Cookie] is not { Length: > 0 } kept || context.Response.HasStarted)
        {
            return null;
        }

        context.Response.Cookies.Delete(Cookie);
        try
        {
            return Protector(context).Unprotect(kept);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private static IDataProtector Protector(HttpContext context) =>
        context.RequestServices.GetRequiredService<IDataProtectionProvider>().CreateProtector("notice");
}
