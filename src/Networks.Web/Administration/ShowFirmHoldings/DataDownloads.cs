using MediatR;
using Networks.Data;
using Networks.Web.Infrastructure;
using Networks.Workflows.Access;
using Networks.Workflows.Administration.OpenFirmPackage;
using Networks.Workflows.Administration.OpenOwnHoldings;
using Networks.Workflows.Common;

namespace Networks.Web.Administration.ShowFirmHoldings;

/// <summary>What is held about a firm, and about the person who is signed in. Each download stands in the journal.</summary>
internal static class DataDownloads
{
    public static void MapDataDownloads(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet(AdministrationLink.FirmPackage("{firm:guid}"), (Guid firm, HttpContext context, IMediator mediator, IActor actor, JournalNotes journal) =>
            GiveAsync(context, mediator, actor, journal, new OpenFirmPackage(new FirmId(firm)), "/firms/data")).WithMetadata(new AccessAttribute(Right.PersonalData));
        endpoints.MapGet(AdministrationLink.OwnData, (HttpContext context, IMediator mediator, IActor actor, JournalNotes journal) =>
            GiveAsync(context, mediator, actor, journal, new OpenOwnHoldings(), AdministrationLink.OwnData)).WithMetadata(new AccessAttribute(Right.OwnAccount));
    }

    private static async Task<IResult> GiveAsync(HttpContext context, IMediator mediator, IActor actor, JournalNotes journal, IRequest<Result<DataPackage>> request, string subject)
    {
        return FileAnswer.Of(context, await mediator.Send(request, context.RequestAborted), package =>
        {
            journal.Note(actor, JournalKinds.File, subject);
            return Results.File(package.Bytes, DataPackage.MediaType, package.Name);
        });
    }
}
