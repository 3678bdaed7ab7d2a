using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Networks.Data;
using Networks.Data.Outbox;
using Networks.Web.Infrastructure;
using Networks.Web.Tests.Support;
using Networks.Workflows.Mail;

namespace Networks.Web.Tests.Upkeep;

public sealed class UpkeepTests
{
    [Fact]
    public async Task Given_no_mail_server_then_health_and_page_say_so_in_words_and_the_service_stays_ready()
    {
        await using var app = await App.StartAsync();
        using var client = await app.AdministratorAsync();

        var ready = await client.GetAsync(new Uri("/health/ready", UriKind.Relative));
        var words = await ready.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.OK, ready.StatusCode);
        Assert.StartsWith("Degraded\n", words, StringComparison.Ordinal);
        Assert.Contains("Networks:Mail:Host", words, StringComparison.Ordinal);

        Assert.Contains("data-mail-off", await client.GetStringAsync(new Uri("/service", UriKind.Relative)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Given_a_mail_server_then_a_queued_mail_leaves_by_itself_and_the_service_is_healthy()
    {
        await using var server = new SmtpServer();
        await using var app = await App.StartAsync(
            builder => builder.Services.AddSingleton<IMailTransport>(Mail.SmtpMailTransportTests.TransportTo(server.Port)),
            jobs: true);
        await QueueAsync(app, "ada@mail.example");

        for (var i = 0; i < 100 && server.Taken.IsEmpty; i++)
        {
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }

        Assert.Contains("ada@mail.example", Assert.Single(server.Taken), StringComparison.Ordinal);
        using var client = app.Client();
        Assert.StartsWith("Healthy", await client.GetStringAsync(new Uri("/health/ready", UriKind.Relative)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Given_a_failed_mail_without_a_case_when_it_is_sent_again_then_the_page_no_longer_lists_it()
    {
        await using var app = await App.StartAsync(builder => builder.Services.AddSingleton<IMailTransport, KeptMailTransport>());
        using var client = await app.AdministratorAsync();
        var mail = await QueueAsync(app, "persa@mail.example", OutboxStatus.Failed);

        var page = await client.GetStringAsync(new Uri("/service", UriKind.Relative));
        Assert.Contains($"form-resend-{mail}", page, StringComparison.Ordinal);
        Assert.DoesNotContain("persa@mail.example", page, StringComparison.Ordinal);
        var done = await client.PostFormAsync("/service", $"resend-{mail}");

        Assert.Equal(HttpStatusCode.Found, done.StatusCode);
        Assert.DoesNotContain($"form-resend-{mail}", await client.GetStringAsync(new Uri("/service", UriKind.Relative)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Given_the_demo_then_kept_mails_can_be_read_with_their_links_and_outside_of_it_there_is_no_such_page()
    {
        await using var demo = await App.StartAsync(builder =>
        {
            builder.Services.AddSingleton(RunMode.Demonstration);
            builder.Services.AddSingleton<IMailTransport, KeptMailTransport>();
        });
        var mail = await QueueAsync(demo, "impresa@mail.example");
        using var client = demo.Client();

        Assert.Contains($"/outbox/{mail}", await client.GetStringAsync(new Uri("/outbox", UriKind.Relative)), StringComparison.Ordinal);
        Assert.Contains("href=\"/f/segreto\"", await client.GetStringAsync(new Uri($"/outbox/{mail}", UriKind.Relative)), StringComparison.Ordinal);

        await using var real = await App.StartAsync();
        using var stranger = real.Client();
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync(new Uri("/outbox", UriKind.Relative))).StatusCode);
    }

    [Fact]
    public async Task Given_the_pages_of_the_service_and_of_the_outbox_then_axe_finds_nothing()
    {
        await using var app = await App.StartAsync(builder =>
        {
            builder.Services.AddSingleton(RunMode.Demonstration);
            builder.Services.AddSingleton<IMailTransport, KeptMailTransport>();
        });
        using var client = await app.AdministratorAsync();
        var mail = await QueueAsync(app, "impresa@mail.example");
        await QueueAsync(app, "persa@mail.example", OutboxStatus.Failed);
        foreach (var width in new[] { 1280, 360 })
        {
            var page = await Browser.PageAsync(app, width);
            foreach (var (address, name) in new[] { ("/outbox", "outbox"), ($"/outbox/{mail}", "outbox-mail") })
            {
                await page.GotoAsync(address);
                await page.AssertAccessibleAsync();
                await page.PictureAsync($"{name}-{width}");
            }

            await page.GotoAsync("/demo");
            await page.LeaveAsync(() => page.Locator("button[name=person]").First.ClickAsync());
            await page.GotoAsync("/service");
            await page.AssertAccessibleAsync();
            await page.PictureAsync($"service-{width}");
        }
    }

    private static async Task<Guid> QueueAsync(App app, string to, OutboxStatus status = OutboxStatus.Queued)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<NetworksDbContext>();
        var clock = scope.ServiceProvider.GetRequiredService<TimeProvider>();
        var mail = new OutboxMessage(Ids.New(clock), "test.mail", to, "Il testo è pronto", "Apra http://127.0.0.1:5080/f/segreto per leggerlo.\nGrazie", clock.GetUtcNow()) { Status = status };
        db.Add(mail);
        await db.SaveChangesAsync();
        return mail.Id;
    }
}
