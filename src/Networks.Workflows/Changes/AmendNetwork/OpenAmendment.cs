using Networks.Data;
using Networks.Workflows.Access;
using Networks.Workflows.Common;
using Networks.Workflows.Rules;

namespace Networks.Workflows.Changes.AmendNetwork;

/// <summary>
/// The contract of a network in effect is to be changed: each participant is asked by a link of its own, by the contract's
/// own rule for what is touched. Another impresa di riferimento alone asks nobody: one notice to the register is enough.
/// The day of effect never moves.
/// </summary>
/// <remarks>
/// Refused: nothing that differs; another amendment or a closing under way; a network that is not in effect. Law: D.L.
/// 5/2009 art. 3 co. 4-quater (S02), filed once and annotated by the other offices of their own motion.
/// </remarks>
/// <param name="Terms">The whole as it is to be; what equals the present stays as it is.</param>
/// <param name="Text">Why, in the desk's words.</param>
/// <param name="LastDay">Until when the participants decide, inclusive; null for the usual term.</param>
[Access(Right.CaseManage)]
public sealed record OpenAmendment(Guid OperationId, CaseId CaseId, AmendableTerms Terms, string? Text, DateOnly? LastDay)
    : ICommand<OpenedAmendment>, ICaseRequest, IChecked
{
    public IEnumerable<Refusal> Faults() => AmendmentFaults.Of(Terms, Text);
}

/// <param name="Asked">How many participants decide; zero where one notice is enough.</param>
public sealed record OpenedAmendment(Guid Change, IReadOnlyList<AmendedPart> Parts, int Asked);

/// <summary>What can be amended, and what that asks for. Looking has no effect.</summary>
[Access(Right.CaseManage)]
public sealed record ShowAmendmentRule(CaseId CaseId) : IQuery<AmendmentRule>, ICaseRequest;

/// <param name="ProgrammePercent">Share of the participants that can change the programme, 0 for more than half.</param>
/// <param name="BodyPercent">The same for the common body.</param>
/// <param name="Refusal">Why nothing can be amended now; null when it can.</param>
public sealed record AmendmentRule(
    string Network, AmendableTerms Terms, bool HasReference, int ProgrammePercent, int BodyPercent, IReadOnlyList<AmendmentVoter> Voters, DateOnly? EffectOn, Refusal? Refusal);

/// <param name="Mailbox">Null for a firm that is asked by its desk.</param>
public sealed record AmendmentVoter(ParticipantId Participant, string Firm, string? Mailbox);
