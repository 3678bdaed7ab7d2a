using Networks.Web.Associations;
using Networks.Web.Connections;
using Networks.Workflows.Access;
using Networks.Workflows.Common;

namespace Networks.Web.Administration.Home;

/// <summary>One page that the administration leads to.</summary>
/// <param name="Word">Stored word of its name and of the sentence about it.</param>
internal sealed record AdministrationDoor(string Word, string Address, Right Right)
{
    public static readonly IReadOnlyList<AdministrationDoor> All =
    [
        new("people", PeopleLink.List, Right.PeopleManage),
        new("programmes", AdministrationLink.Programmes, Right.SettingsManage),
        new("calendars", AdministrationLink.Calendars, Right.SettingsManage),
        new("templates", AdministrationLink.Templates, Right.SettingsManage),
        new("audit", AdministrationLink.Audit, Right.JournalRead),
        new("connections", ConnectionsLink.Tokens, Right.PeopleManage),
        new("webhooks", ConnectionsLink.Webhooks, Right.PeopleManage),
        new("exports", AdministrationLink.Exports, Right.HoldingsExport),
        new("service", "/service", Right.ServiceRun),
        new("procedures", "/procedures/move", Right.ProcedureMoveMany),
    ];

    /// <summary>Those that the person may open.</summary>
    public static IEnumerable<AdministrationDoor> For(IActor actor)
    {
        var held = CaseRelations.WithoutCase(actor);
        return All.Where(door => AccessPolicy.Allows(door.Right, held));
    }
}
