using Networks.Data;
using Networks.Data.EnterpriseNetworks;
using Networks.Data.Signing;
using Networks.Workflows.Access;
using Networks.Workflows.Common;
using Networks.Workflows.Signatures;

namespace Networks.Workflows.Signing.ShowSigning;

/// <summary>Who has to sign the frozen text, who has, with which file, and what was found in it.</summary>
[Access(Right.CaseRead)]
public sealed record ShowSigning(CaseId CaseId) : IQuery<SigningView>, ICaseRequest;

public enum SigningStage
{
    /// <summary>No version has been agreed on in a final round.</summary>
    NotYet,

    /// <summary>Signatures, or the notary's deed, are awaited.</summary>
    Open,

    /// <summary>The deed is made.</summary>
    Made,
}

/// <param name="Form">Null while it is not chosen.</param>
/// <param name="Pdf">The frozen text; null before the final round.</param>
/// <param name="Deed">Null before the deed.</param>
/// <param name="TaxRegistrationPerson">Who takes on the tax registration and signs too; null when the terms name nobody.</param>
/// <param name="MayDecide">The person may judge undecided files and record the deed.</param>
public sealed record SigningView(
    string NetworkName,
    SigningStage Stage,
    SignatureForm? Form,
    FrozenText? Pdf,
    DeedView? Deed,
    IReadOnlyList<SignatoryView> Signatories,
    IReadOnlyList<SignedFileView> Files,
    IReadOnlyList<Refusal> Obstacles,
    string? TaxRegistrationPerson,
    bool MayDecide)
{
    public int SignedCount => Signatories.Count(s => s.File is not null);

    /// <summary>The form in which each representative signs digitally, without public official.</summary>
    public bool IsDigital => Form == SignatureForm.DigitalStandardModel;

    /// <summary>The person may bring files for at least one firm that has not signed.</summary>
    public bool MayUpload => Stage == SigningStage.Open && IsDigital && Signatories.Any(s => s.MayUpload && s.File is null);

    /// <summary>The person may record the notary's deed now.</summary>
    public bool MayRecordDeed => Stage == SigningStage.Open && MayDecide && !IsDigital;
}

/// <param name="Sha256">What firms approved and what alone may be signed.</param>
public sealed record FrozenText(FileId File, int Version, string Sha256, long SizeBytes);

/// <param name="EventNumber">Row of the history that recorded it, for a dated correction.</param>
public sealed record DeedView(DateOnly Date, SignatureForm Form, string? Notary, string? Repertorio, string? Collection, FileId? File, string? ConfirmedBy, int? EventNumber);

/// <param name="Representative">Null while nobody in office is on file.</param>
/// <param name="TaxCode">The one that the signature must carry; null while unknown.</param>
/// <param name="File">The signed file that counts; null while there is none.</param>
/// <param name="MayUpload">The person's desk acts for this firm.</param>
public sealed record SignatoryView(
    ParticipantId Id, string Firm, string Desk, string? Representative, string? TaxCode, Guid? File, SignatureVerdict? Verdict, bool MayUpload);

/// <param name="Waits">An officer has to decide on it.</param>
/// <param name="OtherVersion">It is of a version that is no longer the agreed one: evidence only.</param>
public sealed record SignedFileView(
    Guid Id,
    FileId File,
    string Name,
    string Sha256,
    DateTimeOffset UploadedAt,
    string? UploadedBy,
    SignatureVerdict Verdict,
    string Summary,
    IReadOnlyList<Finding> Findings,
    IReadOnlyList<string> Firms,
    bool Counts,
    bool Waits,
    bool OtherVersion,
    string? AcceptedBy,
    string? AcceptedReason);
