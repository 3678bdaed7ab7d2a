using Networks.Data.Connections;
using Networks.Workflows.Common;
using Networks.Workflows.Upkeep.MendParked;
using Networks.Workflows.Upkeep.PauseMail;
using Networks.Workflows.Upkeep.ResendMail;
using Networks.Workflows.Upkeep.ResumeMail;
using Networks.Workflows.Upkeep.ShowProcedure;
using Networks.Workflows.Upkeep.ShowUpkeep;

namespace Networks.Web.Api;

/// <summary>The state of the service.</summary>
internal static class UpkeepApi
{
    public static void MapUpkeepApi(this IEndpointRouteBuilder endpoints)
    {
        var api = new ApiGroup(endpoints, "Service", ApiScopes.ServiceRead, ApiScopes.ServiceWrite);
        api.Get<ShowUpkeep, UpkeepNow>("/service");
        api.Get<ShowProcedure, ProcedureShown>("/service/procedure");
        api.Act<PauseMail>("/service/mail/pause");
        api.Act<ResumeMail>("/service/mail/resumption");
        api.Act<MendParked, BulkReport>("/service/mending");
        api.Act<ResendMailWithoutCase>("/service/mail/{message:guid}/resending");
    }
}
