namespace Networks.Data.Drafts;

public enum DraftOrigin
{
    /// <summary>Made from the template and the case's data.</summary>
    Generated,

    /// <summary>Edited in Word and brought back.</summary>
    Uploaded,
}

/// <summary>A version of the contract's text. Never changed once it exists.</summary>
public sealed class Draft
{
    private Draft()
    {
    }

    public Draft(DraftId id, CaseId caseId, int number, FileId wordFile, string textHash, DateTimeOffset createdAt)
    {
        Id = id;
        CaseId = caseId;
        Number = number;
        WordFile = wordFile;
        TextHash = textHash;
        CreatedAt = createdAt;
    }

    public DraftId Id { get; private set; }

    public CaseId CaseId { get; private set; }

    /// <summary>From 1 within the case.</summary>
    public int Number { get; private set; }

    public FileId WordFile { get; private set; }

    /// <summary>SHA-256 of the text without formatting: two versions with the same words have the same.</summary>
    public string TextHash { get; private set; } = "";

    public DateTimeOffset CreatedAt { get; private set; }

    public OfficerId? CreatedBy { get; init; }

    public DraftOrigin Origin { get; init; }

    /// <summary>Template and version that made it, e.g. <c>network-contract/v1</c>; null for an upload.</summary>
    public string? Template { get; init; }

    /// <summary>What changed, in the officer's words; null when nothing was said.</summary>
    public string? Note { get; init; }

    /// <summary>The PDF frozen when the final round opened; null before.</summary>
    public FileId? FrozenPdf { get; private set; }

    /// <summary>SHA-256 of the frozen PDF's bytes: what firms approve and what alone may be signed.</summary>
    public string? FrozenHash { get; private set; }

    /// <exception cref="InvalidOperationException">Another PDF was frozen before: a version freezes once.</exception>
    public void Freeze(FileId pdf, string sha256)
    {
        if (FrozenHash is not null && FrozenHash != sha256)
        {
            throw new InvalidOperationException($"Version {Number} is already frozen with another PDF.");
        }

        FrozenPdf ??= pdf;
        FrozenHash ??= sha256;
    }
}
