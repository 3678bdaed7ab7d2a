using Networks.Data.Connections;
using Networks.Workflows.Intake.AddFirm;
using Networks.Workflows.Intake.ChooseKind;
using Networks.Workflows.Intake.CompleteIntake;
using Networks.Workflows.Intake.ConfirmFirm;
using Networks.Workflows.Intake.EditFirm;
using Networks.Workflows.Intake.LeaveFirmGaps;
using Networks.Workflows.Intake.OpenCase;
using Networks.Workflows.Intake.PreviewFirms;
using Networks.Workflows.Intake.RemoveFirm;

namespace Networks.Web.Api;

/// <summary>From the phone call to the firms, the kind and the form being settled.</summary>
internal static class IntakeApi
{
    public static void MapIntakeApi(this IEndpointRouteBuilder endpoints)
    {
        var api = new ApiGroup(endpoints, "Intake", ApiScopes.NetworksRead, ApiScopes.NetworksWrite);
        api.Act<OpenCase, OpenedCase>("/networks");
        api.Ask<PreviewFirms, IReadOnlyList<PreviewedFirm>>("/firm-previews");
        api.Get<ShowJoining, JoiningNow>("/networks/{id:guid}/joining");
        api.Ask<PreviewJoiningFirms, IReadOnlyList<PreviewedFirm>>("/networks/{id:guid}/firm-previews");
        api.Act<AddFirm, AddedFirms>("/networks/{id:guid}/firms");
        api.Get<ShowFirm, FirmCard>("/networks/{id:guid}/firms/{participant:guid}");
        api.Act<EditFirm, EditedFirm>("/networks/{id:guid}/firms/{participant:guid}");
        api.Act<LeaveFirmGaps>("/networks/{id:guid}/firms/{participant:guid}/gaps");
        api.Get<ShowProposal, Proposal>("/networks/{id:guid}/firms/{participant:guid}/proposal");
        api.Act<ConfirmFirm, FirmConfirmed>("/networks/{id:guid}/firms/{participant:guid}/proposal");
        api.Get<PreviewRemoval, Removal>("/networks/{id:guid}/firms/{participant:guid}/removal");
        api.Act<RemoveFirm, RemovedFirm>("/networks/{id:guid}/firms/{participant:guid}/removal");
        api.Get<ShowKind, KindNow>("/networks/{id:guid}/kind");
        api.Act<ChooseKind, ChosenKind>("/networks/{id:guid}/kind");
        api.Get<ReviewIntake, IntakeReview>("/networks/{id:guid}/intake");
        api.Act<CompleteIntake>("/networks/{id:guid}/intake");
    }
}
