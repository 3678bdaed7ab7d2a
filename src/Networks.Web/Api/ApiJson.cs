using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Networks.Data.Conventions;
using Networks.Data.Firms;
using Networks.Workflows.Common;

namespace Networks.Web.Api;

/// <summary>How the API writes and reads JSON: ids and identifiers as texts, enumerations as words, uploads as tickets.</summary>
internal static class ApiJson
{
    public static void Shape(JsonSerializerOptions options, UploadTickets tickets)
    {
        options.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;
        options.RespectNullableAnnotations = true;
        options.Converters.Add(new JsonStringEnumConverter(allowIntegerValues: false));
        options.Converters.Add(new TextConverters());
        options.Converters.Add(new RefusalConverter());
        options.Converters.Add(new TicketConverter(tickets));
        options.TypeInfoResolver = (options.TypeInfoResolver ?? new DefaultJsonTypeInfoResolver()).WithAddedModifier(Require);
    }

    // A value that a record asks for and that has no "absent" must be sent; a missing yes or no means no.
    private static void Require(JsonTypeInfo type)
    {
        if (type.Kind != JsonTypeInfoKind.Object)
        {
            return;
        }

        foreach (var property in type.Properties)
        {
            property.IsRequired |= property.Set is not null && property.AssociatedParameter is { IsNullable: false, HasDefaultValue: false }
                && Nullable.GetUnderlyingType(property.PropertyType) is null
                && property.PropertyType != typeof(bool);
        }
    }

    private sealed class TextConverters : JsonConverterFactory
    {
        public override bool CanConvert(Type typeToConvert) => Contract(typeToConvert) is not null;

        public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options)
        {
            var converter = Contract(typeToConvert) == typeof(IEntityId<>) ? typeof(IdConverter<>) : typeof(IdentifierConverter<>);
            return (JsonConverter)Activator.CreateInstance(converter.MakeGenericType(typeToConvert))!;
        }

        private static Type? Contract(Type type) => !type.IsValueType ? null : type.GetInterfaces()
            .Where(i => i.IsGenericType).Select(i => i.GetGenericTypeDefinition())
            .FirstOrDefault(i => i == typeof(IEntityId<>) || i == typeof(IIdentifier<>));
    }

    private sealed class IdConverter<TId> : JsonConverter<TId>
        where TId : struct, IEntityId<TId>
    {
        public override TId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.String && reader.TryGetGuid(out var id) ? TId.Of(id) : throw new JsonException();

        public override void Write(Utf8JsonWriter writer, TId value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);
    }

    private sealed class IdentifierConverter<TIdentifier> : JsonConverter<TIdentifier>
        where TIdentifier : struct, IIdentifier<TIdentifier>
    {
        public override TIdentifier Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            try
            {
                return TIdentifier.Parse(reader.GetString() ?? "");
            }
            catch (Exception e) when (e is FormatException or InvalidOperationException)
            {
                throw new JsonException(e.Message, e);
            }
        }

        public override void Write(Utf8JsonWriter writer, TIdentifier value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);
    }

    private sealed class RefusalConverter : JsonConverter<Refusal>
    {
        public override Refusal Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new JsonException();

        public override void Write(Utf8JsonWriter writer, Refusal value, JsonSerializerOptions options) =>
            JsonSerializer.Serialize(writer, Fault.Of(value), options);
    }

    private sealed class TicketConverter(UploadTickets tickets) : JsonConverter<StoredBytes>
    {
        public override StoredBytes Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.String && tickets.Read(reader.GetString()!) is { } stored ? stored : throw new JsonException();

        public override void Write(Utf8JsonWriter writer, StoredBytes value, JsonSerializerOptions options) => writer.WriteStringValue(tickets.For(value));
    }
}
