using Networks.Data.EnterpriseNetworks;

namespace Networks.Data.Programmes;

/// <summary>A partnership of associations with a lead, a territory and a period: the top of the model.</summary>
public sealed class Programme
{
    private Programme()
    {
    }

    public Programme(ProgrammeId id, string code, string name, LeadPartner lead)
    {
        Id = id;
        Code = code;
        Name = name;
        Lead = lead;
    }

    public ProgrammeId Id { get; private set; }

    /// <summary>Short name, e.g. <c>PAL</c>; unique.</summary>
    public string Code { get; private set; } = "";

    public string Name { get; set; } = "";

    public LeadPartner Lead { get; set; }

    public string Territory { get; set; } = "";

    public DateOnly? From { get; set; }

    public DateOnly? Until { get; set; }

    /// <summary>Funder's grant in cents; null when unknown.</summary>
    public long? BudgetCents { get; set; }

    /// <summary>Two-letter languages, the first one leading.</summary>
    public string Languages { get; set; } = "it";

    /// <summary>Counts below it are hidden in the lead's picture; null or lower than the installation's own: the installation's.</summary>
    public int? SmallCell { get; set; }
}
