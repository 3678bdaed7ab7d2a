namespace Networks.Data.Changes;

/// <summary>What happens to a network once its contract is signed.</summary>
public enum ChangeKind
{
    /// <summary>Adesione: a firm joins.</summary>
    Accession,

    /// <summary>Recesso, or exclusion: a firm leaves.</summary>
    Withdrawal,

    /// <summary>Modifica: the contract changes.</summary>
    Amendment,

    /// <summary>Scioglimento: the network ends.</summary>
    Closing,
}

public enum ChangeStatus
{
    UnderWay,

    /// <summary>It has happened, with everything that it asked for.</summary>
    Done,

    /// <summary>Taken back, or refused by the participants.</summary>
    GivenUp,
}

/// <summary>One accession, withdrawal, amendment or closing: a reopened case with its own document, votes and filings.</summary>
public sealed class NetworkChange
{
    private NetworkChange()
    {
    }

    public NetworkChange(Guid id, CaseId caseId, ChangeKind kind, DateOnly openedOn)
    {
        Id = id;
        CaseId = caseId;
        Kind = kind;
        OpenedOn = openedOn;
    }

    public Guid Id { get; private set; }

    public CaseId CaseId { get; private set; }

    public ChangeKind Kind { get; private set; }

    public ChangeStatus Status { get; private set; } = ChangeStatus.UnderWay;

    /// <summary>The firm that joins or leaves; null where the change is about the whole network.</summary>
    public ParticipantId? ParticipantId { get; init; }

    /// <summary>Stored word: why a firm leaves, why the network ends; null where the kind has no causes.</summary>
    public string? Cause { get; init; }

    /// <summary>In the desk's own words: the reason, or what is changed.</summary>
    public string? Text { get; set; }

    public DateOnly OpenedOn { get; private set; }

    public DateOnly? EndedOn { get; private set; }

    /// <summary>Legal day on which the notice arrived; null for a change without notice.</summary>
    public DateOnly? NoticeOn { get; init; }

    /// <summary>Legal day from which it counts; null while it hangs on what is still to come.</summary>
    public DateOnly? EffectiveOn { get; set; }

    /// <summary>Contribution to the common fund of a firm that joins, in cents; null without one.</summary>
    public long? ContributionCents { get; init; }

    /// <summary>The enterprise that files for all, named in the deed; null where each files, or the network does.</summary>
    public ParticipantId? FilerId { get; init; }

    /// <summary>The terms as they will be, as JSON; null where they stay.</summary>
    public string? TermsJson { get; init; }

    /// <summary>Last day on which participants vote, inclusive; null where nobody votes.</summary>
    public DateOnly? VoteLastDay { get; set; }

    /// <summary>Legal day of the participants' decision; null before, and where none is needed.</summary>
    public DateOnly? DecidedOn { get; private set; }

    /// <summary>Whether they agreed; null before.</summary>
    public bool? Agreed { get; private set; }

    /// <summary>Legal day of the deed, declaration or notice; null before it is there.</summary>
    public DateOnly? DocumentOn { get; private set; }

    public FileId? Document { get; private set; }

    /// <summary>The text to be signed, as it was made from the template; null where the desk brings a document of its own.</summary>
    public FileId? WordFile { get; private set; }

    /// <summary>The PDF of that text: what alone may be signed.</summary>
    public FileId? FrozenPdf { get; private set; }

    /// <summary>SHA-256 of the bytes of <see cref="FrozenPdf"/>.</summary>
    public string? FrozenHash { get; private set; }

    /// <summary>What is left of the common fund when the network ends, in cents; null while nobody said, and for other changes.</summary>
    public long? ResidualCents { get; set; }

    public string? NotaryName { get; private set; }

    /// <summary>Repertorio number; null for a private document.</summary>
    public string? Repertorio { get; private set; }

    /// <exception cref="InvalidOperationException">It was decided before: the caller checks.</exception>
    public void Decide(bool agreed, DateOnly on)
    {
        if (Agreed is not null)
        {
            throw new InvalidOperationException($"Change {Id} was decided on {DecidedOn}.");
        }

        Agreed = agreed;
        DecidedOn = on;
    }

    public void Sign(DateOnly on, FileId? document, string? notaryName, string? repertorio)
    {
        DocumentOn = on;
        Document = document;
        NotaryName = notaryName;
        Repertorio = repertorio;
    }

    /// <summary>A new text takes the place of the one before: files that were signed over that prove nothing any more.</summary>
    public void Freeze(FileId word, FileId pdf, string sha256) => (WordFile, FrozenPdf, FrozenHash) = (word, pdf, sha256);

    /// <summary>Repeating it keeps the first day.</summary>
    public void End(ChangeStatus status, DateOnly on)
    {
        if (Status == ChangeStatus.UnderWay)
        {
            Status = status;
            EndedOn = on;
        }
    }
}
