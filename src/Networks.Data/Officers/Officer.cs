namespace Networks.Data.Officers;

/// <summary>What a person may be in the service; more than one is possible in a small association.</summary>
[Flags]
public enum OfficerRoles
{
    None = 0,

    /// <summary>Works at the desk of the association.</summary>
    Desk = 1,

    /// <summary>Monitors the programme for the lead association.</summary>
    Lead = 2,

    /// <summary>Reads history and evidence of all cases of the programme, logged.</summary>
    Auditor = 4,

    /// <summary>Runs the service: people, desks, settings, jobs. No case content.</summary>
    Administrator = 8,

    /// <summary>Provider or expert: sees the services asked of it.</summary>
    Expert = 16,
}

/// <summary>A person of an association. The sign-in account has the same id.</summary>
public sealed class Officer
{
    private Officer()
    {
    }

    public Officer(OfficerId id, AssociationId associationId, string fullName, string email, OfficerRoles roles)
    {
        Id = id;
        AssociationId = associationId;
        FullName = fullName;
        Email = email;
        Roles = roles;
    }

    public OfficerId Id { get; private set; }

    public AssociationId AssociationId { get; set; }

    public string FullName { get; set; } = "";

    /// <summary>Normalised lower case; unique.</summary>
    public string Email { get; set; } = "";

    public OfficerRoles Roles { get; set; }

    /// <summary>Two letters: it, en or fr.</summary>
    public string Language { get; set; } = "it";

    public bool IsDisabled { get; set; }

    /// <summary>Single letters are no shortcuts for this person, on whatever machine (WCAG 2.1.4).</summary>
    public bool LettersOff { get; set; }
}
