using Networks.Data;

namespace Networks.Web.Associations;

/// <summary>Addresses of the pages about people and desks.</summary>
internal static class PeopleLink
{
    public const string List = "/people";

    public const string NewAssociation = "/people/associations/new";

    public static string Invite(AssociationId association) => $"/people/invite?association={association.Value}";

    public static string Person(OfficerId person) => $"/people/{person.Value}";
}
