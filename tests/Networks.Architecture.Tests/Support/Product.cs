using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;
using Networks.Web;

namespace Networks.Architecture.Tests.Support;

/// <summary>The real service, built and not started, to be asked for its endpoints.</summary>
internal sealed class Product : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly string _folder = Directory.CreateTempSubdirectory("networks-endpoints-").FullName;

    public Product()
    {
        _app = NetworksApp.Create([$"--Networks:Folder={_folder}"], builder => builder.Logging.ClearProviders());
        Endpoints = [.. ((IEndpointRouteBuilder)_app).DataSources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()];
    }

    public IReadOnlyList<RouteEndpoint> Endpoints { get; }

    public IServiceProvider Services => _app.Services;

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
