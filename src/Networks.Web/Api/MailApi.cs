using Networks.Data.Connections;
using Networks.Workflows.Common;
using Networks.Workflows.Mail.DropMail;
using Networks.Workflows.Mail.ListCaseMail;
using Networks.Workflows.Mail.MendMails;
using Networks.Workflows.Mail.ResendMail;
using Networks.Workflows.Mail.SettleMail;

namespace Networks.Web.Api;

/// <summary>The mails of a case.</summary>
internal static class MailApi
{
    public static void MapMailApi(this IEndpointRouteBuilder endpoints)
    {
        var api = new ApiGroup(endpoints, "Mail", ApiScopes.NetworksRead, ApiScopes.NetworksWrite);
        api.Get<ListCaseMail, CaseMailList>("/networks/{id:guid}/mail");
        api.Act<DropMailOfCase>("/networks/{id:guid}/mail/{message:guid}/withdrawal");
        api.Act<ResendMailOfCase>("/networks/{id:guid}/mail/{message:guid}/resending");
        api.Act<MendMails, BulkReport>("/networks/{id:guid}/mail/chosen");
        api.Act<SettleMailByPhone>("/networks/{id:guid}/mail/{message:guid}/phone");
    }
}
