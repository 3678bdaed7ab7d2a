using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Networks.Data.Faults;

namespace Networks.Workflows.Tests.Pipeline;

public sealed class DatabaseFaultsTests
{
    [Theory]
    [InlineData(5, 5, DatabaseFault.Contention)]
    [InlineData(13, 13, DatabaseFault.Full)]
    [InlineData(14, 14, DatabaseFault.Unreachable)]
    [InlineData(10, 778, DatabaseFault.Unreachable)]
    [InlineData(10, 1034, DatabaseFault.Unreachable)]
    [InlineData(19, 2067, DatabaseFault.DuplicateKey)]
    [InlineData(1, 1, DatabaseFault.Unknown)]
    public void Given_an_error_of_sqlite_then_it_means_the_same_as_on_the_other_databases(int code, int extended, DatabaseFault expected) =>
        Assert.Equal(expected, DatabaseFaults.Of(new DbUpdateException("saving", new SqliteException("told", code, extended))));
}
