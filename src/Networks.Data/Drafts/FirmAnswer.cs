namespace Networks.Data.Drafts;

public enum FirmDecision
{
    /// <summary>Silent so far.</summary>
    None,

    Approved,

    /// <summary>Does not agree on a point.</summary>
    Objected,

    WantsToTalk,
}

/// <summary>What one firm answered in one round.</summary>
public sealed class FirmAnswer
{
    private FirmAnswer()
    {
    }

    internal FirmAnswer(ParticipantId participantId) => ParticipantId = participantId;

    public ParticipantId ParticipantId { get; private set; }

    public FirmDecision Decision { get; private set; }

    public DateTimeOffset? AnsweredAt { get; private set; }

    /// <summary>The name that the person typed; null while silent.</summary>
    public string? TypedName { get; private set; }

    /// <summary>Clause that the objection is about, e.g. "7"; null when it is about the whole.</summary>
    public string? Clause { get; private set; }

    /// <summary>The firm's words; null when none.</summary>
    public string? Remark { get; private set; }

    /// <summary>Hash of the text (working round) or of the frozen PDF (final round) that was approved.</summary>
    public string? ApprovedHash { get; private set; }

    /// <summary>The firm left the case during the round; it no longer counts.</summary>
    public bool HasLeft { get; set; }

    /// <summary>When the firm's page was first opened (from the access log); null when it was not.</summary>
    public DateTimeOffset? FirstSeenAt { get; set; }

    public void Record(FirmDecision decision, string typedName, string? clause, string? remark, string? approvedHash, DateTimeOffset at)
    {
        Decision = decision;
        TypedName = typedName;
        Clause = clause;
        Remark = remark;
        ApprovedHash = decision == FirmDecision.Approved ? approvedHash : null;
        AnsweredAt = at;
    }

    /// <summary>Erases who answered and in which words; what was decided stays.</summary>
    public void EraseWords() => (TypedName, Remark) = (null, null);

    /// <summary>Asks again after an objection was answered: the answer before stays in the history.</summary>
    public void AskAgain()
    {
        Decision = FirmDecision.None;
        AnsweredAt = null;
    }
}
