using System.Text;
using MediatR;
using Networks.Data;
using Networks.Web.Infrastructure;
using Networks.Workflows.Access;
using Networks.Workflows.Casework.ShowCaseProcedure;

namespace Networks.Web.Casework.ShowCaseProcedure;

/// <summary>The picture of a network's procedure and its files.</summary>
internal static class ShowCaseProcedureLink
{
    public static string To(Guid id) => $"/networks/{id}/procedure";

    /// <param name="beside">What the procedure beside the network's own is about.</param>
    public static string ToBeside(Guid id, Guid beside) => $"{To(id)}?beside={beside}";

    public static Guid? Beside(IQueryCollection query) => Guid.TryParse(query["beside"], out var id) ? id : null;

    public static string ToSvg(Guid id) => $"/networks/{id}/procedure.svg";

    public static string ToBpmn(Guid id) => $"/networks/{id}/procedure.bpmn";

    public static void MapCaseProcedureDownloads(this IEndpointRouteBuilder endpoints)
    {
        Map(endpoints, "/networks/{id:guid}/procedure.svg", "image/svg+xml", shown => (shown.SvgFile, "svg"));
        Map(endpoints, "/networks/{id:guid}/procedure.bpmn", "application/xml", shown => (shown.Bpmn, "bpmn"));
    }

    private static void Map(IEndpointRouteBuilder endpoints, string pattern, string type, Func<CaseProcedure, (string Text, string Ending)> file) =>
        endpoints.MapGet(pattern, async (Guid id, HttpContext context, IMediator mediator) =>
        {
            var made = await mediator.Send(new Workflows.Casework.ShowCaseProcedure.ShowCaseProcedure(new CaseId(id)) { Beside = Beside(context.Request.Query) }, context.RequestAborted);
            return FileAnswer.Of(context, made, shown =>
            {
                // Never shown in place: an SVG of our own origin would be a page.
                var (text, ending) = file(shown);
                return Results.File(Encoding.UTF8.GetBytes(text), type, $"{shown.FileName}.{ending}");
            });
        }).WithMetadata(new AccessAttribute(Right.CaseRead));
}
