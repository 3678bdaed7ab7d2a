using Networks.Data.Connections;

namespace Networks.Web.Api;

/// <summary>What an endpoint of the API does.</summary>
/// <param name="Request">The use case that it sends; null where it only stores a file.</param>
/// <param name="Answer">What it answers with; null for nothing and for a file.</param>
/// <param name="Scopes">Any of these lets a token in; none: every token, or none is needed.</param>
internal sealed record ApiEndpoint(string Group, Type? Request, Type? Answer, ApiScopes Scopes)
{
    /// <summary>It answers in pages, with a cursor to the next one.</summary>
    public bool Pages { get; init; }

    /// <summary>It takes or gives bytes and not JSON.</summary>
    public bool Bytes { get; init; }

    /// <summary>Fields of the request that the endpoint fills in itself.</summary>
    public IReadOnlyList<string> Hidden { get; init; } = [];
}
