using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;
using Networks.Web;
using Networks.Web.Infrastructure;

namespace Networks.Architecture.Tests.Support;

/// <summary>The real service, built and not started, to be asked for its endpoints.</summary>
internal sealed class Product : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly string _folder = Directory.CreateTempSubdirectory("networks-endpoints-").FullName;

    public Product()
    {
        _app = NetworksApp.Create([$"--Networks:Folder={_folder}", $"--{JobsSetup.Setting}=false", "--urls=http://127.0.0.1:0"], builder => builder.Logging.ClearProviders());
        Endpoints = [.. ((IEndpointRouteBuilder)_app).DataSources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()];
    }

    public IReadOnlyList<RouteEndpoint> Endpoints { get; }

    public IServiceProvider Services => _app.Services;

    /// <summary>Starts it, for what it only knows when it listens. It has no database.</summary>
    public async Task<HttpClient> ListenAsync()
    {
        await _app.StartAsync();
        return new HttpClient { BaseAddress = new Uri(_app.Urls.Single()) };
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
