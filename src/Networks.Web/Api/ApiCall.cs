using System.Text.Json;
using MediatR;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;
using Networks.Workflows.Common;

namespace Networks.Web.Api;

/// <summary>Completes a request that was read, or refuses it.</summary>
internal delegate Task<Result<TRequest>> Prepare<TRequest>(HttpContext context, TRequest request);

/// <summary>One call: reads the request, sends it through the pipeline as a page would, writes the answer.</summary>
internal static class ApiCall
{
    /// <param name="write">Writes the value of a request that was done.</param>
    /// <param name="prepare">What the endpoint fills in, or does before as the page does; null for nothing.</param>
    public static async Task RunAsync<TRequest, TAnswer>(HttpContext context, Func<HttpContext, TRequest, TAnswer, Task> write, Prepare<TRequest>? prepare = null)
        where TRequest : notnull, IRequest<Result<TAnswer>>
    {
        var read = await ApiRequest.ReadAsync<TRequest>(context, Options(context));
        var seen = CaseVersion.Seen(context);
        if ((read.Refusal ?? seen.Refusal) is { } unread)
        {
            await ApiProblem.WriteAsync(context, unread);
            return;
        }

        var prepared = prepare is null ? read : await prepare(context, read.Value);
        if (prepared.Refusal is { } unprepared)
        {
            await ApiProblem.WriteAsync(context, unprepared);
            return;
        }

        var request = prepared.Value;
        using var running = Enter(context, request);
        if (request is ICommand && running is null)
        {
            await ApiProblem.WriteAsync(context, new Refusal(RefusalKind.Conflict, "api.key-in-progress"));
            return;
        }

        var mediator = context.RequestServices.GetRequiredService<IMediator>();
        context.RequestServices.GetRequiredService<CurrentOperation>().SeenVersion = seen.Value;
        var version = request is ICommand ? null : await CaseVersion.NowAsync(context, request);
        var answer = await mediator.Send(request, context.RequestAborted);
        if (answer.Refusal is { } refusal)
        {
            await ApiProblem.WriteAsync(context, refusal);
            return;
        }

        version ??= await CaseVersion.NowAsync(context, request);
        context.Items[typeof(CaseVersion)] = version;
        context.Response.Headers.CacheControl = "private, no-cache";
        context.Response.Headers.Vary = "Accept-Language, Authorization";
        await write(context, request, answer.Value);
    }

    /// <summary>Writes a value with the entity tag of its case; 304 when the sender has just this.</summary>
    public static async Task WriteAsync(HttpContext context, object value)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(value, Options(context));
        if (context.Items[typeof(CaseVersion)] is long version)
        {
            var tag = HttpMethods.IsGet(context.Request.Method) ? CaseVersion.Tag(version, body) : CaseVersion.Tag(version);
            context.Response.Headers.ETag = tag;
            if (context.Request.Headers.IfNoneMatch == tag)
            {
                context.Response.StatusCode = StatusCodes.Status304NotModified;
                return;
            }
        }

        context.Response.ContentType = "application/json; charset=utf-8";
        await context.Response.Body.WriteAsync(body, context.RequestAborted);
    }

    /// <summary>For an act that has nothing to tell: 204.</summary>
    public static Task WriteNothingAsync(HttpContext context)
    {
        if (context.Items[typeof(CaseVersion)] is long version)
        {
            context.Response.Headers.ETag = CaseVersion.Tag(version);
        }

        context.Response.StatusCode = StatusCodes.Status204NoContent;
        return Task.CompletedTask;
    }

    /// <summary>Files leave as attachments only, as from the pages.</summary>
    public static Task WriteFileAsync(HttpContext context, byte[] bytes, string contentType, string name)
    {
        context.Response.Headers.ContentSecurityPolicy = "sandbox; default-src 'none'";
        return Results.File(bytes, contentType, name).ExecuteAsync(context);
    }

    public static Task WriteFileAsync(HttpContext context, Stream content, string contentType, string name)
    {
        context.Response.Headers.ContentSecurityPolicy = "sandbox; default-src 'none'";
        return Results.File(content, contentType, name, enableRangeProcessing: true).ExecuteAsync(context);
    }

    public static JsonSerializerOptions Options(HttpContext context) => context.RequestServices.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions;

    private static IDisposable? Enter(HttpContext context, object request) =>
        request is ICommand { OperationId: var operation } ? context.RequestServices.GetRequiredService<RunningKeys>().Enter(operation) : null;
}
