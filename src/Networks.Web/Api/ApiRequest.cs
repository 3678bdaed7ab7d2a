using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Networks.Workflows.Common;

namespace Networks.Web.Api;

/// <summary>
/// Makes a use case's request out of what a program sent: the body, the ids in the address, the query, and the operation
/// id of the header. What is missing, unknown or of another shape is refused field by field.
/// </summary>
internal static class ApiRequest
{
    public const string KeyHeader = "Idempotency-Key";

    public const string Operation = "operationId";

    public const string Case = "caseId";

    public const string Token = "token";

    /// <summary>Parameters of lists, which are not part of the request.</summary>
    private static readonly string[] _paging = [ApiPages.CursorName, ApiPages.LimitName];

    public static async Task<Result<TRequest>> ReadAsync<TRequest>(HttpContext context, JsonSerializerOptions options)
        where TRequest : notnull
    {
        var type = options.GetTypeInfo(typeof(TRequest));
        var sent = await BodyAsync(context, options);
        if (sent.Refusal is { } unreadable)
        {
            return unreadable;
        }

        var body = sent.Value;
        var hidden = context.GetEndpoint()!.Metadata.GetRequiredMetadata<ApiEndpoint>().Hidden;
        var known = type.Properties.Where(p => (p.Set is not null || p.AssociatedParameter is not null) && !hidden.Contains(p.Name))
            .ToDictionary(p => p.Name, StringComparer.Ordinal);
        var given = Given(context, typeof(TRequest), known);
        var faults = body.Select(f => f.Key).Where(name => !known.ContainsKey(name) || given.ContainsKey(name) || name == Operation)
            .Concat(context.Request.Query.Keys.Where(name => !known.ContainsKey(name) && !_paging.Contains(name)))
            .Select(name => new Refusal(RefusalKind.Invalid, "api.field-unknown", name) { Field = name }).ToList();
        if (typeof(TRequest).IsAssignableTo(typeof(ICommand)) && known.ContainsKey(Operation))
        {
            if (Guid.TryParse(context.Request.Headers[KeyHeader], out var operation) && operation != Guid.Empty)
            {
                given[Operation] = operation;
            }
            else
            {
                faults.Add(new Refusal(RefusalKind.Invalid, "api.key-missing") { Field = KeyHeader });
            }
        }

        foreach (var (name, value) in given)
        {
            body[name] = value;
        }

        faults.AddRange(known.Values.Where(p => p.IsRequired && !body.ContainsKey(p.Name) && p.Name != Operation)
            .Select(p => new Refusal(RefusalKind.Invalid, "api.field-missing", p.Name) { Field = p.Name }));
        return Refusal.Together(faults) is { } refusal ? refusal : Shape<TRequest>(body, type);
    }

    private static Result<TRequest> Shape<TRequest>(JsonObject body, JsonTypeInfo type)
        where TRequest : notnull
    {
        try
        {
            return (TRequest)body.Deserialize(type)!;
        }
        catch (JsonException e)
        {
            var place = e.Path?.TrimStart('$', '.') is { Length: > 0 } path ? path : "?";
            return new Refusal(RefusalKind.Invalid, "api.field-wrong", place) { Field = place };
        }
    }

    // Addresses and links say which case and which firm; a body cannot say otherwise.
    private static Dictionary<string, JsonNode?> Given(HttpContext context, Type request, Dictionary<string, JsonPropertyInfo> known)
    {
        var given = new Dictionary<string, JsonNode?>(StringComparer.Ordinal);
        foreach (var (name, value) in context.Request.RouteValues)
        {
            var own = name switch
            {
                "id" when request.IsAssignableTo(typeof(ICaseRequest)) => Case,
                "key" => Token,
                _ => name,
            };
            if (known.ContainsKey(own))
            {
                given[own] = value?.ToString();
            }
        }

        if (context.Request.RouteValues.ContainsKey(Token) && context.RequestServices.GetRequiredService<IActor>().LinkedCase is { } linked && known.ContainsKey(Case))
        {
            given[Case] = linked.Value;
        }

        foreach (var (name, values) in context.Request.Query.Where(q => known.ContainsKey(q.Key) && !given.ContainsKey(q.Key)))
        {
            var type = Nullable.GetUnderlyingType(known[name].PropertyType) ?? known[name].PropertyType;
            given[name] = type == typeof(bool) && bool.TryParse(values, out var yes) ? yes
                : type != typeof(string) && type.IsAssignableTo(typeof(System.Collections.IEnumerable)) ? new JsonArray([.. values.Select(v => (JsonNode?)v)])
                : values.ToString();
        }

        return given;
    }

    private static async Task<Result<JsonObject>> BodyAsync(HttpContext context, JsonSerializerOptions options)
    {
        if (HttpMethods.IsGet(context.Request.Method) || context.Request.ContentLength is 0 || (context.Request.ContentLength is null && context.Request.ContentType is null))
        {
            return new JsonObject();
        }

        if (!context.Request.HasJsonContentType())
        {
            return new Refusal(RefusalKind.Invalid, "api.not-json");
        }

        try
        {
            return await JsonNode.ParseAsync(context.Request.Body, documentOptions: new JsonDocumentOptions { MaxDepth = options.MaxDepth }, cancellationToken: context.RequestAborted) is JsonObject body
                ? body
                : new Refusal(RefusalKind.Invalid, "api.not-json");
        }
        catch (Exception e) when (e is JsonException or ArgumentException)
        {
            return new Refusal(RefusalKind.Invalid, "api.not-json");
        }
    }
}
