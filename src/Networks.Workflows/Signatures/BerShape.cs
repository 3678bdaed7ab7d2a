namespace Networks.Workflows.Signatures;

/// <summary>
/// A forward reading of BER that never recurses: how long the first element is, and whether it nests deeper than any
/// honest file. It runs before the decoders, which would read a hostile file in time that grows with its depth.
/// </summary>
internal static class BerShape
{
    private const int _maxDepth = 100;

    /// <returns>Length in bytes of the first element with its header; null where the bytes are no BER or nest too deep.</returns>
    public static int? FirstLength(ReadOnlySpan<byte> bytes)
    {
        var open = new Stack<OpenElement>();
        var at = 0;
        while (open.Count <= _maxDepth)
        {
            var limit = open.TryPeek(out var parent) ? parent.Limit : bytes.Length;
            if (!Header(bytes[at..limit], out var header) || header.Length > limit - at - header.Bytes)
            {
                return null;
            }

            at += header.Bytes;
            if (header.IsEndOfContents)
            {
                if (open.Count == 0 || open.Pop().End is not null)
                {
                    return null;
                }
            }
            else if (header.Length is null)
            {
                open.Push(new OpenElement(null, limit));
            }
            else if (header.IsConstructed)
            {
                open.Push(new OpenElement(at + header.Length, at + header.Length.Value));
            }
            else
            {
                at += header.Length.Value;
            }

            while (open.TryPeek(out var ended) && ended.End == at)
            {
                open.Pop();
            }

            if (open.Count == 0)
            {
                return at;
            }
        }

        return null;
    }

    private static bool Header(ReadOnlySpan<byte> bytes, out BerHeader header)
    {
        header = default;
        var at = 1;
        if (bytes.Length < 2)
        {
            return false;
        }

        if ((bytes[0] & 0x1F) == 0x1F)
        {
            while (at < bytes.Length && (bytes[at] & 0x80) != 0)
            {
                at++;
            }

            at++;
        }

        if (at >= bytes.Length)
        {
            return false;
        }

        var first = bytes[at++];
        var constructed = (bytes[0] & 0x20) != 0;
        if (first == 0x80)
        {
            header = new BerHeader(at, null, constructed, IsEndOfContents: false);
            return constructed;
        }

        var length = first < 0x80 ? first : 0;
        for (var more = first < 0x80 ? 0 : first & 0x7F; more > 0; more--)
        {
            if (at >= bytes.Length || length > int.MaxValue >> 8)
            {
                return false;
            }

            length = (length << 8) | bytes[at++];
        }

        header = new BerHeader(at, length, constructed, bytes[0] == 0 && length == 0);
        return true;
    }

    // End is null for indefinite length, which ends at its end-of-contents mark; Limit is where it must have ended.
    private readonly record struct OpenElement(int? End, int Limit);

    private readonly record struct BerHeader(int Bytes, int? Length, bool IsConstructed, bool IsEndOfContents);
}
