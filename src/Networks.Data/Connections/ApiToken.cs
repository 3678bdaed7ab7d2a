namespace Networks.Data.Connections;

/// <summary>What a program may ask with a token; the rights of the person whose token it is still hold beside it.</summary>
[Flags]
public enum ApiScopes
{
    None = 0,

    /// <summary>Reading cases, their texts, filings and history, and the worklist.</summary>
    NetworksRead = 1,

    /// <summary>Acting on cases.</summary>
    NetworksWrite = 2,

    /// <summary>Reading the register of firms, its imports and the introductions.</summary>
    FirmsRead = 4,

    /// <summary>Changing the register, importing into it, asking and answering introductions.</summary>
    FirmsWrite = 8,

    /// <summary>Reading the lead's picture.</summary>
    RegionRead = 16,

    /// <summary>Reading people, desks and the state of the service.</summary>
    ServiceRead = 32,

    /// <summary>Changing people and desks, running the service.</summary>
    ServiceWrite = 64,
}

/// <summary>
/// The key of a program that acts for a person of an association, with that person's rights and within its scopes. Only
/// the hash of the secret is kept.
/// </summary>
public sealed class ApiToken
{
    private ApiToken()
    {
    }

    public ApiToken(Guid id, AssociationId associationId, OfficerId officerId, string name, ApiScopes scopes, string secretHash, DateOnly lastDay, OfficerId createdBy, DateTimeOffset createdAt)
    {
        Id = id;
        AssociationId = associationId;
        OfficerId = officerId;
        Name = name;
        Scopes = scopes;
        SecretHash = secretHash;
        LastDay = lastDay;
        CreatedBy = createdBy;
        CreatedAt = createdAt;
    }

    public Guid Id { get; private set; }

    public AssociationId AssociationId { get; private set; }

    /// <summary>Whose rights it uses, and who stands in the history for what it does.</summary>
    public OfficerId OfficerId { get; private set; }

    /// <summary>Which program it was made for.</summary>
    public string Name { get; private set; } = "";

    public ApiScopes Scopes { get; private set; }

    /// <summary>SHA-256 in lower-case hexadecimal; of something that nobody knows until the person has taken the secret.</summary>
    public string SecretHash { get; private set; } = "";

    /// <summary>Last day on which it works, inclusive.</summary>
    public DateOnly LastDay { get; private set; }

    public OfficerId CreatedBy { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>When the person took the secret, which nobody else ever sees; null while the token waits for that and does not work.</summary>
    public DateTimeOffset? TakenAt { get; private set; }

    public DateTimeOffset? RevokedAt { get; private set; }

    /// <summary>To the quarter of an hour; null while nothing came with it.</summary>
    public DateTimeOffset? LastUsedAt { get; set; }

    /// <summary>Once: a token whose secret is lost is ended and another one is made.</summary>
    public void Take(string secretHash, DateTimeOffset at)
    {
        if (TakenAt is not null || RevokedAt is not null)
        {
            throw new InvalidOperationException("The secret was taken, or the token has ended.");
        }

        SecretHash = secretHash;
        TakenAt = at;
    }

    /// <summary>For good. One that has ended already stays as it is.</summary>
    public void End(DateTimeOffset at) => RevokedAt ??= at;
}
