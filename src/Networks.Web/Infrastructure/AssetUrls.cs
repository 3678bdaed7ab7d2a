using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace Networks.Web.Infrastructure;

/// <summary>Addresses of our own files with their content in the address, so that browsers may keep them for a year.</summary>
public sealed class AssetUrls(IWebHostEnvironment environment)
{
    private readonly ConcurrentDictionary<string, string> _known = new(StringComparer.Ordinal);

    /// <param name="file">Name in <c>wwwroot</c>, without a leading slash.</param>
    /// <exception cref="FileNotFoundException">There is no such file: the caller has a bug.</exception>
    public string Of(string file) => _known.GetOrAdd(file, name =>
    {
        using var stream = environment.WebRootFileProvider.GetFileInfo(name).CreateReadStream();
        return $"/{name}?v={Convert.ToHexStringLower(SHA256.HashData(stream))[..12]}";
    });
}

/// <summary>Serves <c>wwwroot</c>: what carries its content in the address for a year, the rest checked each time.</summary>
internal static class FilesSetup
{
    public static void UseNetworksFiles(this IApplicationBuilder app) => app.UseStaticFiles(new StaticFileOptions
    {
        OnPrepareResponse = file => file.Context.Response.Headers.CacheControl =
            file.Context.Request.Query.ContainsKey("v") ? "public, max-age=31536000, immutable" : "no-cache",
    });
}
