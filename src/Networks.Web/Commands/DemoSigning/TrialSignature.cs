using System.Security.Cryptography.X509Certificates;
using MediatR;
using Networks.Data;
using Networks.Web.Infrastructure;
using Networks.Workflows.Access;
using Networks.Workflows.Common;
using Networks.Workflows.Signatures;
using Networks.Workflows.Signing.ShowSigning;

namespace Networks.Web.Commands.DemoSigning;

/// <summary>
/// Who tries the demo has no smart card: here a firm's representative signs the frozen PDF by the demo's own authority, and
/// the file is brought as a real one would be. Only the verb <c>demo</c> registers and maps it; nowhere else is there such
/// an address or such an anchor.
/// </summary>
/// <remarks>The authority lives as long as the process: a file signed before a restart is of an unknown authority after it.</remarks>
internal static class TrialSignature
{
    public static string To(Guid caseId, ParticipantId participant) => $"/networks/{caseId}/signing/{participant.Value}/trial.p7m";

    public static void Add(IServiceCollection services, TimeProvider clock)
    {
        var authority = new DemoAuthority(clock, "Certificatore di prova");
        var told = services.Last(s => s.ServiceType == typeof(SignatureTrust)).ImplementationInstance as SignatureTrust ?? SignatureTrust.None;
        services.AddSingleton(_ => authority);
        services.AddSingleton(told with { Anchors = [.. told.Anchors, X509Certificate2.CreateFromPem(authority.AnchorPem)] });
    }

    public static void Map(IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet("/networks/{id:guid}/signing/{participant:guid}/trial.p7m", SignAsync).WithMetadata(new AccessAttribute(Right.CaseActForFirm));

    private static async Task<IResult> SignAsync(Guid id, Guid participant, HttpContext context, IMediator mediator, IFileStore files, DemoAuthority authority)
    {
        var shown = await mediator.Send(new ShowSigning(new CaseId(id)), context.RequestAborted);
        if (shown.Refusal is { } refusal)
        {
            return Results.StatusCode(RefusalStatus.Of(refusal.Kind));
        }

        var row = shown.Value.Signatories.FirstOrDefault(s => s.Id.Value == participant && s.MayUpload);
        if (shown.Value.Pdf is not { } pdf || row is not { TaxCode: { } taxCode, Representative: { } name })
        {
            return Results.NotFound();
        }

        using var signer = authority.Signer(taxCode, name);
        var signed = authority.Sign(await files.ReadAsync(pdf.Sha256, context.RequestAborted), signer);
        return Results.File(signed, "application/pkcs7-mime", $"contratto-{taxCode}.pdf.p7m");
    }
}
