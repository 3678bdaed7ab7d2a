using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Networks.Data.Conventions;

namespace Networks.Data.Monitoring;

/// <summary>A number of a frozen month with the networks behind it.</summary>
/// <param name="Value">Null where there was nothing to count from (a median of no network).</param>
/// <param name="Evidence">SHA-256 of the references of the networks, one a line, in order.</param>
public sealed record FrozenNumber(string Indicator, int? Value, string Evidence);

/// <summary>
/// The indicators of a programme for one month as they were known when it was frozen; never changed. Its hash is of its
/// own content and of the month before, so that none can be changed without all that follow.
/// </summary>
public sealed class FrozenMonth
{
    private FrozenMonth()
    {
    }

    public FrozenMonth(ProgrammeId programmeId, DateOnly month, DateTimeOffset frozenAt, int definitions, IReadOnlyList<FrozenNumber> numbers, string? previousHash)
    {
        ProgrammeId = programmeId;
        Month = month;
        FrozenAt = frozenAt.AddTicks(-(frozenAt.Ticks % TimeSpan.TicksPerMillisecond));
        Definitions = definitions;
        Numbers = numbers;
        PreviousHash = previousHash;
        Hash = ComputeHash();
    }

    public ProgrammeId ProgrammeId { get; private set; }

    /// <summary>Its first day.</summary>
    public DateOnly Month { get; private set; }

    /// <summary>What was recorded until then is in it.</summary>
    public DateTimeOffset FrozenAt { get; private set; }

    /// <summary>Version of the written definitions.</summary>
    public int Definitions { get; private set; }

    public IReadOnlyList<FrozenNumber> Numbers { get; private set; } = [];

    /// <summary>Of the month frozen before; null for the programme's first.</summary>
    public string? PreviousHash { get; private set; }

    public string Hash { get; private set; } = "";

    public bool IsIntact() => Hash == ComputeHash();

    private string ComputeHash() => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n',
        ProgrammeId.Value.ToString("N"),
        Month.ToString("O", CultureInfo.InvariantCulture),
        FrozenAt.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture),
        Definitions.ToString(CultureInfo.InvariantCulture),
        Json.Write(Numbers),
        PreviousHash))));
}

/// <summary>A number of a frozen month is another one by what was learnt since: both stay, with what changed.</summary>
public sealed class Restatement
{
    private Restatement()
    {
    }

    public Restatement(Guid id, ProgrammeId programmeId, DateOnly month, string indicator, int? before, int? now, DateTimeOffset foundAt)
    {
        Id = id;
        ProgrammeId = programmeId;
        Month = month;
        Indicator = indicator;
        Before = before;
        Now = now;
        FoundAt = foundAt;
    }

    public Guid Id { get; private set; }

    public ProgrammeId ProgrammeId { get; private set; }

    public DateOnly Month { get; private set; }

    public string Indicator { get; private set; } = "";

    /// <summary>As frozen, or as the restatement before said.</summary>
    public int? Before { get; private set; }

    public int? Now { get; private set; }

    public DateTimeOffset FoundAt { get; private set; }

    /// <summary>References of the networks that came in or changed, with a comma between.</summary>
    public string Added { get; init; } = "";

    /// <summary>References of those that count no more.</summary>
    public string Removed { get; init; } = "";

    /// <summary>SHA-256 of the networks behind the new number.</summary>
    public string Evidence { get; init; } = "";

    /// <summary>Whose entry in the history caused it; null where that was the service.</summary>
    public AssociationId? By { get; init; }
}
