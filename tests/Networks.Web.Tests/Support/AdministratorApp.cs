namespace Networks.Web.Tests.Support;

/// <summary>One running service with its first administrator signed in, for tests that only look.</summary>
public sealed class AdministratorApp : IAsyncLifetime
{
    public App App { get; private set; } = null!;

    public SessionClient Administrator { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        App = await App.StartAsync();
        Administrator = await App.AdministratorAsync();
    }

    public async ValueTask DisposeAsync()
    {
        Administrator.Dispose();
        await App.DisposeAsync();
    }
}
