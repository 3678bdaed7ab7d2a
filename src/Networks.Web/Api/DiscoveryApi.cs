using System.Text;
using MediatR;
using Networks.Data;
using Networks.Data.Connections;
using Networks.Workflows.Common;
using Networks.Workflows.Discovery.AnswerAsDesk;
using Networks.Workflows.Discovery.AnswerAsFirm;
using Networks.Workflows.Discovery.AnswerNeed;
using Networks.Workflows.Discovery.AskIntroduction;
using Networks.Workflows.Discovery.BeginImportStage;
using Networks.Workflows.Discovery.ChooseTime;
using Networks.Workflows.Discovery.CloseNeed;
using Networks.Workflows.Discovery.DownloadFaults;
using Networks.Workflows.Discovery.DecideConsents;
using Networks.Workflows.Discovery.FindFirm;
using Networks.Workflows.Discovery.FindPartners;
using Networks.Workflows.Discovery.FirmPages;
using Networks.Workflows.Discovery.KnownNetworks;
using Networks.Workflows.Discovery.ListEnding;
using Networks.Workflows.Discovery.ListFirms;
using Networks.Workflows.Discovery.ListImports;
using Networks.Workflows.Discovery.ListIntroductions;
using Networks.Workflows.Discovery.ListMeetings;
using Networks.Workflows.Discovery.ListNeeds;
using Networks.Workflows.Discovery.MatchColumns;
using Networks.Workflows.Discovery.Meetings;
using Networks.Workflows.Discovery.NoteAnswerRead;
using Networks.Workflows.Discovery.NoteSearch;
using Networks.Workflows.Discovery.ProposeMeeting;
using Networks.Workflows.Discovery.SaveFirmRecord;
using Networks.Workflows.Discovery.SendNeed;
using Networks.Workflows.Discovery.ShowFirmRecord;
using Networks.Workflows.Discovery.ShowImport;
using Networks.Workflows.Discovery.TellMeeting;
using Networks.Workflows.Discovery.UploadFirms;

namespace Networks.Web.Api;

/// <summary>The register of firms, partners among the cards of other desks, and introductions.</summary>
internal static class DiscoveryApi
{
    public static void MapDiscoveryApi(this IEndpointRouteBuilder endpoints)
    {
        var firms = new ApiGroup(endpoints, "Discovery", ApiScopes.FirmsRead, ApiScopes.FirmsWrite);
        firms.Pages<ListFirms, FirmList, FirmListRow>("/firms/search", PrepareAsync, Page, asks: true, "page");
        firms.List<FindFirm, FirmHit>("/firms", f => $"{f.Id.Value}");
        firms.List<ListEnding, EndingRow>("/firms/ending", f => $"{f.Id.Value}");
        firms.Make<SaveFirmRecord, FirmId>("/firms");
        firms.Get<ShowFirmRecord, FirmRecord>("/firms/{firm:guid}");
        firms.Act<RenewConsents, ConsentsDecided>("/firms/{firm:guid}/consents/renewal");
        firms.Act<WithdrawConsents, ConsentsDecided>("/firms/{firm:guid}/consents/withdrawal");
        firms.Act<DecideConsents, BulkReport>("/firms/consents");
        firms.Act<SendFirmPage>("/firms/{firm:guid}/own-page");
        firms.Get<ShowNetworkWorkbook, WorkbookState>("/known-networks");
        firms.Act<ImportNetworkWorkbook, ImportedWorkbook>("/known-networks");
        firms.List<ListImports, ImportRow>("/imports", i => $"{i.Id}");
        firms.Make<UploadFirms, Guid>("/imports");
        firms.Get<ShowImport, ImportNow>("/imports/{import:guid}");
        firms.Act<MatchColumns>("/imports/{import:guid}/columns");
        firms.Act<BeginImportStage>("/imports/{import:guid}/stage");
        firms.Download<DownloadFaults, string>("/imports/{import:guid}/faults", text => ([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text)], "text/csv; charset=utf-8", "faults.csv"));
        firms.Ask<FindPartners, PartnerList>("/networks/{id:guid}/partner-searches", NoteAsync);
        firms.Get<ShowCardToAsk, CardToAsk>("/networks/{id:guid}/cards/{card:guid}");
        firms.Make<AskIntroduction, Guid>("/networks/{id:guid}/cards/{card:guid}/introduction");
        firms.List<ListIntroductions, IntroductionRow>("/introductions", i => $"{i.Id}");
        firms.Get<ShowIntroduction, IntroductionRow>("/introductions/{introduction:guid}");
        firms.Act<AnswerAsDesk>("/networks/{id:guid}/introductions/{introduction:guid}/answer");
        firms.Ask<PrepareNeed, NeedPreparation>("/networks/{id:guid}/need/preview");
        firms.Make<SendNeed, Guid>("/networks/{id:guid}/needs");
        firms.Act<AnswerNeed>("/networks/{id:guid}/needs/{need:guid}/answer");
        firms.Act<CloseNeed>("/networks/{id:guid}/needs/{need:guid}/end");
        firms.List<ListNeeds, NeedRow>("/needs", n => $"{n.Id}");
        firms.Get<ShowNeed, NeedView>("/needs/{need:guid}");
        firms.Act<NoteAnswerRead>("/networks/{id:guid}/introductions/{introduction:guid}/read");
        firms.Ask<CheckTimes, IReadOnlyList<MeetingTime>>("/networks/{id:guid}/introductions/{introduction:guid}/times");
        firms.Make<ProposeMeeting, Guid>("/networks/{id:guid}/introductions/{introduction:guid}/meeting");
        firms.Act<TellMeeting>("/networks/{id:guid}/introductions/{introduction:guid}/outcome");
        firms.Act<ChooseTime>("/networks/{id:guid}/meetings/{meeting:guid}/time");
        firms.Act<CancelMeeting>("/networks/{id:guid}/meetings/{meeting:guid}/cancel");
        firms.List<ListMeetings, MeetingRow>("/meetings", m => $"{m.Id}");

        var asked = new ApiGroup(endpoints, "Firm's link", ApiScopes.None, ApiScopes.None);
        asked.Get<ShowFirmIntroduction, FirmIntroduction>("/introduction-links/{key}");
        asked.Act<AnswerAsFirm>("/introduction-links/{key}/answer");
        asked.Act<ChooseTimeAsFirm>("/introduction-links/{key}/time");
        asked.Get<ShowOwnPage, OwnPage>("/firm-pages/{key}");
        asked.Act<DecideOwnConsents>("/firm-pages/{key}/consents");
    }

    // As on the page: what is looked for among the cards of others is kept, and limited.
    private static async Task<Result<FindPartners>> NoteAsync(HttpContext context, FindPartners request)
    {
        if (request.Facets is not { IsEmpty: false } facets)
        {
            return request;
        }

        var noted = await context.RequestServices.GetRequiredService<IMediator>().Send(new NoteSearch(request.CaseId, facets), context.RequestAborted);
        return noted.Refusal is { } refusal ? refusal : request;
    }

    private static Task<Result<ListFirms>> PrepareAsync(HttpContext context, ListFirms request)
    {
        var page = ApiPages.Number(context);
        return Task.FromResult<Result<ListFirms>>(page.Refusal is { } refusal ? refusal : request with { Page = page.Value });
    }

    private static ApiPage<FirmListRow> Page(ListFirms request, FirmList list) => ApiPages.Numbered(list.Rows, request.Page, ListFirms.PageSize, list.Total);
}
