using Networks.Data;
using Networks.Data.Changes;
using Networks.Data.EnterpriseNetworks;
using Networks.Data.Firms;
using Networks.Workflows.Access;
using Networks.Workflows.Common;
using Networks.Workflows.Rules;

namespace Networks.Workflows.Registration.ShowSheet;

/// <summary>
/// The data sheet of one filing: what is typed into the chamber's module, what goes with it, and what to check first.
/// It submits nothing: filings go through the chambers' own channel.
/// </summary>
/// <remarks>Sources S01, S05, S08, S15, S22, S28; what is to be verified carries its mark.</remarks>
[Access(Right.CaseRead)]
public sealed record ShowSheet(CaseId CaseId, FilingId FilingId) : IQuery<SheetView>, ICaseRequest;

public enum SheetRole
{
    /// <summary>Impresa di riferimento: its filing carries the data for all.</summary>
    Reference,

    Participant,

    /// <summary>The network's own first entry (rete-soggetto).</summary>
    OwnEntry,
}

/// <param name="Firm">Null for the network's own entry.</param>
/// <param name="ObjectText">The programme in common, as it goes into the module; null while the terms are silent.</param>
/// <param name="Checks">Keys of the checklist, <c>registration.check-…</c>.</param>
public sealed record SheetView(
    string NetworkName,
    string CaseReference,
    string Chamber,
    bool ChamberToVerify,
    NetworkKind Kind,
    SheetRole Role,
    SheetModule Module,
    SheetFirm? Firm,
    SheetDeed Deed,
    string? ObjectText,
    FeeLine Fee,
    IReadOnlyList<SheetFirm> Participants,
    IReadOnlyList<SheetAttachment> Attachments,
    IReadOnlyList<string> Checks)
{
    /// <summary>Longer objects than these are met in one filing of a thousand; the limit of the field is not known.</summary>
    public const int LongObject = 1300;

    public bool ObjectIsLong => ObjectText?.Length > LongObject;
}

/// <param name="DeedCode">Null where it is not known.</param>
/// <param name="Step">Kind of step inside the module (tipo adempimento) of a later change; null for the first registration, and where none is asked for.</param>
/// <param name="ToVerify">Module or code was not read in an official table.</param>
public sealed record SheetModule(string Module, string? DeedCode, bool ToVerify, SheetStep? Step = null);

/// <param name="Change">The later change that is entered.</param>
/// <param name="Letter">As the module asks for it, G for the end; null where it is not known.</param>
public sealed record SheetStep(ChangeKind Change, string? Letter, bool ToVerify);

/// <param name="Rea">As in <c>LC-123456</c>; null while unknown.</param>
public sealed record SheetFirm(
    string Name, string TaxCode, string? VatNumber, string? Rea, LegalForm LegalForm, string? Seat, string? CertifiedEmail,
    string? Signer, string? SignerTaxCode, string? SignerOffice, bool IsReference);

/// <param name="Sha256">Of the frozen text (standard model) or of the deed's file.</param>
public sealed record SheetDeed(DateOnly Date, SignatureForm Form, int Version, string? Notary, string? Repertorio, string? Collection, string? Sha256);

public sealed record SheetAttachment(FileId File, string Name, string Sha256, long SizeBytes);
