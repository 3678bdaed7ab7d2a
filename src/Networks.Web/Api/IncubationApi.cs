using Networks.Data.Connections;
using Networks.Workflows.Incubation.AnswerPulse;
using Networks.Workflows.Incubation.BeginIncubation;
using Networks.Workflows.Incubation.CompleteHealthCheck;
using Networks.Workflows.Incubation.Contributions;
using Networks.Workflows.Incubation.Milestones;
using Networks.Workflows.Incubation.Opportunities;
using Networks.Workflows.Incubation.SendPulse;
using Networks.Workflows.Incubation.SettleFirm;
using Networks.Workflows.Incubation.ShowNetworkLife;
using Networks.Workflows.Intake.TakeInNetwork;

namespace Networks.Web.Api;

/// <summary>How a network in effect lives, and how one that existed before is taken in.</summary>
internal static class IncubationApi
{
    public static void MapIncubationApi(this IEndpointRouteBuilder endpoints)
    {
        var api = new ApiGroup(endpoints, "Incubation", ApiScopes.NetworksRead, ApiScopes.NetworksWrite);
        api.Act<TakeInNetwork, TakenIn>("/existing-networks");
        api.Get<ShowHealthCheck, HealthCheck>("/networks/{id:guid}/health");
        api.Act<CompleteHealthCheck>("/networks/{id:guid}/health");
        api.Get<ShowNetworkLife, NetworkLife>("/networks/{id:guid}/life");
        api.Act<BeginIncubation>("/networks/{id:guid}/life");
        api.Get<PreviewPulse, PulsePreview>("/networks/{id:guid}/life/pulse");
        api.Act<SendPulse, SentPulse>("/networks/{id:guid}/life/pulse");
        api.Get<ShowFirmLife, FirmLife>("/networks/{id:guid}/life/firms/{participant:guid}");
        api.Act<WriteDownPulse, AnsweredPulse>("/networks/{id:guid}/life/firms/{participant:guid}/answer");
        api.Act<SettleFirm>("/networks/{id:guid}/life/firms/{participant:guid}");
        api.Make<PlanMilestone, Guid>("/networks/{id:guid}/life/milestones");
        api.Act<PlanFirstDays, PlannedDays>("/networks/{id:guid}/life/first-days");
        api.Make<NoteOpportunity, Guid>("/networks/{id:guid}/life/opportunities");
        api.Act<SettleOpportunity>("/networks/{id:guid}/life/opportunities/{opportunity:guid}");
        api.Act<ReachMilestone>("/networks/{id:guid}/life/milestones/{milestone:guid}");
        api.Act<CallContribution, CalledContributions>("/networks/{id:guid}/life/contributions");
        api.Act<RecordPayment, PaymentRecorded>("/networks/{id:guid}/life/contributions/{contribution:guid}");

        var firm = new ApiGroup(endpoints, "Firm's link", ApiScopes.None, ApiScopes.None);
        firm.Get<ShowFirmPulse, FirmPulse>("/links/{token}/pulse");
        firm.Act<AnswerPulse, AnsweredPulse>("/links/{token}/pulse");
    }
}
