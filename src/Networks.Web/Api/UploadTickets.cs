using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Networks.Workflows.Common;

namespace Networks.Web.Api;

/// <summary>
/// What the API gives for an uploaded file, to be named in the act that needs it. A hash alone would do as a name, and
/// would let anybody who knows it attach a file of others to a case of their own.
/// </summary>
internal sealed class UploadTickets(IDataProtectionProvider protection, TimeProvider clock)
{
    /// <summary>A ticket that is not used by then has to be fetched again by uploading.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromHours(24);

    private readonly IDataProtector _protector = protection.CreateProtector("networks.upload-ticket");

    public string For(StoredBytes stored) =>
        _protector.Protect(string.Create(CultureInfo.InvariantCulture, $"{stored.Sha256} {stored.SizeBytes} {clock.GetUtcNow().ToUnixTimeSeconds()}"));

    /// <returns>Null for what is no ticket of ours, or an old one.</returns>
    public StoredBytes? Read(string ticket)
    {
        try
        {
            var parts = _protector.Unprotect(ticket).Split(' ');
            var made = DateTimeOffset.FromUnixTimeSeconds(long.Parse(parts[2], CultureInfo.InvariantCulture));
            return made + Life < clock.GetUtcNow() ? null : new StoredBytes(parts[0], long.Parse(parts[1], CultureInfo.InvariantCulture));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
