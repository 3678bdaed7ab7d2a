namespace Networks.Data.Signing;

/// <summary>Three values and "not looked at": never a bare yes (eIDAS art. 32).</summary>
public enum SignatureVerdict
{
    Valid,

    /// <summary>Blocks: the file proves nothing, or something else.</summary>
    Invalid,

    /// <summary>Cannot be told; passes only with a written reason of a named officer.</summary>
    Indeterminate,

    /// <summary>Kept without a check (a signed PDF, for now).</summary>
    NotChecked,
}

/// <summary>A file that a firm signed outside and a desk brought in, with what was found in it.</summary>
public sealed class SignedFile
{
    private SignedFile()
    {
    }

    public SignedFile(Guid id, CaseId caseId, DraftId draftId, FileId file, SignatureVerdict verdict, string reportJson, DateTimeOffset uploadedAt)
    {
        Id = id;
        CaseId = caseId;
        DraftId = draftId;
        File = file;
        Verdict = verdict;
        ReportJson = reportJson;
        UploadedAt = uploadedAt;
    }

    public Guid Id { get; private set; }

    public CaseId CaseId { get; private set; }

    /// <summary>The version whose frozen PDF it must contain.</summary>
    public DraftId DraftId { get; private set; }

    public FileId File { get; private set; }

    public SignatureVerdict Verdict { get; private set; }

    /// <summary>The whole report of the verification as JSON.</summary>
    public string ReportJson { get; private set; } = "";

    public DateTimeOffset UploadedAt { get; private set; }

    public OfficerId? UploadedBy { get; init; }

    /// <summary>Participants whose representative signed it, as found or as accepted. Never null.</summary>
    public IReadOnlyList<ParticipantId> Signatories { get; set; } = [];

    /// <summary>The officer who let an indeterminate or unchecked file pass; null otherwise.</summary>
    public OfficerId? AcceptedBy { get; private set; }

    public string? AcceptedReason { get; private set; }

    public DateTimeOffset? AcceptedAt { get; private set; }

    /// <summary>Whether the file counts for its signatories.</summary>
    public bool Counts => Verdict == SignatureVerdict.Valid || (Verdict != SignatureVerdict.Invalid && AcceptedBy is not null);

    /// <exception cref="InvalidOperationException">An invalid file cannot be accepted.</exception>
    public void Accept(OfficerId by, string reason, DateTimeOffset at)
    {
        if (Verdict == SignatureVerdict.Invalid)
        {
            throw new InvalidOperationException("An invalid signature blocks; nobody can accept it.");
        }

        AcceptedBy ??= by;
        AcceptedReason ??= reason;
        AcceptedAt ??= at;
    }
}
