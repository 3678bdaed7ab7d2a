using Networks.Architecture.Tests.Support;
using Xunit;

namespace Networks.Architecture.Tests;

public sealed class ColumnTests
{
    /// <summary>SQLite compares and adds up such values only with functions that our kept connections do not have.</summary>
    [Fact]
    public void Given_the_model_of_sqlite_when_its_columns_are_read_then_none_needs_functions_of_the_provider()
    {
        Type[] needing = [typeof(decimal), typeof(ulong), typeof(TimeSpan)];
        using var db = Databases.Open("Sqlite");
        var columns = db.Model.GetEntityTypes().SelectMany(type => type.GetProperties()).ToList();

        Assert.True(columns.Count > 300);
        Assert.DoesNotContain(columns, column => needing.Contains(Nullable.GetUnderlyingType(column.ClrType) ?? column.ClrType));
    }
}
