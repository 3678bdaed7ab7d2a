using Networks.Data.Firms;

namespace Networks.Data.EnterpriseNetworks;

/// <summary>The network that a case forms: one per case, with the same id.</summary>
public sealed class EnterpriseNetwork
{
    private EnterpriseNetwork()
    {
    }

    public EnterpriseNetwork(CaseId caseId, string name)
    {
        CaseId = caseId;
        Name = name;
    }

    public CaseId CaseId { get; private set; }

    public string Name { get; set; } = "";

    /// <summary>Null until the three questions are answered.</summary>
    public NetworkKind? Kind { get; set; }

    /// <summary>Null until chosen; which forms are allowed depends on the kind.</summary>
    public SignatureForm? Form { get; set; }

    /// <summary>Seat of the network; needed when there is a fund or legal personality.</summary>
    public PostalAddress? Seat { get; set; }

    public ContractTerms Terms { get; set; } = ContractTerms.None;

    /// <summary>Raised at every change of the terms; a form carries the one it was made from.</summary>
    public int TermsRevision { get; set; } = 1;

    public CommonFund? Fund { get; set; }

    public CommonBody? Body { get; set; }

    public ReferenceEnterprise? ReferenceEnterprise { get; set; }

    public Mandatary? Mandatary { get; set; }

    public CoEmploymentReporter? CoEmploymentReporter { get; set; }

    /// <summary>Tax code of its own, once it has one (rete-soggetto; possible for a rete-contratto).</summary>
    public string? TaxCode { get; set; }

    /// <summary>Day on which it was taken in as a network that existed already; null for one that was formed here.</summary>
    public DateOnly? TakenInOn { get; set; }

    /// <summary>Number of the contract as the register has it (repertorio, or the network's own); null while unknown.</summary>
    public string? ContractNumber { get; set; }

    /// <summary>A firm that leaves holds no role any more.</summary>
    public void VacateRoles(ParticipantId participant, FirmId firm)
    {
        ReferenceEnterprise = ReferenceEnterprise?.Participant == participant ? null : ReferenceEnterprise;
        Mandatary = Mandatary?.Participant == participant ? null : Mandatary;
        CoEmploymentReporter = CoEmploymentReporter?.Firm == firm ? null : CoEmploymentReporter;
    }
}
