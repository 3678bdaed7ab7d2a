using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;
using Networks.Web.Api;
using Networks.Web.Tests.Support;
using Networks.Workflows.Access;

namespace Networks.Web.Tests.Rights;

/// <summary>One endpoint of the running service with the row that it declares.</summary>
internal sealed record Addressed(RoutePattern Pattern, Right Right, bool Gets, bool Posts)
{
    /// <summary>Of the framework, made with the pages: it follows only addresses that the service itself has encrypted.</summary>
    private const string OpaqueRedirect = "_framework/opaque-redirect";

    public string Route => "/" + Pattern.RawText?.TrimStart('/');

    /// <summary>Rows that no case decides.</summary>
    public bool IsAboutCase => Right is not (Right.Public or Right.OwnAccount or Right.DeskWork or Right.PersonalData or Right.HoldingsExport or Right.PeopleManage or Right.SettingsManage or Right.JournalRead or Right.ServiceRun or Right.ProcedureMoveMany or Right.DemoOnly or Right.FirmAnswer)
        && Pattern.GetParameter("id") is not null;

    /// <summary>Names further things of the case, such as a firm or a filing.</summary>
    public bool HasParts => Pattern.Parameters.Count > 1;

    /// <summary>What the address names, by the words of <see cref="Place.Parts"/>.</summary>
    public IEnumerable<string> Named => Pattern.Parameters.Select(p => PartOf(p.Name)).Concat(Route.EndsWith("/text.pdf", StringComparison.Ordinal) ? ["frozen"] : []);

    /// <summary>Every endpoint of the pages, each address once; those of the API are asked with tokens elsewhere. One without a row fails.</summary>
    public static IReadOnlyList<Addressed> All(App app)
    {
        var endpoints = app.Services.GetServices<EndpointDataSource>().SelectMany(s => s.Endpoints).OfType<RouteEndpoint>()
            .Where(e => e.RoutePattern.RawText?.TrimStart('/') != OpaqueRedirect && e.Metadata.GetMetadata<ApiEndpoint>() is null).ToList();
        Assert.Empty(endpoints.Where(e => e.Metadata.GetMetadata<AccessAttribute>() is null).Select(e => e.RoutePattern.RawText));
        return [.. endpoints.GroupBy(e => e.RoutePattern.RawText).Select(same => new Addressed(
            same.First().RoutePattern,
            same.Select(e => e.Metadata.GetMetadata<AccessAttribute>()!.Right).Distinct().Single(),
            same.Any(e => Takes(e, "GET")),
            same.Any(e => Takes(e, "POST"))))];
    }

    /// <summary>The address with the ids of a place.</summary>
    /// <param name="parts">Whose further things are named; null: of the place itself.</param>
    public string In(Place place, Place? parts = null)
    {
        var segments = Pattern.PathSegments.Select(segment => string.Concat(segment.Parts.Select(part => part switch
        {
            RoutePatternLiteralPart literal => literal.Content,
            RoutePatternSeparatorPart separator => separator.Content,
            RoutePatternParameterPart parameter => Value(parameter.Name, place, parts ?? place),
            _ => throw new InvalidOperationException(Route),
        })));
        return "/" + string.Join('/', segments);
    }

    private string Value(string name, Place place, Place parts) => PartOf(name) switch
    {
        "id" => place.Id.ToString(),
        "token" or "proof" or "key" or "secret" or "ballot" or "page" or "mailing" => place.Token,
        "code" => "404",
        "template" => "network-contract-v1",
        var part => parts.Parts.TryGetValue(part, out var value) ? value : throw new InvalidOperationException($"The matrix knows no value for {{{name}}} of {Route}."),
    };

    // The same name means another thing in another place.
    private string PartOf(string name) => (name.ToLowerInvariant(), Route) switch
    {
        ("id", "/people/{Id:guid}") => "person",
        ("id", "/outbox/{Id:guid}") => "mail",
        ("file", "/networks/{Id:guid}/signing/files/{File:guid}") => "signed",
        ("participant", "/networks/{Id:guid}/life/firms/{Participant:guid}") => "living",
        ("change", "/networks/{Id:guid}/changes/{Change:guid}/fund" or "/networks/{Id:guid}/changes/{Change:guid}/end") => "closing",
        ("change", "/networks/{id:guid}/changes/{change:guid}/text.docx") => "amended",
        ("participant", "/networks/{Id:guid}/confirm/{Participant:guid}") => "proposed",
        (var same, _) => same,
    };

    private static bool Takes(RouteEndpoint endpoint, string method) =>
        endpoint.Metadata.GetMetadata<HttpMethodMetadata>() is not { HttpMethods.Count: > 0 } methods || methods.HttpMethods.Contains(method);
}
