using Networks.Data.Connections;
using Networks.Workflows.Common;
using Networks.Workflows.Drafting;
using Networks.Workflows.Drafting.AnswerObjection;
using Networks.Workflows.Drafting.AnswerTalk;
using Networks.Workflows.Drafting.ExtendRound;
using Networks.Workflows.Drafting.FreezeText;
using Networks.Workflows.Drafting.GenerateDraft;
using Networks.Workflows.Drafting.GoOnWithout;
using Networks.Workflows.Drafting.OpenApprovalRound;
using Networks.Workflows.Drafting.PrepareRound;
using Networks.Workflows.Drafting.RecordAnswerOtherwise;
using Networks.Workflows.Drafting.RemindFirms;
using Networks.Workflows.Drafting.ReviseText;
using Networks.Workflows.Drafting.SetTerms;
using Networks.Workflows.Drafting.ShowContract;
using Networks.Workflows.Drafting.ShowRound;
using Networks.Workflows.Drafting.ShowTerms;
using Networks.Workflows.Drafting.UploadVersion;
using Networks.Workflows.Drafting.WithdrawReminders;

namespace Networks.Web.Api;

/// <summary>The terms, the text and the rounds in which the firms agree on it, as the desk works on them.</summary>
internal static class DraftingApi
{
    public static void MapDraftingApi(this IEndpointRouteBuilder endpoints)
    {
        var api = new ApiGroup(endpoints, "Drafting", ApiScopes.NetworksRead, ApiScopes.NetworksWrite);
        api.Get<ShowTerms, TermsSheet>("/networks/{id:guid}/terms");
        api.Act<SetTerms>("/networks/{id:guid}/terms");
        api.Get<ShowContract, ContractSheet>("/networks/{id:guid}/contract");
        api.Act<GenerateDraft, VersionAdded>("/networks/{id:guid}/contract/generated");
        api.Act<UploadVersion, VersionAdded>("/networks/{id:guid}/contract/uploaded");
        api.Keep<FreezeText>("/networks/{id:guid}/contract/frozen");
        api.Ask<PrepareRound, RoundPreparation>("/networks/{id:guid}/round/preparation");
        api.Get<ShowRound, RoundView>("/networks/{id:guid}/round");
        api.Act<OpenApprovalRound, RoundOpened>("/networks/{id:guid}/round");
        api.Act<ExtendRound>("/networks/{id:guid}/round/extension");
        api.Act<RemindFirms, FirmsReminded>("/networks/{id:guid}/round/reminders");
        api.Act<WithdrawReminders, RemindersWithdrawn>("/networks/{id:guid}/round/reminders/withdrawal");
        api.Act<RemindMany, BulkReport>("/reminders");
        api.Act<WithdrawManyReminders, BulkReport>("/reminders/withdrawal");
        api.Act<ReviseText>("/networks/{id:guid}/round/revision");
        api.Act<RecordAnswerOtherwise>("/networks/{id:guid}/round/firms/{participant:guid}/answer");
        api.Act<AnswerObjection>("/networks/{id:guid}/round/firms/{participant:guid}/objection");
        api.Act<AnswerTalk>("/networks/{id:guid}/round/firms/{participant:guid}/talk");
        api.Act<GoOnWithout>("/networks/{id:guid}/round/firms/{participant:guid}/leaving-out");
    }
}
