using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Networks.Architecture.Tests.Support;
using Networks.Workflows.Access;

namespace Networks.Architecture.Tests;

public sealed class EndpointTests
{
    [Fact]
    public async Task Given_an_endpoint_then_it_declares_its_row_of_the_access_matrix()
    {
        await using var product = new Product();

        Assert.True(product.Endpoints.Count >= 3);
        Assert.Empty(WithoutAccess(product.Endpoints));
    }

    [Fact]
    public async Task Given_an_endpoint_without_a_row_then_it_is_found()
    {
        await using var app = WebApplication.CreateSlimBuilder().Build();
        app.MapGet("/forgotten", () => "");

        Assert.Equal(["/forgotten"], WithoutAccess(((IEndpointRouteBuilder)app).DataSources.SelectMany(s => s.Endpoints).OfType<RouteEndpoint>()));
    }

    [Fact]
    public async Task Given_the_endpoints_then_they_are_the_approved_ones()
    {
        await using var product = new Product();
        var lines = product.Endpoints
            .Select(e => $"{Address(e),-60} {e.Metadata.GetMetadata<AccessAttribute>()?.Right,-16} {Methods(e)}".TrimEnd())
            .Distinct()
            .Order(StringComparer.Ordinal);

        Approved.Check("routes", string.Join('\n', lines));
    }

    /// <summary>Of the framework, made with the pages: it follows only addresses that the service itself has encrypted.</summary>
    private const string OpaqueRedirect = "/_framework/opaque-redirect";

    private static IEnumerable<string> WithoutAccess(IEnumerable<RouteEndpoint> endpoints) =>
        endpoints.Where(e => e.Metadata.GetMetadata<AccessAttribute>() is null).Select(Address).Where(a => a != OpaqueRedirect).Distinct();

    private static string Address(RouteEndpoint endpoint) => "/" + endpoint.RoutePattern.RawText?.TrimStart('/');

    private static string Methods(RouteEndpoint endpoint) =>
        string.Join(' ', endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? []);
}
