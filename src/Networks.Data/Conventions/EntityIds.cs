using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Networks.Data.Conventions;

internal sealed class EntityIdConverter<TId>() : ValueConverter<TId, Guid>(id => id.Value, value => Of(value))
    where TId : struct, IEntityId<TId>
{
    // An expression tree cannot call a static abstract member itself.
    private static TId Of(Guid value) => TId.Of(value);
}

internal static class EntityIds
{
    /// <summary>Maps every id type of this assembly to a <see cref="Guid"/> column.</summary>
    public static void Map(ModelConfigurationBuilder conventions)
    {
        var ids = typeof(EntityIds).Assembly.GetTypes().Where(type => type.IsValueType && type.GetInterfaces()
            .Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IEntityId<>)));
        foreach (var id in ids)
        {
            conventions.Properties(id).HaveConversion(typeof(EntityIdConverter<>).MakeGenericType(id));
        }
    }
}
