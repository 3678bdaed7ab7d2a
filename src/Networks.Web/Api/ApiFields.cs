using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Routing.Patterns;

namespace Networks.Web.Api;

/// <summary>Which fields of a request a program sends itself: the others come from the address, the link or the header.</summary>
internal static class ApiFields
{
    public static IReadOnlyList<PropertyInfo> Of(Type request, RoutePattern route, ApiEndpoint endpoint)
    {
        var filled = route.Parameters.Select(p => p.Name).Concat(endpoint.Hidden).Append(ApiRequest.Operation).ToHashSet(StringComparer.Ordinal);
        if (filled.Contains("id") || filled.Contains(ApiRequest.Token))
        {
            filled.Add(ApiRequest.Case);
        }

        if (filled.Contains("key"))
        {
            filled.Add(ApiRequest.Token);
        }

        return [.. request.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(p => p.CanWrite && p.GetCustomAttribute<JsonIgnoreAttribute>() is null && !filled.Contains(Name(p)))];
    }

    public static string Name(PropertyInfo property) => JsonNamingPolicy.CamelCase.ConvertName(property.Name);
}
