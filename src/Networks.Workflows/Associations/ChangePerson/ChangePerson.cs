using Networks.Data;
using Networks.Data.Officers;
using Networks.Workflows.Access;
using Networks.Workflows.Common;

namespace Networks.Workflows.Associations.ChangePerson;

/// <summary>
/// Changes the association, the roles and the access of a person of the administrator's programme. A disabled person's
/// sessions end within a minute. Refuses taking one's own administration away.
/// </summary>
[Access(Right.PeopleManage)]
public sealed record ChangePerson(Guid OperationId, OfficerId Officer, AssociationId AssociationId, string? FullName, OfficerRoles Roles, bool IsDisabled)
    : ICommand<Done>, IChecked
{
    public IEnumerable<Refusal> Faults()
    {
        foreach (var fault in AssociationsRefusals.OfName("name", FullName))
        {
            yield return fault;
        }

        if (Roles == OfficerRoles.None)
        {
            yield return AssociationsRefusals.Missing("roles");
        }
    }
}
