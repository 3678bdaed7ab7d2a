using Networks.Data;
using Networks.Data.Associations;
using Networks.Data.Firms;
using Networks.Workflows.Access;
using Networks.Workflows.Common;

namespace Networks.Workflows.Associations.AddAssociation;

/// <summary>Adds an association to the administrator's programme. Refuses a name that the programme has already.</summary>
/// <param name="Email">Shown to firms; null for none.</param>
/// <param name="Phone">Shown to firms; null for none.</param>
[Access(Right.PeopleManage)]
public sealed record AddAssociation(Guid OperationId, string? Name, string? DeskName, AssociationKind Kind, string? Email, string? Phone)
    : ICommand<AssociationId>, IChecked
{
    /// <summary>Characters; two numbers with their prefixes fit.</summary>
    public const int LongestPhone = 32;

    public IEnumerable<Refusal> Faults()
    {
        foreach (var fault in AssociationsRefusals.OfName("name", Name).Concat(AssociationsRefusals.OfName("desk", DeskName)))
        {
            yield return fault;
        }

        if (Email is not null && !EmailAddress.TryParse(Email, out _, out var wrong))
        {
            yield return new Refusal(RefusalKind.Invalid, wrong.Code) { Field = "email" };
        }

        if (Phone?.Length > LongestPhone)
        {
            yield return new Refusal(RefusalKind.Invalid, "associations.too-long", LongestPhone) { Field = "phone" };
        }
    }
}
