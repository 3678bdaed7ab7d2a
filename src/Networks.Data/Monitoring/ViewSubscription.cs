namespace Networks.Data.Monitoring;

public enum MailRhythm
{
    Weekly,
    Monthly,
}

/// <summary>A view that is mailed to an officer until they say no more.</summary>
public sealed class ViewSubscription
{
    private ViewSubscription()
    {
    }

    public ViewSubscription(Guid id, OfficerId officerId, MailRhythm rhythm, DateOnly nextOn, string tokenHash)
    {
        Id = id;
        OfficerId = officerId;
        Rhythm = rhythm;
        NextOn = nextOn;
        TokenHash = tokenHash;
    }

    public Guid Id { get; private set; }

    public OfficerId OfficerId { get; private set; }

    public MailRhythm Rhythm { get; private set; }

    /// <summary>The day on which it is mailed next.</summary>
    public DateOnly NextOn { get; set; }

    /// <summary>Chance out of which the key of the link is made that ends it, together with its number.</summary>
    public string TokenHash { get; set; } = "";

    /// <summary>The desk whose networks alone are told; null for all.</summary>
    public AssociationId? Desk { get; init; }

    public DateTimeOffset? EndedAt { get; set; }
}
