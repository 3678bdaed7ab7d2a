using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using Networks.Architecture.Tests.Support;

namespace Networks.Architecture.Tests;

/// <summary>One model on three databases; what a database gets is read as SQL by whoever reviews the change.</summary>
public sealed class MigrationTests
{
    public static TheoryData<string> AllDatabases => [.. Databases.Names];

    [Theory]
    [MemberData(nameof(AllDatabases))]
    public void Given_the_model_then_every_change_of_it_has_a_migration(string database)
    {
        using var db = Databases.Open(database);
        Assert.False(db.Database.HasPendingModelChanges(), $"run eng/add-migration: the {database} model has changed");
    }

    [Fact]
    public void Given_the_compiled_model_of_the_embedded_database_then_it_is_the_model()
    {
        using var db = Databases.Open("Sqlite");
        var anew = db.GetService<IModelRuntimeInitializer>().Initialize(db.GetService<IDesignTimeModel>().Model, designTime: false);

        Assert.StartsWith("Networks.Data.Sqlite.Model", db.Model.GetType().Namespace, StringComparison.Ordinal);
        Assert.True(Told(anew) == Told(db.Model), "run eng/compile-model: the model has changed");
    }

    [Fact]
    public void Given_three_databases_then_their_migrations_have_the_same_names_in_the_same_order()
    {
        var names = Databases.Names.Select(name =>
        {
            using var db = Databases.Open(name);
            return db.Database.GetMigrations().Select(id => id.Split('_', 2)[1]).ToList();
        }).ToList();

        Assert.NotEmpty(names[0]);
        Assert.All(names, list => Assert.Equal(names[0], list));
    }

    [Theory]
    [MemberData(nameof(AllDatabases))]
    public void Given_the_migrations_then_their_script_is_the_approved_one(string database)
    {
        using var db = Databases.Open(database);
        // SQLite has no conditional statements, so EF makes no repeatable script for it.
        var options = database == "Sqlite" ? MigrationsSqlGenerationOptions.Default : MigrationsSqlGenerationOptions.Idempotent;
        Approved.Check($"migrations-{database}", db.GetService<IMigrator>().GenerateScript(options: options));
    }

    [Fact]
    public void Given_the_migrations_of_the_embedded_database_then_none_copies_a_table_outside_of_its_transaction()
    {
        using var db = Databases.Open("Sqlite");
        var script = db.GetService<IMigrator>().GenerateScript();

        Assert.Contains("CREATE TABLE", script, StringComparison.Ordinal);
        Assert.DoesNotContain("ef_temp_", script, StringComparison.Ordinal);
        Assert.DoesNotContain("PRAGMA foreign_keys", script, StringComparison.Ordinal);
    }

    private static string Told(IModel model) => model.ToDebugString(MetadataDebugStringOptions.LongDefault);

    [Fact]
    public void Given_a_column_of_text_then_its_length_is_said()
    {
        using var db = Databases.Open("SqlServer");
        var texts = db.Model.GetEntityTypes()
            .Where(type => type.ClrType.Namespace?.StartsWith("Networks.", StringComparison.Ordinal) == true)
            .SelectMany(type => type.GetProperties())
            .Where(p => p.PropertyInfo?.DeclaringType?.Namespace?.StartsWith("Networks.", StringComparison.Ordinal) != false)
            .Where(p => (p.GetProviderClrType() ?? p.GetValueConverter()?.ProviderClrType ?? p.ClrType) == typeof(string))
            .ToList();

        Assert.True(texts.Count > 50);
        Assert.Empty(texts.Where(p => p.GetMaxLength() is null).Select(p => $"{p.DeclaringType.DisplayName()}.{p.Name}"));
    }

    [Fact]
    public void Given_an_aggregate_then_it_holds_no_object_of_another_one()
    {
        using var db = Databases.Open("Sqlite");
        var navigations = db.Model.GetEntityTypes().SelectMany(type => type.GetNavigations()).ToList();

        Assert.NotEmpty(navigations);
        Assert.Empty(navigations
            .Where(n => n.DeclaringEntityType.ClrType.Namespace != n.TargetEntityType.ClrType.Namespace)
            .Select(n => $"{n.DeclaringEntityType.DisplayName()}.{n.Name}"));
    }

    /// <summary>Two lists that come with a row are multiplied by one statement: a firm's are short, others have to be thought about.</summary>
    [Fact]
    public void Given_a_row_that_comes_with_its_lists_then_a_firm_alone_has_two()
    {
        using var db = Databases.Open("Sqlite");

        Assert.Equal(
            ["Firm"],
            db.Model.GetEntityTypes().Where(type => type.GetNavigations().Count(n => n.IsCollection && n.IsEagerLoaded) > 1).Select(type => type.ClrType.Name));
    }
}
