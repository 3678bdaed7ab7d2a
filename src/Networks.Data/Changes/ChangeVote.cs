namespace Networks.Data.Changes;

/// <summary>One participant's say in a change: asked by a mailed link, or recorded by a desk with its proof.</summary>
public sealed class ChangeVote
{
    private ChangeVote()
    {
    }

    public ChangeVote(Guid id, Guid changeId, ParticipantId participantId, string tokenHash, DateTimeOffset askedAt)
    {
        Id = id;
        ChangeId = changeId;
        ParticipantId = participantId;
        TokenHash = tokenHash;
        AskedAt = askedAt;
    }

    public Guid Id { get; private set; }

    public Guid ChangeId { get; private set; }

    public ParticipantId ParticipantId { get; private set; }

    /// <summary>SHA-256 of the secret in the mailed link.</summary>
    public string TokenHash { get; private set; } = "";

    public DateTimeOffset AskedAt { get; private set; }

    /// <summary>Null while the firm is silent.</summary>
    public bool? Yes { get; private set; }

    public DateTimeOffset? AnsweredAt { get; private set; }

    /// <summary>The name typed under the answer; null where a desk recorded it.</summary>
    public string? SignedName { get; private set; }

    public string? Remark { get; private set; }

    /// <summary>The officer who recorded an answer given otherwise; null for the firm's own.</summary>
    public OfficerId? RecordedBy { get; private set; }

    /// <exception cref="InvalidOperationException">It was answered before: the caller checks under the guard.</exception>
    public void Answer(bool yes, string? signedName, string? remark, OfficerId? recordedBy, DateTimeOffset at)
    {
        if (Yes is not null)
        {
            throw new InvalidOperationException($"Vote {Id} was answered at {AnsweredAt}.");
        }

        Yes = yes;
        SignedName = signedName;
        Remark = remark;
        RecordedBy = recordedBy;
        AnsweredAt = at;
    }
}
