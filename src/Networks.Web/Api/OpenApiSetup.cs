using Microsoft.AspNetCore.OpenApi;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.OpenApi;
using Networks.Data.Connections;
using Networks.Data.Conventions;
using Networks.Data.Firms;
using Networks.Workflows.Access;
using Networks.Workflows.Common;

namespace Networks.Web.Api;

/// <summary>The description of the API for programs, at <see cref="ApiAddress.Description"/>.</summary>
internal static class OpenApiSetup
{
    private const string scheme = "token";

    private const string problem = "Problem";

    public static void AddNetworksOpenApi(this IServiceCollection services) => services.AddOpenApi("v1", options =>
    {
        options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
        options.ShouldInclude = description => description.ActionDescriptor.EndpointMetadata.OfType<ApiEndpoint>().Any();
        options.AddSchemaTransformer((schema, context, _) =>
        {
            Shape(schema, context);
            return Task.CompletedTask;
        });
        options.AddOperationTransformer(DescribeAsync);
        options.AddDocumentTransformer((document, _, _) =>
        {
            Introduce(document);
            return Task.CompletedTask;
        });
    });

    private static void Introduce(OpenApiDocument document)
    {
        document.Info = new OpenApiInfo
        {
            Title = "Networks",
            Version = "v1",
            Description = "What the pages do, for programs. A token acts with the rights of the person it was made for, within its scopes; "
                + "what a person may not see answers 404, as what does not exist. Every act carries an Idempotency-Key (a UUID): the same key with the same body "
                + "gets the first answer, with another body 422. Refusals are problems (RFC 9457) with a stable code; their words follow Accept-Language (it, en, fr).",
        };
        document.Servers = [];
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>(StringComparer.Ordinal)
        {
            [scheme] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer" },
        };
        document.Components.Responses = new Dictionary<string, IOpenApiResponse>(StringComparer.Ordinal)
        {
            [problem] = new OpenApiResponse
            {
                Description = "A refusal or an error: code, detail, field, faults.",
                Content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal)
                {
                    ["application/problem+json"] = new()
                    {
                        Schema = new OpenApiSchema
                        {
                            Type = JsonSchemaType.Object,
                            Properties = new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal)
                            {
                                ["status"] = new OpenApiSchema { Type = JsonSchemaType.Integer },
                                ["title"] = Text(null),
                                ["detail"] = Text(null),
                                ["code"] = Text(null),
                                ["field"] = Text(null),
                                ["faults"] = new OpenApiSchema { Type = JsonSchemaType.Array, Items = Refused() },
                            },
                        },
                    },
                },
            },
        };
    }

    private static async Task DescribeAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        var endpoint = metadata.OfType<ApiEndpoint>().Single();
        var route = RoutePatternFactory.Parse(Source(context, endpoint));
        operation.Parameters = [];
        foreach (var parameter in route.Parameters)
        {
            var format = parameter.ParameterPolicies.Select(p => p.Content).FirstOrDefault();
            operation.Parameters.Add(new OpenApiParameter
            {
                Name = parameter.Name,
                In = ParameterLocation.Path,
                Required = true,
                Schema = format == "int" ? new OpenApiSchema { Type = JsonSchemaType.Integer } : Text(format == "guid" ? "uuid" : null),
            });
        }

        if (endpoint.Request is { } request && context.Description.HttpMethod == HttpMethods.Get)
        {
            foreach (var field in ApiFields.Of(request, route, endpoint))
            {
                Ask(operation, ApiFields.Name(field), await context.GetOrCreateSchemaAsync(field.PropertyType, null, cancellationToken));
            }
        }

        if (endpoint.Pages)
        {
            Ask(operation, ApiPages.CursorName, Text(null));
            Ask(operation, ApiPages.LimitName, new OpenApiSchema { Type = JsonSchemaType.Integer, Minimum = "1", Maximum = $"{ApiPages.Most}" });
        }

        if (endpoint.Request?.IsAssignableTo(typeof(ICommand)) == true)
        {
            operation.Parameters.Add(new OpenApiParameter { Name = ApiRequest.KeyHeader, In = ParameterLocation.Header, Required = true, Schema = Text("uuid") });
            if (endpoint.Request.IsAssignableTo(typeof(ICaseRequest)))
            {
                operation.Parameters.Add(new OpenApiParameter { Name = "If-Match", In = ParameterLocation.Header, Schema = Text(null) });
            }
        }

        operation.Responses ??= [];
        operation.Responses["default"] = new OpenApiResponseReference(problem, context.Document);
        if (metadata.OfType<AccessAttribute>().Single().Right is not (Right.Public or Right.FirmAnswer))
        {
            operation.Description = endpoint.Scopes == ApiScopes.None ? "Scope: any." : $"Scope: {string.Join(" or ", $"{endpoint.Scopes}".Split(", "))}.";
            operation.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(scheme, context.Document)] = [] }];
        }
    }

    // With its constraints, which the explorer takes away.
    private static string Source(OpenApiOperationTransformerContext context, ApiEndpoint endpoint) =>
        context.ApplicationServices.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .First(e => ReferenceEquals(e.Metadata.GetMetadata<ApiEndpoint>(), endpoint)).RoutePattern.RawText!;

    private static void Ask(OpenApiOperation operation, string name, IOpenApiSchema schema) =>
        operation.Parameters!.Add(new OpenApiParameter { Name = name, In = ParameterLocation.Query, Schema = schema });

    private static void Shape(OpenApiSchema schema, OpenApiSchemaTransformerContext context)
    {
        var type = Nullable.GetUnderlyingType(context.JsonTypeInfo.Type) ?? context.JsonTypeInfo.Type;

        // A number may also come as a text, from an address; it is a number all the same.
        if (schema.Type is { } kind && (kind.HasFlag(JsonSchemaType.Integer) || kind.HasFlag(JsonSchemaType.Number)) && kind.HasFlag(JsonSchemaType.String))
        {
            (schema.Type, schema.Pattern) = (kind & ~JsonSchemaType.String, null);
        }

        // What may be absent is left out when it is, and need not be sent.
        schema.Required?.IntersectWith(context.JsonTypeInfo.Properties.Where(p => p.IsRequired).Select(p => p.Name));
        if (Has(type, typeof(IEntityId<>)))
        {
            (schema.Type, schema.Format) = (JsonSchemaType.String, "uuid");
        }
        else if (Has(type, typeof(IIdentifier<>)) || type == typeof(StoredBytes))
        {
            schema.Type = JsonSchemaType.String;
        }
        else if (type == typeof(Refusal))
        {
            (schema.Type, schema.Properties) = (JsonSchemaType.Object, Refused().Properties);
        }
        else if (context.ApplicationServices.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .FirstOrDefault(e => e.Metadata.GetMetadata<ApiEndpoint>()?.Request == type) is { } route)
        {
            // Only what a program sends itself.
            var sent = ApiFields.Of(type, route.RoutePattern, route.Metadata.GetRequiredMetadata<ApiEndpoint>()).Select(ApiFields.Name).ToHashSet(StringComparer.Ordinal);
            foreach (var name in schema.Properties?.Keys.Where(name => !sent.Contains(name)).ToList() ?? [])
            {
                schema.Properties!.Remove(name);
            }

            schema.Required?.IntersectWith(sent);
        }
    }

    private static OpenApiSchema Refused() => new()
    {
        Type = JsonSchemaType.Object,
        Properties = new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal) { ["code"] = Text(null), ["detail"] = Text(null), ["field"] = Text(null) },
    };

    private static OpenApiSchema Text(string? format) => new() { Type = JsonSchemaType.String, Format = format };

    private static bool Has(Type type, Type contract) =>
        type.IsValueType && Array.Exists(type.GetInterfaces(), i => i.IsGenericType && i.GetGenericTypeDefinition() == contract);
}
