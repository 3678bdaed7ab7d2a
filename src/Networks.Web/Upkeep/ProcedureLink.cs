using System.Text;
using MediatR;
using Networks.Web.Infrastructure;
using Networks.Workflows.Access;
using Networks.Workflows.Upkeep.ShowProcedure;

namespace Networks.Web.Upkeep;

/// <summary>The picture of the procedure and its BPMN file.</summary>
internal static class ProcedureLink
{
    public const string Page = "/service/procedure";

    public const string Download = "/service/procedure.bpmn";

    public static void MapProcedureDownload(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet(Download, async (HttpContext context, IMediator mediator) =>
            FileAnswer.Of(context, await mediator.Send(new ShowProcedure(), context.RequestAborted), shown => Results.File(Encoding.UTF8.GetBytes(shown.Bpmn), "application/xml", $"{shown.FileName}.bpmn"))).WithMetadata(new AccessAttribute(Right.ServiceRun));
}
