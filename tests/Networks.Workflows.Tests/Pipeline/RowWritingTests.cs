using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Update;
using Microsoft.Extensions.DependencyInjection;
using Networks.Data;
using Networks.Data.Saving;
using Networks.Workflows.Tests.Support;
using Xunit;

namespace Networks.Workflows.Tests.Pipeline;

/// <summary>What an act writes with statements composed once is, column by column, what Entity Framework reads.</summary>
public sealed class RowWritingTests
{
    [Fact]
    public async Task Given_a_row_of_every_table_when_it_is_written_and_changed_in_an_act_then_it_reads_back_equal()
    {
        await using var database = await TestDatabase.NewAsync();
        var services = new ServiceCollection().AddSingleton(TimeProvider.System);
        database.AddTo(services);
        await using var provider = services.BuildServiceProvider();
        await using var scope = provider.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<NetworksDbContext>();
        // Owned rows come with their owner; acts that write them are tested by themselves.
        var plans = RowPlans.Of(db.Model).All.Where(plan => !plan.Type.IsOwned()).ToList();
        Assert.True(plans.Count > 40, $"only {plans.Count} tables are written so");

        // A row of each table by itself, without those that it points to.
        await db.Database.OpenConnectionAsync();
        await db.Database.ExecuteSqlRawAsync(db.Database.ProviderName!.EndsWith("Sqlite", StringComparison.Ordinal) ? "PRAGMA foreign_keys = OFF" : "SET session_replication_role = replica");
        db.Database.AutoSavepointsEnabled = false;
        foreach (var plan in plans)
        {
            await using var act = await db.Database.BeginTransactionAsync();
            var written = Row(db, plan.Type, number: 1);
            await SaveAsync(db);
            await AssertReadAsync(db, written);

            db.ChangeTracker.Clear();
            var changed = db.Attach(written.Entity);
            foreach (var property in plan.Type.GetProperties().Where(p => !IsFixed(p)))
            {
                changed.Property(property.Name).CurrentValue = Value(property, number: 2);
            }

            await SaveAsync(db);
            await AssertReadAsync(db, changed);
            db.ChangeTracker.Clear();
        }
    }

    private static async Task SaveAsync(NetworksDbContext db)
    {
        var row = Assert.Single(RowPlans.Of(db.Model).Order(db.GetService<IUpdateAdapterFactory>().Create().GetEntriesToSave())!);
        Assert.NotNull(row.Entry);
        await db.SaveChangesAsync();
    }

    private static EntityEntry Row(NetworksDbContext db, IEntityType type, int number)
    {
        var entry = db.Entry(RuntimeHelpers.GetUninitializedObject(type.ClrType));
        foreach (var property in type.GetProperties())
        {
            entry.Property(property.Name).CurrentValue = Value(property, number);
        }

        entry.State = EntityState.Added;
        return entry;
    }

    private static async Task AssertReadAsync(NetworksDbContext db, EntityEntry written)
    {
        var values = written.CurrentValues.Clone();
        var read = await written.GetDatabaseValuesAsync();
        Assert.NotNull(read);
        foreach (var property in written.Metadata.GetProperties())
        {
            Assert.True(property.GetValueComparer().Equals(values[property.Name], read[property.Name]), $"{written.Metadata.ShortName()}.{property.Name}: {values[property.Name]} was read as {read[property.Name]}");
        }
    }

    private static bool IsFixed(IProperty property) =>
        property.IsKey() || property.GetContainingIndexes().Any(i => i.IsUnique) || property.GetContainingForeignKeys().Any(k => k.PrincipalEntityType == k.DeclaringEntityType);

    private static object? Value(IProperty property, int number)
    {
        var type = Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
        return type switch
        {
            _ when type == typeof(string) => $"{number}è'\"@p0"[..(property.GetMaxLength() is > 0 and < 6 and var length ? length : 6)],
            _ when type == typeof(Guid) => new Guid(number, 2, 3, [4, 5, 6, 7, 8, 9, 10, 11]),
            _ when type.GetInterface("IEntityId`1") is not null => type.GetMethod("Of", BindingFlags.Public | BindingFlags.Static)!.Invoke(null, [new Guid(number, 2, 3, [4, 5, 6, 7, 8, 9, 10, 11])]),
            _ when type.IsEnum => Enum.GetValues(type).GetValue(number % Enum.GetValues(type).Length),
            _ when type == typeof(bool) => number == 1,
            _ when type == typeof(int) => 40 + number,
            _ when type == typeof(long) => 5_000_000_000 + number,
            _ when type == typeof(double) => 0.25 + number,
            _ when type == typeof(DateOnly) => new DateOnly(2026, 2, number),
            _ when type == typeof(DateTimeOffset) => new DateTimeOffset(2026, 3, number, 23, 59, 58, 123, TimeSpan.Zero),
            _ when type == typeof(byte[]) => new byte[] { (byte)number, 0, 255 },
            _ when property.IsNullable => null,
            _ when type.IsValueType => RuntimeHelpers.GetUninitializedObject(type),
            // Lists and tables that are stored as JSON.
            _ => property.GetTypeMapping().Converter!.ConvertFromProvider(type.IsAssignableTo(typeof(System.Collections.IEnumerable)) && !type.Name.Contains("Dictionary", StringComparison.Ordinal) ? "[]" : "{}"),
        };
    }
}
