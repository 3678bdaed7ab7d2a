using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Networks.Data.Faults;
using Npgsql;

namespace Networks.Workflows.Tests.Pipeline;

public sealed class DatabaseFaultsTests
{
    [Theory]
    [InlineData(5, 5, DatabaseFault.Contention)]
    [InlineData(13, 13, DatabaseFault.Full)]
    [InlineData(14, 14, DatabaseFault.Unreachable)]
    [InlineData(10, 778, DatabaseFault.Unreachable)]
    [InlineData(10, 1034, DatabaseFault.Unflushed)]
    [InlineData(10, 1290, DatabaseFault.Unflushed)]
    [InlineData(19, 2067, DatabaseFault.DuplicateKey)]
    [InlineData(1, 1, DatabaseFault.Unknown)]
    public void Given_an_error_of_sqlite_then_it_means_the_same_as_on_the_other_databases(int code, int extended, DatabaseFault expected) =>
        Assert.Equal(expected, DatabaseFaults.Of(new DbUpdateException("saving", new SqliteException("told", code, extended))));

    [Theory]
    [InlineData("57P01", DatabaseFault.Unreachable)]
    [InlineData("57P02", DatabaseFault.Unreachable)]
    [InlineData("57P03", DatabaseFault.Unreachable)]
    [InlineData("53300", DatabaseFault.Unreachable)]
    [InlineData("53100", DatabaseFault.Full)]
    [InlineData("40P01", DatabaseFault.Contention)]
    [InlineData("23505", DatabaseFault.DuplicateKey)]
    [InlineData("42P01", DatabaseFault.Unknown)]
    public void Given_an_error_of_postgresql_then_it_means_the_same_as_on_the_other_databases(string state, DatabaseFault expected) =>
        Assert.Equal(expected, DatabaseFaults.Of(new PostgresException("told", "FATAL", "FATAL", state)));

    [Fact]
    public void Given_an_error_of_a_database_that_is_wrapped_twice_then_it_is_still_of_the_database()
    {
        var deadlock = new InvalidOperationException("likely transient", new DbUpdateException("saving", new PostgresException("told", "ERROR", "ERROR", "40P01")));

        Assert.True(DatabaseFaults.IsOfDatabase(deadlock));
        Assert.Equal(DatabaseFault.Contention, DatabaseFaults.Of(deadlock));
        Assert.True(DatabaseFaults.IsOfDatabase(new DbUpdateConcurrencyException("gone")));
        Assert.False(DatabaseFaults.IsOfDatabase(new InvalidOperationException("no such step", new FormatException("number"))));
    }
}
