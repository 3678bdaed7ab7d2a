using Networks.Data.EnterpriseNetworks;

namespace Networks.Data.Signing;

/// <summary>The deed (atto): made outside, recorded here. One per case.</summary>
public sealed class Deed
{
    private Deed()
    {
    }

    public Deed(CaseId caseId, SignatureForm form, DateOnly date, DraftId draftId)
    {
        CaseId = caseId;
        Form = form;
        Date = date;
        DraftId = draftId;
    }

    public CaseId CaseId { get; private set; }

    public SignatureForm Form { get; private set; }

    /// <summary>Legal day of the deed: the notary's date, or the day of the last digital signature.</summary>
    public DateOnly Date { get; private set; }

    /// <summary>The approved version that it is the deed of.</summary>
    public DraftId DraftId { get; private set; }

    public string? NotaryName { get; init; }

    /// <summary>Repertorio number; null for the digital form.</summary>
    public string? Repertorio { get; init; }

    /// <summary>Raccolta number; null when there is none.</summary>
    public string? Collection { get; init; }

    /// <summary>The uploaded deed; null for the digital form, where the signed files are the deed.</summary>
    public FileId? File { get; init; }

    /// <summary>The officer who confirmed that the deed's text is the approved one.</summary>
    public OfficerId? TextConfirmedBy { get; init; }

    /// <summary>A correction of the recorded date.</summary>
    public void Correct(DateOnly date) => Date = date;
}
