using System.Buffers.Binary;

namespace Networks.Workflows.Documents;

/// <summary>Counts the entries of a zip before anything allocates one object per entry.</summary>
internal static class ZipDirectory
{
    private const uint _endSignature = 0x06054b50;
    private const uint _entrySignature = 0x02014b50;
    private const int _endLength = 22;
    private const int _entryLength = 46;

    /// <summary>The entries found, counted up to <paramref name="stopAfter"/>, and whether one of them is encrypted.</summary>
    /// <returns>Null where there is no readable directory; large (zip64) archives count as unreadable.</returns>
    public static (int Entries, bool Encrypted)? Read(ReadOnlySpan<byte> zip, int stopAfter)
    {
        var end = FindEnd(zip);
        if (end < 0)
        {
            return null;
        }

        var start = BinaryPrimitives.ReadUInt32LittleEndian(zip[(end + 16)..]);
        if (start > end)
        {
            return null;
        }

        var position = (int)start;
        var entries = 0;
        var encrypted = false;
        while (position + _entryLength <= end && entries <= stopAfter
            && BinaryPrimitives.ReadUInt32LittleEndian(zip[position..]) == _entrySignature)
        {
            entries++;
            encrypted |= (zip[position + 8] & 1) == 1;
            position += _entryLength
                + BinaryPrimitives.ReadUInt16LittleEndian(zip[(position + 28)..])
                + BinaryPrimitives.ReadUInt16LittleEndian(zip[(position + 30)..])
                + BinaryPrimitives.ReadUInt16LittleEndian(zip[(position + 32)..]);
        }

        return (entries, encrypted);
    }

    private static int FindEnd(ReadOnlySpan<byte> zip)
    {
        for (var i = zip.Length - _endLength; i >= Math.Max(0, zip.Length - _endLength - ushort.MaxValue); i--)
        {
            if (BinaryPrimitives.ReadUInt32LittleEndian(zip[i..]) == _endSignature)
            {
                return i;
            }
        }

        return -1;
    }
}
