using Networks.Data;
using Networks.Data.Cases;
using Networks.Workflows.Access;
using Networks.Workflows.Common;

namespace Networks.Workflows.Casework.LookUp;

/// <summary>
/// What the search of the page's frame finds besides the register: networks by name, reference or firm, firms in the
/// person's networks, and people. What the person may not read is not found, as if it did not exist. The number of
/// statements does not depend on how much there is.
/// </summary>
/// <param name="Text">As typed; nothing is found by nothing.</param>
[Access(Right.OwnAccount)]
public sealed record LookUp(string? Text) : IQuery<Found>
{
    /// <summary>Rows of a group; who needs more narrows the search.</summary>
    public const int Most = 10;

    /// <summary>Longer than any name.</summary>
    public const int LongestText = 100;
}

/// <param name="Networks">Those whose own name or reference was typed come first.</param>
public sealed record Found(IReadOnlyList<FoundNetwork> Networks, IReadOnlyList<FoundFirm> Firms, IReadOnlyList<FoundPerson> People);

/// <param name="Name">Null where the person may know the case and not its name: found by its reference.</param>
/// <param name="Exact">Its name or reference is what was typed.</param>
public sealed record FoundNetwork(CaseId Id, string Reference, string? Name, CasePhase Phase, CaseStatus Status, bool MayOpen, bool Exact);

/// <param name="MayEdit">Whether it is a firm of the person's desk.</param>
public sealed record FoundFirm(CaseId Case, string Network, ParticipantId Participant, string Name, string TaxCode, bool MayEdit);

/// <param name="Officer">Somebody who works in the service; null for a person of a firm.</param>
/// <param name="Of">Desk or firm.</param>
/// <param name="Case">The network of the person's firm; null for an officer.</param>
public sealed record FoundPerson(string Name, string? Address, string Of, OfficerId? Officer, CaseId? Case, ParticipantId? Participant);
