using Networks.Data.Connections;
using Networks.Workflows.Registration.ConfirmEffect;
using Networks.Workflows.Registration.RecordOutcome;
using Networks.Workflows.Registration.SendFiling;
using Networks.Workflows.Registration.SendStatement;
using Networks.Workflows.Registration.SetReferenceEnterprise;
using Networks.Workflows.Registration.ShowFilings;
using Networks.Workflows.Registration.ShowSheet;

namespace Networks.Web.Api;

/// <summary>The filings at the chambers and the day of legal effect.</summary>
internal static class RegistrationApi
{
    public static void MapRegistrationApi(this IEndpointRouteBuilder endpoints)
    {
        var api = new ApiGroup(endpoints, "Registration", ApiScopes.NetworksRead, ApiScopes.NetworksWrite);
        api.Get<ShowFilings, FilingsView>("/networks/{id:guid}/filings");
        api.Act<SendStatement, SentStatement>("/networks/{id:guid}/duties/{dutyId:guid}/filing");
        api.Act<SetReferenceEnterprise>("/networks/{id:guid}/reference-enterprise");
        api.Get<ShowFiling, FilingView>("/networks/{id:guid}/filings/{filingId:guid}");
        api.Get<ShowSheet, SheetView>("/networks/{id:guid}/filings/{filingId:guid}/sheet");
        api.Act<SendFiling>("/networks/{id:guid}/filings/{filingId:guid}/sending");
        api.Act<RecordOutcome, RecordedOutcome>("/networks/{id:guid}/filings/{filingId:guid}/outcome");
        api.Get<PreviewEffect, EffectPreview>("/networks/{id:guid}/effect");
        api.Act<ConfirmEffect, ConfirmedEffect>("/networks/{id:guid}/effect");
    }
}
