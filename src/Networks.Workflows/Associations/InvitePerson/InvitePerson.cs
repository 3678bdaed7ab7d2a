using Networks.Data;
using Networks.Data.Firms;
using Networks.Data.Officers;
using Networks.Workflows.Access;
using Networks.Workflows.Common;

namespace Networks.Workflows.Associations.InvitePerson;

/// <summary>
/// Gives a person an account of an association of the administrator's programme and mails the one-time link to set the
/// password. Refuses an address that has an account, an unknown association, a missing role.
/// </summary>
/// <param name="Language">Two letters; the language of the mail and of the first pages.</param>
[Access(Right.PeopleManage)]
public sealed record InvitePerson(Guid OperationId, AssociationId AssociationId, string? FullName, string? Email, OfficerRoles Roles, string Language)
    : ICommand<OfficerId>, IChecked
{
    public IEnumerable<Refusal> Faults()
    {
        foreach (var fault in AssociationsRefusals.OfName("name", FullName))
        {
            yield return fault;
        }

        if (!EmailAddress.TryParse(Email, out _, out var wrong))
        {
            yield return new Refusal(RefusalKind.Invalid, wrong.Code) { Field = "email" };
        }

        if (Roles == OfficerRoles.None)
        {
            yield return AssociationsRefusals.Missing("roles");
        }
    }
}
