using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Networks.Data;
using Networks.Data.Connections;
using Networks.Data.Officers;
using Networks.Web.Infrastructure;
using Networks.Web.Tests.Support;
using Networks.Workflows.Casework.RecordNote;
using Networks.Workflows.Common;
using Networks.Workflows.Connections.AddWebhook;
using Networks.Workflows.Connections.ResumeWebhook;
using Networks.Workflows.Connections.Webhooks;
using Networks.Workflows.Mail;

namespace Networks.Web.Tests.Connections;

/// <summary>What a program of an association is told, over real sockets.</summary>
public sealed class WebhookTests : IAsyncLifetime
{
    private const string key = "chiave-della-firma";

    private readonly List<(string Signature, string Delivery, string Body)> _taken = [];
    private DeskApp _desk = null!;
    private WebApplication _receiver = null!;
    private int _answer = 200;
    private CaseId? _case;

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        _receiver = builder.Build();
        _receiver.Urls.Add("http://127.0.0.1:0");
        _receiver.MapPost("/hook", async (HttpContext context) =>
        {
            using var reader = new StreamReader(context.Request.Body);
            _taken.Add((context.Request.Headers["Networks-Signature"].ToString(), context.Request.Headers["Networks-Delivery"].ToString(), await reader.ReadToEndAsync()));
            context.Response.StatusCode = _answer;
        });
        await _receiver.StartAsync();
        _desk = await DeskApp.StartAsync(settings: [$"--{WebhooksSetup.PrivateSetting}=true"]);
    }

    public async ValueTask DisposeAsync()
    {
        await _desk.DisposeAsync();
        await _receiver.DisposeAsync();
    }

    [Fact]
    public async Task Given_a_webhook_when_something_happens_in_a_case_then_it_is_told_once_with_a_signature_and_without_names()
    {
        await AddAsync();
        var note = await NoteAsync();

        var facts = await _desk.Given.ReadAsync(db => Task.FromResult(db.CaseEvents.Count(e => e.CaseId == note && e.Name.StartsWith("casework."))));
        Assert.Equal(facts, await SweepAsync());
        Assert.Equal(0, await SweepAsync());

        Assert.Equal(facts, _taken.Select(t => t.Delivery).Distinct().Count());
        var (signature, delivery, body) = _taken[0];
        var seconds = signature.Split(',')[0][2..];
        Assert.Equal($"t={seconds},v1={HttpWebhookTransport.Sign(key, seconds, body)}", signature);
        Assert.Equal(_desk.Given.Clock.GetUtcNow().ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture), seconds);
        Assert.True(Guid.TryParse(delivery, out _));
        Assert.Contains(note.Value.ToString(), body, StringComparison.Ordinal);
        Assert.DoesNotContain("Chiedono", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Given_a_webhook_that_never_takes_anything_then_it_is_parked_and_told_and_goes_on_where_it_stopped()
    {
        var webhook = await AddAsync();
        await NoteAsync();
        _answer = 500;
        for (var i = 1; i <= WebhookPlan.Tries; i++)
        {
            await SweepAsync();
            Assert.Equal(i, _taken.Count);
            await SweepAsync();
            Assert.Equal(i, _taken.Count);
            _desk.Given.Clock.Advance(WebhookPlan.WaitAfter(i));
        }

        Assert.NotNull((await _desk.Given.ReadAsync(async db => await db.FindAsync<Webhook>(webhook)))!.ParkedAt);
        Assert.Single(await _desk.Given.ReadAsync(db => Task.FromResult(db.Outbox.Where(m => m.Kind == MailKinds.WebhookParked).ToList())));
        Assert.Single(_taken.Select(t => t.Delivery).Distinct());
        await NoteAsync();
        Assert.Equal(0, await SweepAsync());

        _answer = 204;
        Assert.True((await _desk.Given.SendAsAsync(Administrator, new ResumeWebhook(Ids.New(_desk.Given.Clock), webhook))).Ok);
        var facts = await _desk.Given.ReadAsync(db => Task.FromResult(db.CaseEvents.Count(e => e.Name.StartsWith("casework."))));
        Assert.Equal(facts, await SweepAsync());
        Assert.Equal(_taken[0].Delivery, _taken[WebhookPlan.Tries].Delivery);
    }

    [Theory]
    [InlineData("127.0.0.1", false)]
    [InlineData("10.1.2.3", false)]
    [InlineData("172.20.0.1", false)]
    [InlineData("192.168.1.1", false)]
    [InlineData("169.254.169.254", false)]
    [InlineData("100.64.0.1", false)]
    [InlineData("0.0.0.0", false)]
    [InlineData("224.0.0.1", false)]
    [InlineData("::1", false)]
    [InlineData("::ffff:10.0.0.1", false)]
    [InlineData("fd00::1", false)]
    [InlineData("fe80::1", false)]
    [InlineData("2002:7f00:1::", false)]
    [InlineData("93.184.216.34", true)]
    [InlineData("2a00:1450:4002:402::200e", true)]
    public void Given_an_address_then_only_a_public_one_is_called(string address, bool isPublic) =>
        Assert.Equal(isPublic, HttpWebhookTransport.IsPublic(IPAddress.Parse(address)));

    [Fact]
    public async Task Given_a_service_that_calls_public_addresses_only_when_a_name_leads_inside_then_nothing_is_sent()
    {
        await using var strict = await DeskApp.StartAsync();
        var keys = strict.App.Services.GetRequiredService<WebhookKeys>();
        var transport = strict.App.Services.GetRequiredService<IWebhookTransport>();
        var port = new Uri(_receiver.Urls.Single()).Port;

        var inside = await transport.SendAsync(new WebhookCall($"https://localhost:{port}/hook", keys.Protect(key), Guid.Empty, "intake.case-opened", "{}"), default);
        var plain = await transport.SendAsync(new WebhookCall($"http://localhost:{port}/hook", keys.Protect(key), Guid.Empty, "intake.case-opened", "{}"), default);

        Assert.Equal(new WebhookReply(null, "not-public"), inside);
        Assert.Equal(new WebhookReply(null, "not-public"), plain);
        Assert.Empty(_taken);
    }

    private Actor Administrator => Actor.Person(_desk.Given.Lecco.Id, _desk.Given.Lecco.AssociationId, OfficerRoles.Administrator);

    private async Task<Guid> AddAsync()
    {
        var keys = _desk.App.Services.GetRequiredService<WebhookKeys>();
        var added = await _desk.Given.SendAsAsync(Administrator, new AddWebhook(Ids.New(_desk.Given.Clock), _desk.Given.Lecco.AssociationId, $"{_receiver.Urls.Single()}/hook", ["casework"]) { ProtectedKey = keys.Protect(key) });
        Assert.True(added.Ok, added.Refusal?.Code);
        return added.Value.Id;
    }

    private async Task<CaseId> NoteAsync()
    {
        var id = _case ??= await _desk.Given.CaseInDraftingAsync(2);
        await _desk.Given.DoneAsync(_desk.Given.Lecco, new RecordNote(Ids.New(_desk.Given.Clock), id, NoteChannel.Call, null, null, "has-doubts", "Chiedono del fondo", null, null, null, false));
        return id;
    }

    private Task<int> SweepAsync() => _desk.App.Services.GetRequiredService<WebhookSweep>().RunAsync(default);
}
