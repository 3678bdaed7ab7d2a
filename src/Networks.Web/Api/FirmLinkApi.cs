using Networks.Data.Connections;
using Networks.Workflows.Drafting;
using Networks.Workflows.Drafting.ApproveDraft;
using Networks.Workflows.Drafting.AskToTalk;
using Networks.Workflows.Drafting.DownloadText;
using Networks.Workflows.Drafting.NameDecider;
using Networks.Workflows.Drafting.ObjectToClause;
using Networks.Workflows.Drafting.RenewLink;
using Networks.Workflows.Drafting.SendCode;
using Networks.Workflows.Drafting.ShowFirmPage;

namespace Networks.Web.Api;

/// <summary>What a firm does by its mailed link: the link is the credential, and no token is asked for.</summary>
internal static class FirmLinkApi
{
    public static void MapFirmLinkApi(this IEndpointRouteBuilder endpoints)
    {
        var api = new ApiGroup(endpoints, "Firm's link", ApiScopes.None, ApiScopes.None);
        api.Get<ShowFirmPage, FirmPageView>("/links/{token}");
        api.Download<DownloadText, DownloadedText>("/links/{token}/text", file => (file.Bytes, file.ContentType, file.Name));
        api.Act<SendCode, CodeSent>("/links/{token}/code");
        api.Act<ApproveDraft, FirmAnswered>("/links/{token}/approval");
        api.Act<ObjectToClause, FirmAnswered>("/links/{token}/objection");
        api.Act<AskToTalk, FirmAnswered>("/links/{token}/talk");
        api.Act<NameDecider, FirmAnswered>("/links/{token}/decider");
        api.Act<RenewLink>("/links/{token}/renewal");
    }
}
