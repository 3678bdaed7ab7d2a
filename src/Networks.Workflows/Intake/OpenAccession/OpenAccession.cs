using Networks.Data;
using Networks.Workflows.Access;
using Networks.Workflows.Common;

namespace Networks.Workflows.Intake.OpenAccession;

/// <summary>
/// A firm wants to join a network whose contract is signed: the same checks as at intake, then the contract's own rule
/// says whether the participants decide. Another desk's firm is asked for first. The day of effect never moves.
/// </summary>
/// <remarks>Refused: a network that has not signed yet or is over; more than one firm; one that may not join.</remarks>
/// <param name="Firms">One number or name.</param>
/// <param name="ContributionCents">To the common fund; null without one.</param>
/// <param name="LastDay">Until when the participants decide, inclusive; null for the usual term.</param>
[Access(Right.CaseManage)]
public sealed record OpenAccession(Guid OperationId, CaseId CaseId, string? Firms, long? ContributionCents, DateOnly? LastDay) : ICommand<OpenedAccession>, ICaseRequest
{
    public IReadOnlyList<FirmFacts> Details { get; init; } = [];
}

/// <param name="DeskAsked">Another desk has to say yes first.</param>
/// <param name="Decides">The participants decide.</param>
public sealed record OpenedAccession(Guid Change, string Firm, bool DeskAsked, bool Decides);

/// <summary>What an accession to this network means.</summary>
[Access(Right.CaseManage)]
public sealed record ShowAccessionRule(CaseId CaseId) : IQuery<AccessionRule>, ICaseRequest;

/// <param name="Requirement">What the contract wants of a firm that joins; null where it is silent.</param>
/// <param name="Open">Whoever meets it joins by a declaration.</param>
/// <param name="Percent">Share of the participants that must agree, 0 for more than half.</param>
/// <param name="Refusal">Why nobody can accede now; null when a firm can.</param>
public sealed record AccessionRule(string Network, string? Requirement, bool Open, int Percent, int Participants, bool HasFund, DateOnly? EffectOn, Refusal? Refusal);
