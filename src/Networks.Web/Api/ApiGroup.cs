using System.Reflection;
using MediatR;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing.Patterns;
using Networks.Data.Connections;
using Networks.Workflows.Access;
using Networks.Workflows.Common;

namespace Networks.Web.Api;

/// <summary>The id of what an act has made.</summary>
internal sealed record Made<TId>(TId Id);

/// <summary>A file that was stored, to be named in an act by its ticket.</summary>
/// <param name="File">The ticket; good for a day.</param>
internal sealed record Kept(StoredBytes File, string Sha256, long SizeBytes);

/// <summary>The endpoints of a phase: each sends one use case of the pages, and adds nothing to it.</summary>
/// <param name="read">Scope for looking.</param>
/// <param name="write">Scope for acting.</param>
internal sealed class ApiGroup(IEndpointRouteBuilder endpoints, string name, ApiScopes read, ApiScopes write)
{
    /// <summary>A query; what it needs stands in the address.</summary>
    public void Get<TRequest, TAnswer>(string path)
        where TRequest : IQuery<TAnswer> =>
        Map<TRequest, TAnswer>(HttpMethods.Get, path, read, typeof(TAnswer), (context, _, value) => ApiCall.WriteAsync(context, value!));

    /// <summary>A query that needs more than fits into an address.</summary>
    public void Ask<TRequest, TAnswer>(string path, Prepare<TRequest>? prepare = null, ApiScopes? scope = null)
        where TRequest : IQuery<TAnswer> =>
        Map<TRequest, TAnswer>(HttpMethods.Post, path, scope ?? read, typeof(TAnswer), (context, _, value) => ApiCall.WriteAsync(context, value!), prepare);

    /// <summary>An act.</summary>
    public void Act<TRequest, TAnswer>(string path)
        where TRequest : ICommand<TAnswer> =>
        Map<TRequest, TAnswer>(HttpMethods.Post, path, write, typeof(TAnswer), (context, _, value) => ApiCall.WriteAsync(context, value!));

    /// <summary>An act that has nothing to tell.</summary>
    public void Act<TRequest>(string path)
        where TRequest : ICommand<Done> =>
        Map<TRequest, Done>(HttpMethods.Post, path, write, null, (context, _, _) => ApiCall.WriteNothingAsync(context));

    /// <summary>An act that makes something and tells its id.</summary>
    public void Make<TRequest, TId>(string path)
        where TRequest : ICommand<TId> =>
        Map<TRequest, TId>(HttpMethods.Post, path, write, typeof(Made<TId>), (context, _, id) => ApiCall.WriteAsync(context, new Made<TId>(id)));

    /// <summary>A query that makes a file and keeps it for an act.</summary>
    public void Keep<TRequest>(string path)
        where TRequest : IQuery<StoredBytes> =>
        Map<TRequest, StoredBytes>(HttpMethods.Post, path, write, typeof(Kept), (context, _, file) => ApiCall.WriteAsync(context, new Kept(file, file.Sha256, file.SizeBytes)));

    /// <summary>A list that the use case gives whole, in pages.</summary>
    /// <param name="key">What a row is known by.</param>
    public void List<TRequest, TAnswer, TRow>(string path, Func<TAnswer, IReadOnlyList<TRow>> rows, Func<TRow, string> key)
        where TRequest : IQuery<TAnswer> =>
        Map<TRequest, TAnswer>(HttpMethods.Get, path, read, typeof(ApiPage<TRow>), (context, _, value) =>
        {
            var page = ApiPages.Cut(context, rows(value), key);
            return page.Refusal is { } refusal ? ApiProblem.WriteAsync(context, refusal) : ApiCall.WriteAsync(context, page.Value);
        }, pages: true);

    public void List<TRequest, TRow>(string path, Func<TRow, string> key)
        where TRequest : IQuery<IReadOnlyList<TRow>> => List<TRequest, IReadOnlyList<TRow>, TRow>(path, all => all, key);

    /// <summary>A list that the use case itself gives in pages.</summary>
    /// <param name="page">One page out of the answer.</param>
    public void Pages<TRequest, TAnswer, TRow>(string path, Prepare<TRequest> prepare, Func<TRequest, TAnswer, ApiPage<TRow>> page, bool asks, params IReadOnlyList<string> hidden)
        where TRequest : IQuery<TAnswer> =>
        Map<TRequest, TAnswer>(asks ? HttpMethods.Post : HttpMethods.Get, path, read, typeof(ApiPage<TRow>), (context, request, value) =>
            ApiCall.WriteAsync(context, page(request, value)), prepare, pages: true, hidden: hidden);

    /// <summary>A query that gives a file.</summary>
    public void Download<TRequest, TAnswer>(string path, Func<TAnswer, (byte[] Bytes, string ContentType, string Name)> file)
        where TRequest : IQuery<TAnswer> =>
        Map<TRequest, TAnswer>(HttpMethods.Get, path, read, null, (context, _, value) =>
        {
            var (bytes, contentType, fileName) = file(value);
            return ApiCall.WriteFileAsync(context, bytes, contentType, fileName);
        }, bytes: true);

    /// <summary>A query that gives a file too large to be in memory.</summary>
    public void Stream<TRequest, TAnswer>(string path, Func<TAnswer, (Stream Content, string ContentType, string Name)> file)
        where TRequest : IQuery<TAnswer> =>
        Map<TRequest, TAnswer>(HttpMethods.Get, path, read, null, (context, _, value) =>
        {
            var (content, contentType, fileName) = file(value);
            return ApiCall.WriteFileAsync(context, content, contentType, fileName);
        }, bytes: true);

    private void Map<TRequest, TAnswer>(
        string method, string path, ApiScopes scopes, Type? answer, Func<HttpContext, TRequest, TAnswer, Task> write,
        Prepare<TRequest>? prepare = null, bool pages = false, bool bytes = false, IReadOnlyList<string>? hidden = null)
        where TRequest : notnull, IRequest<Result<TAnswer>>
    {
        var endpoint = new ApiEndpoint(name, typeof(TRequest), answer, scopes) { Pages = pages, Bytes = bytes, Hidden = hidden ?? [] };
        var pattern = RoutePatternFactory.Parse(ApiAddress.Root + path);

        // A plain request delegate costs no compiled expression for each of a hundred endpoints; its method makes the description list it.
        RequestDelegate call = context => ApiCall.RunAsync(context, write, prepare);
        var route = endpoints.MapMethods(pattern.RawText!, [method], call)
            .WithMetadata(call.Method)
            .WithName(typeof(TRequest).Name)
            .WithTags(name)
            .WithMetadata(new AccessAttribute(typeof(TRequest).GetCustomAttribute<AccessAttribute>()!.Right), endpoint)
            .WithMetadata(answer is not null ? new ProducesResponseTypeMetadata(StatusCodes.Status200OK, answer, ["application/json"])
                : bytes ? new ProducesResponseTypeMetadata(StatusCodes.Status200OK, typeof(byte[]), ["application/octet-stream"])
                : new ProducesResponseTypeMetadata(StatusCodes.Status204NoContent))
            .RequireRateLimiting(ApiSetup.Limit);
        if (method == HttpMethods.Post && ApiFields.Of(typeof(TRequest), pattern, endpoint).Count > 0)
        {
            route.WithMetadata(new AcceptsMetadata(["application/json"], typeof(TRequest)));
        }
    }
}
