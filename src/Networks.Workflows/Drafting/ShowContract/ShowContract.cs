using Networks.Data;
using Networks.Data.Drafts;
using Networks.Workflows.Access;
using Networks.Workflows.Common;
using Networks.Workflows.Documents;

namespace Networks.Workflows.Drafting.ShowContract;

/// <summary>The versions of the text, newest first, and what lacks for a generated one.</summary>
[Access(Right.CaseRead)]
public sealed record ShowContract(CaseId CaseId) : IQuery<ContractSheet>, ICaseRequest;

/// <param name="Supersedes">A new version closes the open round or voids the agreed final text.</param>
/// <param name="Missing">What lacks before a draft can be made; empty: nothing.</param>
/// <param name="Changes">What changed in the newest version against the one before, clause by clause; empty for the first.</param>
/// <param name="Editable">False after the deed or when the case is closed.</param>
public sealed record ContractSheet(
    string NetworkName,
    IReadOnlyList<VersionRow> Versions,
    IReadOnlyList<string> Missing,
    IReadOnlyList<ClauseChange> Changes,
    bool Supersedes,
    bool Editable);

/// <param name="Round">The newest round in which it was put to the firms; null when it never was.</param>
public sealed record VersionRow(
    DraftId Id,
    int Number,
    DraftOrigin Origin,
    string? Template,
    string? Author,
    DateTimeOffset CreatedAt,
    string? Note,
    string TextHash,
    FileId WordFile,
    FileId? FrozenPdf,
    string? FrozenHash,
    RoundKind? Round);
