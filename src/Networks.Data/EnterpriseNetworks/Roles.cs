namespace Networks.Data.EnterpriseNetworks;

// The five roles that are constantly confused, as five types (domain brief 1.11). None can stand for another.

/// <summary>Impresa di riferimento: the participant whose data entry serves the others at the register. Lives in the filings.</summary>
public readonly record struct ReferenceEnterprise(ParticipantId Participant);

/// <summary>Mandataria: agent in tenders or towards funders, by mandate.</summary>
public readonly record struct Mandatary(ParticipantId Participant);

/// <summary>Impresa referente: sends the notices of co-employment (art. 30 co. 4-ter D.Lgs. 276/2003). Need not be a co-employer.</summary>
public readonly record struct CoEmploymentReporter(FirmId Firm);

/// <summary>Capofila: the lead association of a programme. Never a firm of the contract.</summary>
public readonly record struct LeadPartner(AssociationId Association);

/// <summary>Organo comune: the body or person that runs the programme (contract, letter e).</summary>
/// <param name="Holder">Person or body that holds it.</param>
/// <param name="Powers">Powers of management and representation, one a line.</param>
/// <param name="ReplacementRule">How the holder is replaced in the course of the contract.</param>
/// <param name="RepresentationScope">For what it represents the participants; null leaves the statute's list.</param>
public sealed record CommonBody(string Holder, string Powers, string ReplacementRule, string? RepresentationScope)
{
    /// <summary>Years from effect for which it is appointed; null while not agreed.</summary>
    public int? TermYears { get; init; }

    /// <summary>Whether it represents the participants (or the network, for a rete-soggetto) towards others.</summary>
    public bool Represents { get; init; } = true;
}
