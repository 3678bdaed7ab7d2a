namespace Networks.Workflows.Casework.KeptTexts;

/// <summary>How long a text waits for its person.</summary>
internal static class KeptTextAge
{
    private static readonly TimeSpan _longest = TimeSpan.FromDays(30);

    /// <summary>What was kept before this instant is offered no more, and goes with the next text that anybody keeps.</summary>
    public static DateTimeOffset Oldest(DateTimeOffset now) => now - _longest;
}
