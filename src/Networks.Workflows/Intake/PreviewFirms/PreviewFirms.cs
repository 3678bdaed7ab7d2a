using Networks.Data;
using Networks.Data.EnterpriseNetworks;
using Networks.Data.Firms;
using Networks.Workflows.Access;
using Networks.Workflows.Common;
using Networks.Workflows.Rules;

namespace Networks.Workflows.Intake.PreviewFirms;

/// <summary>What is known about the firms that are being typed, before anything is stored.</summary>
/// <param name="Firms">Several numbers or names, one per line or separated by commas.</param>
/// <param name="Kind">The kind of network, if it is decided: professionals depend on it.</param>
[Access(Right.DeskWork)]
public sealed record PreviewFirms(string? Firms, NetworkKind? Kind) : IQuery<IReadOnlyList<PreviewedFirm>>
{
    /// <summary>What was typed about single firms so far.</summary>
    public IReadOnlyList<FirmFacts> Details { get; init; } = [];
}

/// <summary>The same for a running case, whose firms count too.</summary>
[Access(Right.CaseManage)]
public sealed record PreviewJoiningFirms(CaseId CaseId, string? Firms) : IQuery<IReadOnlyList<PreviewedFirm>>, ICaseRequest
{
    public IReadOnlyList<FirmFacts> Details { get; init; } = [];
}

/// <summary>An entry with what the desk may know of it: of another desk's firm only that it is followed elsewhere.</summary>
/// <param name="Name">As on the desk's own file, or as typed.</param>
/// <param name="Refusal">Why it cannot be taken; null when it can.</param>
/// <param name="Findings">What the rule of admission says; the citation is in the rule's catalogue.</param>
public sealed record PreviewedFirm(TypedFirm Entry, EntryState State, string Name, Refusal? Refusal, IReadOnlyList<RuleFinding> Findings)
{
    /// <summary>Null but for a firm of the desk.</summary>
    public KnownFirm? Known { get; init; }

    /// <summary>Networks in which it is by the Chambers' workbook, public as that is; never null.</summary>
    public IReadOnlyList<KnownNetworkHint> Elsewhere { get; init; } = [];

    /// <summary>The number passes its check but its office is none of the known ones; null otherwise.</summary>
    public string? OddOffice { get; init; }
}

/// <summary>What is on the desk's own file.</summary>
/// <param name="Rea">As in <c>LC-123456</c>; null while unknown.</param>
public sealed record KnownFirm(LegalForm LegalForm, string? Rea, RegisterStatus Register, DateOnly? PrivacyOn, string? PrivacyHow);
