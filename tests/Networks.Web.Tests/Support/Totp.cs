using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;

namespace Networks.Web.Tests.Support;

/// <summary>What an authenticator app does: RFC 6238 with SHA-1, half a minute, six digits.</summary>
internal static class Totp
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /// <param name="secret">Base32, spaces allowed.</param>
    /// <param name="steps">Half minutes from now; the server accepts a little more than one either way.</param>
    public static string Code(string secret, int steps = 0) => CodeOf(secret, Step + steps);

    /// <summary>The half minute of now.</summary>
    public static long Step => TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() / 30;

    public static string CodeOf(string secret, long step)
    {
        var counter = new byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
#pragma warning disable CA5350 // authenticator apps use SHA-1
        var hash = HMACSHA1.HashData(Bytes(secret), counter);
#pragma warning restore CA5350
        var value = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(hash[^1] & 15)) & int.MaxValue;
        return (value % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }

    private static byte[] Bytes(string secret)
    {
        var bits = string.Concat(secret.Where(c => c != ' ').Select(c => Convert.ToString(Alphabet.IndexOf(c, StringComparison.Ordinal), 2).PadLeft(5, '0')));
        return [.. Enumerable.Range(0, bits.Length / 8).Select(i => Convert.ToByte(bits.Substring(i * 8, 8), 2))];
    }
}
