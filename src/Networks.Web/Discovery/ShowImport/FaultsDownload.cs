using System.Text;
using MediatR;
using Networks.Web.Infrastructure;
using Networks.Workflows.Access;
using Networks.Workflows.Discovery.DownloadFaults;

namespace Networks.Web.Discovery.ShowImport;

internal static class FaultsDownload
{
    public static void MapFaultsDownload(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet("/firms/imports/{import:guid}/faults.csv", async (Guid import, HttpContext context, IMediator mediator) =>
        {
            var answer = await mediator.Send(new DownloadFaults(import), context.RequestAborted);
            return FileAnswer.Of(context, answer, faults => Results.File([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(faults)], "text/csv; charset=utf-8", "righe-da-correggere.csv"));
        }).WithMetadata(new AccessAttribute(Right.DeskWork));
}
