namespace Networks.Data.Connections;

/// <summary>The secret address from which a person's calendar reads the deadlines. Only the hash of the secret is kept.</summary>
public sealed class CalendarFeed
{
    private CalendarFeed()
    {
    }

    public CalendarFeed(Guid id, OfficerId officerId, string secretHash, DateTimeOffset createdAt)
    {
        Id = id;
        OfficerId = officerId;
        SecretHash = secretHash;
        CreatedAt = createdAt;
    }

    public Guid Id { get; private set; }

    public OfficerId OfficerId { get; private set; }

    /// <summary>SHA-256 in lower-case hexadecimal.</summary>
    public string SecretHash { get; private set; } = "";

    public DateTimeOffset CreatedAt { get; private set; }
}
