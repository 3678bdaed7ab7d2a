using System.Text.Json.Nodes;
using MediatR;
using Networks.Architecture.Tests.Support;
using Networks.Web.Api;
using Networks.Workflows;

namespace Networks.Architecture.Tests;

/// <summary>What programs rely on: the description of the API, and that nothing of the product is missing in it.</summary>
public sealed class ApiTests
{
    /// <summary>Requests that programs cannot send, each with its reason: name, dash, reason, one a line.</summary>
    private static readonly Dictionary<string, string> _exceptions = File.ReadLines(Repository.Folder("tests", "Networks.Architecture.Tests", "not-in-api.txt"))
        .Where(line => line.Length > 0 && !line.StartsWith('#'))
        .ToDictionary(line => line.Split(" - ", 2)[0], line => line.Split(" - ", 2)[1]);

    [Fact]
    public async Task Given_a_request_of_the_product_then_the_api_sends_it_or_the_list_says_why_not()
    {
        await using var product = new Product();
        var sent = product.Endpoints.Select(e => e.Metadata.GetMetadata<ApiEndpoint>()?.Request).OfType<Type>().ToList();
        var requests = typeof(WorkflowsModule).Assembly.GetTypes().Where(IsRequest).ToList();

        Assert.True(sent.Count >= 90, $"only {sent.Count} endpoints");
        Assert.Empty(requests.Except(sent).Select(r => r.Name).Except(_exceptions.Keys));
        Assert.Empty(_exceptions.Keys.Except(requests.Select(r => r.Name)));
        Assert.Empty(_exceptions.Keys.Intersect(sent.Select(r => r.Name)));
        Assert.All(_exceptions.Values, reason => Assert.True(reason.Length > 20, reason));
    }

    [Fact]
    public async Task Given_the_description_of_the_api_then_it_is_the_approved_one_and_names_every_endpoint()
    {
        await using var product = new Product();
        using var client = await product.ListenAsync();
        var text = await client.GetStringAsync(new Uri(ApiAddress.Description, UriKind.Relative));
        var description = JsonNode.Parse(text)!;

        Approved.Check("openapi", text);
        var described = description["paths"]!.AsObject().Sum(path => path.Value!.AsObject().Count);
        Assert.Equal(product.Endpoints.Count(e => e.Metadata.GetMetadata<ApiEndpoint>() is not null), described);
    }

    private static bool IsRequest(Type type) => type is { IsAbstract: false, IsPublic: true }
        && Array.Exists(type.GetInterfaces(), i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IRequest<>));
}
