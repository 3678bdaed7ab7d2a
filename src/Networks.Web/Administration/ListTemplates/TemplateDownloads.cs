using MediatR;
using Networks.Web.Infrastructure;
using Networks.Workflows.Access;
using Networks.Workflows.Administration.OpenTemplate;
using Networks.Workflows.Common;
using Networks.Workflows.Documents;

namespace Networks.Web.Administration.ListTemplates;

/// <summary>A version of a template, as it was brought and filled with the example.</summary>
internal static class TemplateDownloads
{
    public static void MapTemplateDownloads(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet(AdministrationLink.Template("{template}"), (string template, HttpContext context, IMediator mediator) => GiveAsync(context, mediator, new OpenTemplate(template)))
            .WithMetadata(new AccessAttribute(Right.SettingsManage));
        endpoints.MapGet(AdministrationLink.Example("{template}"), (string template, HttpContext context, IMediator mediator) => GiveAsync(context, mediator, new TryTemplate(template)))
            .WithMetadata(new AccessAttribute(Right.SettingsManage));
    }

    private static async Task<IResult> GiveAsync(HttpContext context, IMediator mediator, IRequest<Result<TemplateFile>> request) =>
        FileAnswer.Of(context, await mediator.Send(request, context.RequestAborted), file => Results.File(file.Bytes, WordFile.MediaType, file.Name));
}
