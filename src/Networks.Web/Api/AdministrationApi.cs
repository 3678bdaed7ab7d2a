using Networks.Data.Connections;
using Networks.Workflows.Administration.AddClosingDays;
using Networks.Workflows.Administration.AddTemplateVersion;
using Networks.Workflows.Administration.AnswerDataRequest;
using Networks.Workflows.Administration.ConfirmFact;
using Networks.Workflows.Administration.EditProgramme;
using Networks.Workflows.Administration.EndClosingDays;
using Networks.Workflows.Administration.EraseFirm;
using Networks.Workflows.Administration.Exports;
using Networks.Workflows.Administration.ListDataRequests;
using Networks.Workflows.Administration.ListJournal;
using Networks.Workflows.Administration.ListProgrammes;
using Networks.Workflows.Administration.ListTemplates;
using Networks.Workflows.Administration.MakeTemplateValid;
using Networks.Workflows.Administration.OpenFirmPackage;
using Networks.Workflows.Administration.OpenTemplate;
using Networks.Workflows.Administration.PreviewClosingDays;
using Networks.Workflows.Administration.PreviewEndClosing;
using Networks.Workflows.Administration.PreviewFact;
using Networks.Workflows.Administration.PreviewProgramme;
using Networks.Workflows.Administration.ProveJournal;
using Networks.Workflows.Administration.RecordDataRequest;
using Networks.Workflows.Administration.ShowClosingDays;
using Networks.Workflows.Administration.ShowFirmHoldings;
using Networks.Workflows.Documents;

namespace Networks.Web.Api;

/// <summary>What a programme works with, and who did what.</summary>
internal static class AdministrationApi
{
    public static void MapAdministrationApi(this IEndpointRouteBuilder endpoints)
    {
        var api = new ApiGroup(endpoints, "Administration", ApiScopes.ServiceRead, ApiScopes.ServiceWrite);
        api.Get<ListProgrammes, ProgrammeList>("/programmes");
        api.Act<EditProgramme>("/programme");
        api.Ask<PreviewProgramme, ProgrammePreview>("/programme/preview");
        api.Act<SetTargets>("/programme/targets");
        api.Ask<PreviewTargets, ProgrammePreview>("/programme/targets/preview");
        api.Ask<PreviewFact, ProgrammePreview>("/programme/facts/preview");
        api.Make<ConfirmFact, Guid>("/programme/facts");
        api.Act<WithdrawFact>("/programme/facts/{fact:guid}/withdrawal");
        api.Get<ListJournal, JournalPage>("/journal");
        api.Get<ProveJournal, JournalProof>("/journal/proof");
        api.Get<ShowClosingDays, ClosingCalendar>("/calendar");
        api.Ask<PreviewClosingDays, ClosingDaysPreview>("/calendar/closings/preview");
        api.Make<AddClosingDays, Guid>("/calendar/closings");
        api.Get<PreviewEndClosing, EndClosingPreview>("/calendar/closings/{closing:guid}/end/preview");
        api.Act<EndClosingDays>("/calendar/closings/{closing:guid}/end");
        api.List<ListTemplates, TemplateKind>("/templates", k => k.Folder);
        api.Act<AddTemplateVersion, AddedTemplate>("/templates/{folder}/versions");
        api.Act<MakeTemplateValid>("/templates/versions/{template}/validity");
        api.Download<OpenTemplate, TemplateFile>("/templates/versions/{template}/file", f => (f.Bytes, WordFile.MediaType, f.Name));
        api.List<ListExports, ExportRow>("/exports", e => $"{e.Id}");
        api.Make<AskExport, Guid>("/exports");
        api.Act<EndExport>("/exports/{export:guid}/end");
        api.Stream<OpenExport, ExportFile>("/exports/{export:guid}/file", f => (f.Content, DataPackage.MediaType, f.Name));
        var firms = new ApiGroup(endpoints, "Administration", ApiScopes.FirmsRead, ApiScopes.FirmsWrite);
        firms.List<ListDataRequests, DataRequestRow>("/data-requests", r => $"{r.Id}");
        firms.Get<ShowFirmHoldings, HeldAboutFirm>("/firms/{firm:guid}/data");
        firms.Download<OpenFirmPackage, DataPackage>("/firms/{firm:guid}/data/package", p => (p.Bytes, DataPackage.MediaType, p.Name));
        firms.Make<RecordDataRequest, Guid>("/firms/{firm:guid}/data/requests");
        firms.Act<AnswerDataRequest>("/data-requests/{dataRequest:guid}/answer");
        firms.Act<EraseFirm, FirmErased>("/firms/{firm:guid}/data/erasure");
        api.Download<TryTemplate, TemplateFile>("/templates/versions/{template}/example", f => (f.Bytes, WordFile.MediaType, f.Name));
    }
}
