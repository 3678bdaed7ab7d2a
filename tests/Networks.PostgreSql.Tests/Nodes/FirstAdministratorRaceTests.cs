using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Networks.Data;
using Networks.PostgreSql.Tests.Support;
using Networks.Web;
using Networks.Web.Infrastructure;
using Networks.Web.Infrastructure.Accounts;

namespace Networks.PostgreSql.Tests.Nodes;

/// <summary>Two people set up the same empty service at the same moment, each at another node: there is one first administrator.</summary>
public sealed class FirstAdministratorRaceTests : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("networks-first-").FullName;
    private readonly string _database = PostgreSqlServer.FreeName();
    private PostgreSqlServer _server = null!;

    public async ValueTask InitializeAsync()
    {
        _server = await PostgreSqlServer.RequireAsync();
        await _server.CreateAsync(_database);
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DropAsync(_database);
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Given_an_empty_service_when_two_nodes_make_the_first_administrator_at_once_then_one_is_made_and_the_other_is_told()
    {
        await using var first = Node();
        await using var second = Node();

        var answers = await Task.WhenAll(
            Task.Run(() => CreateAsync(first, "ada.conti@desk-lecco.example")), Task.Run(() => CreateAsync(second, "bruno.testa@desk-como.example")));

        Assert.Equal([null, "security.setup-done"], answers.Order(StringComparer.Ordinal));
        await using var scope = first.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<NetworksDbContext>();
        Assert.Equal((1, 1, 1), (await db.Users.CountAsync(), await db.Programmes.CountAsync(), await db.Officers.CountAsync()));
    }

    private static async Task<string?> CreateAsync(WebApplication node, string email)
    {
        await using var scope = node.Services.CreateAsyncScope();
        var made = await scope.ServiceProvider.GetRequiredService<FirstAdministrator>().CreateAsync(
            new FirstAdministratorFacts("Ada Conti", email, "quattro parole in fila", "Punto Alleanze", "Associazione", "Desk", "it"));
        return made.Refusal?.Code;
    }

    private WebApplication Node() => NetworksApp.Create(
        [$"--{JobsSetup.Setting}=false", $"--Networks:Folder={_folder}", "--Networks:Database:Provider=PostgreSql", $"--Networks:Database:ConnectionString={_server.ConnectionString(_database)}"],
        builder => builder.Logging.ClearProviders());
}
