namespace Networks.Workflows.Common;

/// <summary>
/// A count as it may be told where a small one would point at somebody: none, fewer than the width, or the band that it is
/// in. One more or less mostly changes nothing, so that neither a difference of two numbers nor of two days is a small count.
/// </summary>
/// <param name="To">Inclusive.</param>
public sealed record CountRange(int From, int To)
{
    /// <summary>Fewer than the width, but some.</summary>
    public bool IsSmall => From == 1;

    /// <param name="width">Of a band, and the least count that is told; 3 or more, else "some" would mean one.</param>
    public static CountRange Of(int count, int width) =>
        count == 0 ? new(0, 0)
        : count < width ? new(1, width - 1)
        : new(count - (count % width), count - (count % width) + width - 1);
}
