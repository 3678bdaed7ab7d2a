using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Networks.Data.SqlServer;

namespace Networks.SqlServer.Tests.WithoutServer;

/// <summary>Every statement for SQL Server is read by its own parser. What only a server can prove stands in docs/operations.md.</summary>
public sealed class ScriptTests
{
    [Theory]
    [InlineData(MigrationsSqlGenerationOptions.Idempotent)]
    [InlineData(MigrationsSqlGenerationOptions.Default)]
    public void Given_the_migrations_then_their_script_is_t_sql(MigrationsSqlGenerationOptions options)
    {
        using var db = new SqlServerNetworksDbContext(new DbContextOptionsBuilder<SqlServerNetworksDbContext>()
            .UseSqlServer("Server=never-opened", server => server.UseCompatibilityLevel(150)).Options);

        var script = db.GetService<IMigrator>().GenerateScript(options: options);

        Assert.True(TransactSql.Count(script) > 50, "the parser saw too little");
        Assert.Empty(TransactSql.Faults(script));
    }

    [Theory]
    [InlineData("SELECT TOP(1) [c].[Id] FROM [Cases] AS [c] LIMIT 1")]
    [InlineData("CREATE TABLE [Cases] ([Id] uniqueidentifier NOT NULL,, [Need] nvarchar(10) NULL);")]
    [InlineData("""INSERT INTO "Cases" VALUES (1) ON CONFLICT DO NOTHING""")]
    [InlineData("UPDATE [Cases] SET [Version] = [Version] + WHERE [Id] = @p")]
    public void Given_a_statement_that_sql_server_would_refuse_then_the_parser_says_so(string wrong) =>
        Assert.NotEmpty(TransactSql.Faults(wrong));
}
