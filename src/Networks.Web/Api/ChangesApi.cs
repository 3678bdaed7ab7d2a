using Networks.Data.Connections;
using Networks.Workflows.Changes.AcceptWithdrawal;
using Networks.Workflows.Changes.AmendNetwork;
using Networks.Workflows.Changes.CloseNetwork;
using Networks.Workflows.Changes.ConfirmEnd;
using Networks.Workflows.Changes.ConsolidateText;
using Networks.Workflows.Changes.GiveUpChange;
using Networks.Workflows.Changes.MakeText;
using Networks.Workflows.Changes.RecordDocument;
using Networks.Workflows.Changes.RecordVote;
using Networks.Workflows.Changes.SettleFund;
using Networks.Workflows.Changes.SettleLine;
using Networks.Workflows.Changes.ShowChange;
using Networks.Workflows.Changes.WhatIf;
using Networks.Workflows.Intake.OpenAccession;

namespace Networks.Web.Api;

/// <summary>What happens to a network after its deed: firms that join and leave, its amendments and its end.</summary>
internal static class ChangesApi
{
    public static void MapChangesApi(this IEndpointRouteBuilder endpoints)
    {
        var api = new ApiGroup(endpoints, "Changes", ApiScopes.NetworksRead, ApiScopes.NetworksWrite);
        api.Get<ListChanges, ChangeList>("/networks/{id:guid}/changes");
        api.Get<ShowChange, ChangeView>("/networks/{id:guid}/changes/{change:guid}");
        api.Ask<SimulateWithdrawal, WithdrawalSimulation>("/networks/{id:guid}/withdrawal-simulations");
        api.Act<AcceptWithdrawal, AcceptedWithdrawal>("/networks/{id:guid}/withdrawals");
        api.Get<ShowAccessionRule, AccessionRule>("/networks/{id:guid}/accession-rule");
        api.Act<OpenAccession, OpenedAccession>("/networks/{id:guid}/accessions");
        api.Get<ShowAmendmentRule, AmendmentRule>("/networks/{id:guid}/amendment-rule");
        api.Act<OpenAmendment, OpenedAmendment>("/networks/{id:guid}/amendments");
        api.Get<ShowClosingRule, ClosingRule>("/networks/{id:guid}/closing-rule");
        api.Act<OpenClosing, OpenedClosing>("/networks/{id:guid}/closings");
        api.Get<ShowFundSettlement, FundSettlement>("/networks/{id:guid}/changes/{change:guid}/fund");
        api.Act<SettleFund, SettledFund>("/networks/{id:guid}/changes/{change:guid}/fund");
        api.Get<PreviewEnd, EndPreview>("/networks/{id:guid}/changes/{change:guid}/network-end");
        api.Act<ConfirmEnd, ConfirmedEnd>("/networks/{id:guid}/changes/{change:guid}/network-end");
        api.Download<ConsolidateText, ConsolidatedFile>("/networks/{id:guid}/changes/{change:guid}/consolidated-text", file => (file.Bytes, file.ContentType, file.Name));
        api.Ask<MakeChangeText, ChangeText>("/networks/{id:guid}/changes/{change:guid}/text-files", scope: ApiScopes.NetworksWrite);
        api.Act<FreezeChangeText>("/networks/{id:guid}/changes/{change:guid}/text");
        api.Act<RecordDocument>("/networks/{id:guid}/changes/{change:guid}/document");
        api.Act<RecordVote>("/networks/{id:guid}/change-votes/{vote:guid}");
        api.Act<SettleLine>("/networks/{id:guid}/change-lines/{line:guid}");
        api.Act<GiveUpChange>("/networks/{id:guid}/changes/{change:guid}/end");
    }
}
