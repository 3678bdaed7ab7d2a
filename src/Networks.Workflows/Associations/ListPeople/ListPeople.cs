using Networks.Data;
using Networks.Data.Associations;
using Networks.Data.Officers;
using Networks.Workflows.Access;
using Networks.Workflows.Common;

namespace Networks.Workflows.Associations.ListPeople;

/// <summary>The associations of the administrator's programme with their people, by name. No case content.</summary>
[Access(Right.PeopleManage)]
public sealed record ListPeople : IQuery<IReadOnlyList<AssociationPeople>>;

public sealed record AssociationPeople(AssociationId Id, string Name, string DeskName, AssociationKind Kind, IReadOnlyList<Person> People);

/// <param name="HasPassword">False while the invitation waits.</param>
/// <param name="HasSecondFactor">False until the first sign-in.</param>
public sealed record Person(
    OfficerId Id, AssociationId AssociationId, string FullName, string Email, OfficerRoles Roles, string Language,
    bool IsDisabled, bool HasPassword, bool HasSecondFactor);
