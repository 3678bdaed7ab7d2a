using System.Formats.Asn1;
using System.Security.Cryptography;

namespace Networks.Workflows.Signatures;

/// <summary>Tells a hostile or broken file from a broken program.</summary>
internal static class MalformedInput
{
    /// <summary>Whether the decoders of the framework throw this kind for bytes that they cannot read.</summary>
    public static bool Explains(Exception exception) => exception
        is CryptographicException
        or AsnContentException
        or ArgumentException
        or FormatException
        or InvalidOperationException
        or NotSupportedException
        or OverflowException
        or IndexOutOfRangeException;
}
