using Networks.Data.Signing;

namespace Networks.Data.Changes;

/// <summary>A signed file of a change with what was found in it. It counts by the same rules as a file of the first deed.</summary>
public sealed class ChangeSignature
{
    private ChangeSignature()
    {
    }

    public ChangeSignature(Guid id, Guid changeId, FileId file, string frozenHash, SignatureVerdict verdict, string reportJson, DateTimeOffset uploadedAt)
    {
        Id = id;
        ChangeId = changeId;
        File = file;
        FrozenHash = frozenHash;
        Verdict = verdict;
        ReportJson = reportJson;
        UploadedAt = uploadedAt;
    }

    public Guid Id { get; private set; }

    public Guid ChangeId { get; private set; }

    public FileId File { get; private set; }

    /// <summary>The text that it was compared with; a later one makes the file worthless.</summary>
    public string FrozenHash { get; private set; } = "";

    public SignatureVerdict Verdict { get; private set; }

    /// <summary>The whole report of the verification as JSON.</summary>
    public string ReportJson { get; private set; } = "";

    public DateTimeOffset UploadedAt { get; private set; }

    public OfficerId? UploadedBy { get; init; }

    /// <summary>Participants whose representative signed it, as found or as accepted. Never null.</summary>
    public IReadOnlyList<ParticipantId> Signatories { get; set; } = [];

    public OfficerId? AcceptedBy { get; private set; }

    public string? AcceptedReason { get; private set; }

    public bool Counts => Verdict == SignatureVerdict.Valid || (Verdict != SignatureVerdict.Invalid && AcceptedBy is not null);

    /// <exception cref="InvalidOperationException">An invalid file cannot be accepted.</exception>
    public void Accept(OfficerId by, string reason)
    {
        if (Verdict == SignatureVerdict.Invalid)
        {
            throw new InvalidOperationException("An invalid signature blocks; nobody can accept it.");
        }

        AcceptedBy ??= by;
        AcceptedReason ??= reason;
    }
}
