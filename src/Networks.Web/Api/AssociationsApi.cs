using Networks.Data;
using Networks.Data.Connections;
using Networks.Workflows.Associations.AddAssociation;
using Networks.Workflows.Associations.ChangeOwnAccount;
using Networks.Workflows.Associations.ChooseLanguage;
using Networks.Workflows.Associations.ChangePerson;
using Networks.Workflows.Associations.InvitePerson;
using Networks.Workflows.Associations.ListPeople;
using Networks.Workflows.Associations.RenewInvitation;
using Networks.Workflows.Associations.SwitchLetters;

namespace Networks.Web.Api;

/// <summary>People, desks and one's own account.</summary>
internal static class AssociationsApi
{
    public static void MapAssociationsApi(this IEndpointRouteBuilder endpoints)
    {
        var people = new ApiGroup(endpoints, "People", ApiScopes.ServiceRead, ApiScopes.ServiceWrite);
        people.List<ListPeople, AssociationPeople>("/associations", a => $"{a.Id.Value}");
        people.Make<AddAssociation, AssociationId>("/associations");
        people.Make<InvitePerson, OfficerId>("/people");
        people.Act<ChangePerson>("/people/{officer:guid}");
        people.Act<RenewInvitation>("/people/{officer:guid}/invitation");

        var own = new ApiGroup(endpoints, "People", ApiScopes.None, ApiScopes.None);
        own.Get<ShowOwnAccount, OwnAccount>("/account");
        own.Act<ChangeOwnAccount>("/account");
        own.Act<ChooseLanguage>("/account/language");
        own.Act<SwitchLetters>("/account/letters");
    }
}
