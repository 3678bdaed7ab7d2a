using Networks.Data.Connections;
using Networks.Workflows.Casework.Absences;
using Networks.Workflows.Casework.CloseCase;
using Networks.Workflows.Casework.CorrectFact;
using Networks.Workflows.Casework.DropFilter;
using Networks.Workflows.Casework.FinishStep;
using Networks.Workflows.Casework.HandOverMany;
using Networks.Workflows.Casework.HandOverTask;
using Networks.Workflows.Casework.ListFilters;
using Networks.Workflows.Casework.ListMyTasks;
using Networks.Workflows.Casework.ListNetworks;
using Networks.Workflows.Casework.LookUp;
using Networks.Workflows.Casework.RecordNote;
using Networks.Workflows.Casework.SaveFilter;
using Networks.Workflows.Casework.ShowCase;
using Networks.Workflows.Casework.ShowCaseProcedure;
using Networks.Workflows.Casework.ShowHistory;
using Networks.Workflows.Casework.SuspendCase;
using Networks.Workflows.Casework.UndoHandOver;
using Networks.Workflows.Casework.UndoLastAct;
using Networks.Workflows.Common;
using Networks.Workflows.Documents.OpenFile;
using Networks.Workflows.Monitoring.ShowAsLead;
using Networks.Data;

namespace Networks.Web.Api;

/// <summary>The worklist, the list of networks, and what is done on a case in whatever phase it is.</summary>
internal static class CaseworkApi
{
    private const string after = "after";

    public static void MapCaseworkApi(this IEndpointRouteBuilder endpoints)
    {
        var api = new ApiGroup(endpoints, "Casework", ApiScopes.NetworksRead, ApiScopes.NetworksWrite);
        api.Get<ListMyTasks, MyTasks>("/tasks");
        api.Pages<ListNetworks, NetworkList, NetworkRow>("/networks", PrepareAsync, Page, asks: false, "page", "pageSize", after);
        api.Get<LookUp, Found>("/search");
        api.Get<ShowAbsences, AbsencesView>("/absences");
        api.Act<PlanAbsence>("/absences");
        api.Act<EndAbsence>("/absences/{absence:guid}/end");
        api.List<ListFilters, FilterRow>("/filters", f => $"{f.Id}");
        api.Act<SaveFilter>("/filters");
        api.Act<DropFilter>("/filters/{filter:guid}/removal");
        api.Get<ShowCase, CaseView>("/networks/{id:guid}");
        api.Get<ShowHistory, HistoryPage>("/networks/{id:guid}/history");
        api.Get<ShowCorrectableFact, CorrectableFact>("/networks/{id:guid}/history/{number:int}");
        api.Act<CorrectFact, FactCorrected>("/networks/{id:guid}/history/{number:int}");
        api.Get<PrepareNote, NoteForm>("/networks/{id:guid}/notes");
        api.Act<RecordNote, NoteRecorded>("/networks/{id:guid}/notes");
        api.Act<FinishStep>("/networks/{id:guid}/steps/{step:guid}");
        api.Get<PreviewHandOver, HandOverPreview>("/networks/{id:guid}/tasks/{item:guid}/hand-over");
        api.Act<HandOverTask>("/networks/{id:guid}/tasks/{item:guid}/hand-over");
        api.Act<HandOverNetwork, TasksHandedOver>("/networks/{id:guid}/hand-over");
        api.Act<HandOverMany, BulkReport>("/hand-over");
        api.Act<UndoHandOver, BulkReport>("/hand-over/undo");
        api.Act<UndoHandOverOf, TasksTakenBack>("/networks/{id:guid}/hand-over/undo");
        api.List<ListColleagues, Colleague>("/colleagues", c => $"{c.Id.Value}");
        api.Act<UndoLastAct>("/networks/{id:guid}/undo");
        api.Get<PreviewSuspending, SuspendingPreview>("/networks/{id:guid}/suspension");
        api.Act<SuspendCase>("/networks/{id:guid}/suspension");
        api.Act<ResumeCase>("/networks/{id:guid}/resumption");
        api.Get<PreviewClosing, ClosingPreview>("/networks/{id:guid}/closing");
        api.Act<CloseCase>("/networks/{id:guid}/closing");
        api.Get<ShowAsLead, AsLeadView>("/networks/{id:guid}/as-lead");
        api.Get<ShowCaseProcedure, CaseProcedure>("/networks/{id:guid}/procedure");
        api.Download<OpenFile, OpenedFile>("/networks/{id:guid}/files/{file:guid}", file => (file.Bytes, file.ContentType, file.Name));
    }

    // One row more than asked for says whether there is another page.
    private static Task<Result<ListNetworks>> PrepareAsync(HttpContext context, ListNetworks request)
    {
        var limit = ApiPages.Limit(context);
        var cursor = ApiPages.After(context);
        var last = Guid.Empty;
        var refusal = limit.Refusal ?? cursor.Refusal ?? (cursor.Value is { } said && !Guid.TryParse(said, out last) ? ApiPages.CursorWrong : null);
        return Task.FromResult<Result<ListNetworks>>(refusal is not null ? refusal
            : request with { Page = 1, PageSize = limit.Value + 1, After = cursor.Value is null ? null : new CaseId(last) });
    }

    private static ApiPage<NetworkRow> Page(ListNetworks request, NetworkList list)
    {
        var limit = request.PageSize - 1;
        return new ApiPage<NetworkRow>([.. list.Rows.Take(limit)], list.Rows.Count > limit ? ApiPages.Cursor($"{list.Rows[limit - 1].Id.Value}") : null);
    }
}
