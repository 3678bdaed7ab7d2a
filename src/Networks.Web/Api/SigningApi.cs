using Networks.Data.Connections;
using Networks.Workflows.Signing.AcceptSigned;
using Networks.Workflows.Signing.RecordDeed;
using Networks.Workflows.Signing.ShowSigning;
using Networks.Workflows.Signing.UploadSigned;

namespace Networks.Web.Api;

/// <summary>The deed: signed files, or the notary's.</summary>
internal static class SigningApi
{
    public static void MapSigningApi(this IEndpointRouteBuilder endpoints)
    {
        var api = new ApiGroup(endpoints, "Signing", ApiScopes.NetworksRead, ApiScopes.NetworksWrite);
        api.Get<ShowSigning, SigningView>("/networks/{id:guid}/signing");
        api.Act<UploadSigned, UploadedSigned>("/networks/{id:guid}/signing/files");
        api.Act<AcceptSigned, AcceptedSigned>("/networks/{id:guid}/signing/files/{signedFileId:guid}/acceptance");
        api.Act<RecordDeed>("/networks/{id:guid}/deed");
    }
}
