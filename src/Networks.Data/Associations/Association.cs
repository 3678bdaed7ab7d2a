namespace Networks.Data.Associations;

/// <summary>What an association does in its programme.</summary>
public enum AssociationKind
{
    /// <summary>Runs a desk (sportello) with firms of its own.</summary>
    Desk,

    /// <summary>Delivers services (university office, consultants) and follows no firms.</summary>
    Provider,
}

/// <summary>An association with its desk. Each owns its firms and its cases.</summary>
public sealed class Association
{
    private Association()
    {
    }

    public Association(AssociationId id, ProgrammeId programmeId, string name, string deskName, AssociationKind kind)
    {
        Id = id;
        ProgrammeId = programmeId;
        Name = name;
        DeskName = deskName;
        Kind = kind;
    }

    public AssociationId Id { get; private set; }

    public ProgrammeId ProgrammeId { get; private set; }

    public string Name { get; set; } = "";

    /// <summary>How pages and mails call it: "Desk di Lecco".</summary>
    public string DeskName { get; set; } = "";

    public AssociationKind Kind { get; set; }

    public string Country { get; set; } = "IT";

    public string? Email { get; set; }

    public string? Phone { get; set; }

    public bool IsClosed { get; set; }
}
