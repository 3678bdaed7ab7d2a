using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Networks.Data.Officers;
using Networks.Web.Infrastructure;
using Networks.Workflows.Common;
using Networks.Workflows.Tests.Support;

namespace Networks.Web.Tests.Support;

/// <summary>
/// The real service with the desks of <see cref="Given"/> and its fixed clock. People come in as in the demo: by being
/// chosen, without a password.
/// </summary>
internal sealed class DeskApp : IAsyncDisposable
{
    private DeskApp(App app, Given given)
    {
        App = app;
        Given = given;
    }

    public App App { get; }

    public Given Given { get; }

    /// <param name="settings">More settings, as <c>--Key=value</c>.</param>
    public static async Task<DeskApp> StartAsync(Action<WebApplicationBuilder>? more = null, params IReadOnlyList<string> settings)
    {
        var clock = Given.StartingClock();
        var files = new MemoryFiles();
        var app = await App.StartAsync(builder =>
        {
            builder.Services.AddSingleton<TimeProvider>(clock);
            builder.Services.AddSingleton<IFileStore>(files);
            builder.Services.AddSingleton(RunMode.Demonstration);
            more?.Invoke(builder);
        }, settings: settings);
        var given = await Given.OverAsync(app.Services, clock, files);
        await AccountAsync(app, given.Lecco, given.Como, given.Monza);
        return new DeskApp(app, given);
    }

    /// <summary>Gives officers an account without a password, so that they can be chosen.</summary>
    public static async Task AccountAsync(App app, params Officer[] officers)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var accounts = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
        foreach (var officer in officers)
        {
            var made = await accounts.CreateAsync(new Account { Id = officer.Id.Value, UserName = officer.Email, Email = officer.Email });
            Assert.True(made.Succeeded, string.Join(' ', made.Errors.Select(e => e.Code)));
        }
    }

    /// <summary>From now on the officer's pages are in this language.</summary>
    public Task SpeakAsync(Officer officer, string language) => Given.WriteAsync(async db =>
        (await db.Officers.FindAsync(officer.Id))!.Language = language[..2]);

    /// <summary>A client signed in as an officer.</summary>
    public async Task<HttpClient> ClientAsync(Officer officer)
    {
        var client = App.Client();
        var answer = await client.PostFormAsync("/demo", "become", ("person", officer.Id.Value.ToString()));
        Assert.Equal(System.Net.HttpStatusCode.Found, answer.StatusCode);
        return client;
    }

    /// <summary>A browser page signed in as an officer, on Oggi.</summary>
    public async Task<IPage> PageAsync(Officer officer, int width = 1280, bool script = true, string language = "it-IT")
    {
        var page = await Browser.PageAsync(App, width, script, language);
        await page.BecomeAsync(officer.Id.Value);
        return page;
    }

    public async ValueTask DisposeAsync()
    {
        await Given.DisposeAsync();
        await App.DisposeAsync();
    }
}
