using Networks.Data.Officers;
using Networks.Workflows.Common;

namespace Networks.Web.Security;

/// <summary>The roles of a person as the pages write them.</summary>
internal static class OfficerWords
{
    public static IEnumerable<OfficerRoles> All => Enum.GetValues<OfficerRoles>().Where(r => r != OfficerRoles.None);

    public static string Of(OfficerRoles roles) =>
        string.Join(", ", All.Where(r => roles.HasFlag(r)).Select(One));

    public static string One(OfficerRoles role) => role switch
    {
        OfficerRoles.None => "",
        OfficerRoles.Desk => Words.Say("security.role-desk"),
        OfficerRoles.Lead => Words.Say("security.role-lead"),
        OfficerRoles.Auditor => Words.Say("security.role-auditor"),
        OfficerRoles.Administrator => Words.Say("security.role-administrator"),
        OfficerRoles.Expert => Words.Say("security.role-expert"),
    };
}
