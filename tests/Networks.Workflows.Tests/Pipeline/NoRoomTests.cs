using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Networks.Data;
using Networks.Data.Cases;
using Networks.Data.Sqlite;
using Networks.Workflows.Common;
using Networks.Workflows.Tests.Support;

namespace Networks.Workflows.Tests.Pipeline;

/// <summary>A full disk, played by SQLite's own limit on the pages of a database.</summary>
public sealed class NoRoomTests
{
    [Fact]
    public async Task Given_a_full_database_then_the_act_is_refused_nothing_is_half_done_and_with_room_the_same_form_works()
    {
        var limit = new PageLimit();
        await using var given = await Given.NewAsync(services =>
        {
            NoteWordHandler.AddTo(services);
            services.ConfigureDbContext<SqliteNetworksDbContext>(options => options.AddInterceptors(limit));
        });
        var id = CaseId.New(given.Clock);
        await given.WriteAsync(db =>
        {
            db.Add(new Case(id, "N-2026-0001", given.Programme, given.Lecco.AssociationId, "prova", new DateOnly(2026, 3, 10)));
            return Task.CompletedTask;
        });
        given.Actor = Actor.Of(given.Lecco);
        var form = new NoteWord(id, new string('a', 200_000)) { OperationId = Guid.CreateVersion7() };
        limit.Pages = await given.ReadAsync(db => db.Database.SqlQuery<int>($"SELECT page_count AS Value FROM pragma_page_count").SingleAsync());

        var full = await given.SendAsync(form);

        Assert.Equal(RefusalKind.NoRoom, full.Refusal?.Kind);
        Assert.Equal(0, await given.ReadAsync(db => db.CaseEvents.CountAsync()));
        Assert.Equal(0, await given.ReadAsync(db => db.Operations.CountAsync()));
        Assert.Equal(0, await given.ReadAsync(db => db.Cases.Select(c => c.Version).SingleAsync()));

        limit.Pages = int.MaxValue / 2;
        Assert.Equal(1, (await given.SendAsync(form)).Value);
    }

    private sealed class PageLimit : DbConnectionInterceptor
    {
        public int Pages { get; set; } = int.MaxValue / 2;

        public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // a number of this test
            command.CommandText = $"PRAGMA max_page_count = {Pages}";
#pragma warning restore CA2100
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }
}
