namespace Networks.Data.Drafts;

/// <summary>
/// The mailed link of one firm in one case: 256 random bits, stored as SHA-256. It only shows; acting needs more. It
/// lives until its last day or until a newer one takes its place.
/// </summary>
public sealed class FirmLink
{
    private FirmLink()
    {
    }

    public FirmLink(Guid id, CaseId caseId, ParticipantId participantId, string tokenHash, DateOnly lastDay, DateTimeOffset createdAt)
    {
        Id = id;
        CaseId = caseId;
        ParticipantId = participantId;
        TokenHash = tokenHash;
        LastDay = lastDay;
        CreatedAt = createdAt;
    }

    public Guid Id { get; private set; }

    public CaseId CaseId { get; private set; }

    public ParticipantId ParticipantId { get; private set; }

    public string TokenHash { get; private set; } = "";

    /// <summary>Last day on which it opens the page, inclusive.</summary>
    public DateOnly LastDay { get; set; }

    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>When a newer link took its place, or the firm left; null while it is the current one.</summary>
    public DateTimeOffset? ReplacedAt { get; set; }
}

/// <summary>A code mailed on request for one approval in a final round: once, at most ten minutes, five tries.</summary>
public sealed class FirmCode
{
    private FirmCode()
    {
    }

    public FirmCode(Guid id, RoundId roundId, ParticipantId participantId, string codeHash, DateTimeOffset expiresAt)
    {
        Id = id;
        RoundId = roundId;
        ParticipantId = participantId;
        CodeHash = codeHash;
        ExpiresAt = expiresAt;
    }

    public Guid Id { get; private set; }

    public RoundId RoundId { get; private set; }

    public ParticipantId ParticipantId { get; private set; }

    /// <summary>Salted SHA-256 of the code: <c>id:code</c>.</summary>
    public string CodeHash { get; private set; } = "";

    public DateTimeOffset ExpiresAt { get; private set; }

    public DateTimeOffset? UsedAt { get; set; }

    public int Tries { get; set; }
}
