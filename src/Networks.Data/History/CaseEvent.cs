using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Networks.Data.Conventions;

namespace Networks.Data.History;

/// <summary>Who acted.</summary>
public enum ActorKind
{
    /// <summary>A timer or the service itself.</summary>
    Service,

    Officer,

    /// <summary>A firm by its mailed link.</summary>
    Firm,
}

/// <summary>
/// One fact of a case: append-only, with the day it happened and the instant we learnt it, chained by hash to the row
/// before. Text that names persons enters the hash as a salted digest, so that it can be erased later without breaking
/// the chain.
/// </summary>
public sealed class CaseEvent
{
    private CaseEvent()
    {
    }

    public CaseId CaseId { get; private set; }

    /// <summary>1, 2, 3… without gaps within the case.</summary>
    public int Number { get; private set; }

    /// <summary>Stored word, past tense: <c>drafting.draft-approved</c>.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Legal day on which it happened (Europe/Rome).</summary>
    public DateOnly HappenedOn { get; private set; }

    /// <summary>Instant at which the service learnt it.</summary>
    public DateTimeOffset RecordedAt { get; private set; }

    public ActorKind Actor { get; private set; }

    public OfficerId? OfficerId { get; private set; }

    public AssociationId? AssociationId { get; private set; }

    public FirmId? FirmId { get; private set; }

    /// <summary>The operation that wrote it; several rows of one act share it.</summary>
    public Guid OperationId { get; private set; }

    /// <summary>Facts by name, invariant text: days as yyyy-MM-dd, money in cents. Never null.</summary>
    public IReadOnlyDictionary<string, string> Facts { get; private set; } = new Dictionary<string, string>();

    /// <summary>Text typed by or naming a person; null when there is none, or after erasure.</summary>
    public string? PersonalText { get; private set; }

    public string? PersonalSalt { get; private set; }

    public string? PersonalDigest { get; private set; }

    /// <summary>The row of the same case that this one corrects; null for a new fact.</summary>
    public int? Corrects { get; private set; }

    /// <summary>Hash of the row before; null for the first.</summary>
    public string? PreviousHash { get; private set; }

    public string Hash { get; private set; } = "";

    /// <summary>Makes the next row of a chain.</summary>
    public static CaseEvent Next(CaseEventContent content, CaseId caseId, int number, string? previousHash)
    {
        ArgumentNullException.ThrowIfNull(content);
        var salt = content.PersonalText is null ? null : Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        var row = new CaseEvent
        {
            CaseId = caseId,
            Number = number,
            Name = content.Name,
            HappenedOn = content.HappenedOn,
            // Databases keep microseconds; the hash must be of what is read back.
            RecordedAt = content.RecordedAt.AddTicks(-(content.RecordedAt.Ticks % TimeSpan.TicksPerMillisecond)),
            Actor = content.Actor,
            OfficerId = content.OfficerId,
            AssociationId = content.AssociationId,
            FirmId = content.FirmId,
            OperationId = content.OperationId,
            Facts = content.Facts,
            PersonalText = content.PersonalText,
            PersonalSalt = salt,
            PersonalDigest = salt is null ? null : Digest(salt + content.PersonalText),
            Corrects = content.Corrects,
            PreviousHash = previousHash,
        };
        row.Hash = row.ComputeHash();
        return row;
    }

    /// <summary>Whether the row's content is what was hashed, and its personal text (if still there) what was digested.</summary>
    public bool IsIntact() => Hash == ComputeHash()
        && (PersonalText is null || (PersonalSalt is not null && PersonalDigest == Digest(PersonalSalt + PersonalText)));

    /// <summary>Erases the personal text, and the salt with it, so that nobody can find it again by trying. The chain stays whole.</summary>
    public void ErasePersonalText() => (PersonalText, PersonalSalt) = (null, null);

    private string ComputeHash()
    {
        var canonical = string.Join('\n',
            CaseId.Value.ToString("N"),
            Number.ToString(CultureInfo.InvariantCulture),
            Name,
            HappenedOn.ToString("O", CultureInfo.InvariantCulture),
            RecordedAt.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture),
            Actor.ToString(),
            OfficerId?.Value.ToString("N"),
            AssociationId?.Value.ToString("N"),
            FirmId?.Value.ToString("N"),
            OperationId.ToString("N"),
            Json.Write(Facts.OrderBy(f => f.Key, StringComparer.Ordinal).Select(f => new[] { f.Key, f.Value })),
            PersonalDigest,
            Corrects?.ToString(CultureInfo.InvariantCulture),
            PreviousHash);
        return Digest(canonical);
    }

    private static string Digest(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}

/// <summary>What a new row of the history says; place in the chain and hash are added when it is appended.</summary>
public sealed record CaseEventContent
{
    public required string Name { get; init; }

    public required DateOnly HappenedOn { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }

    public required ActorKind Actor { get; init; }

    public OfficerId? OfficerId { get; init; }

    public AssociationId? AssociationId { get; init; }

    public FirmId? FirmId { get; init; }

    public Guid OperationId { get; init; }

    public IReadOnlyDictionary<string, string> Facts { get; init; } = new Dictionary<string, string>();

    public string? PersonalText { get; init; }

    public int? Corrects { get; init; }
}
