using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Networks.Workflows.Access;

/// <summary>The secret of a firm's mailed link: 256 random bits; only its hash is stored.</summary>
public static class LinkToken
{
    /// <summary>A new token, 43 characters of base64url.</summary>
    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    /// <summary>What is stored: SHA-256 in lower-case hexadecimal.</summary>
    public static string Hash(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}
