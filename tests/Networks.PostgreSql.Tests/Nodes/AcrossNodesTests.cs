using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Drafts;
using Networks.Data.Outbox;
using Networks.PostgreSql.Tests.Support;
using Networks.Web.Tests.Support;
using Networks.Workflows.Common;
using Networks.Workflows.Tests.Support;

namespace Networks.PostgreSql.Tests.Nodes;

/// <summary>One pair of nodes with a mail server, for the tests of one class.</summary>
public sealed class MailingNodes : IAsyncLifetime
{
    internal SmtpServer Server { get; } = new();

    internal TwoNodes Nodes { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Nodes = await TwoNodes.StartAsync(
        "--Networks:Mail:Host=127.0.0.1", $"--Networks:Mail:Port={Server.Port}", "--Networks:Mail:Tls=false", "--Networks:Mail:From=desk@networks.test");

    public async ValueTask DisposeAsync()
    {
        await Nodes.DisposeAsync();
        await Server.DisposeAsync();
    }
}

/// <summary>What one node made or mailed is good at the other, and each mail leaves once however many nodes send.</summary>
public sealed class AcrossNodesTests(MailingNodes pair) : IClassFixture<MailingNodes>
{
    private readonly TwoNodes _nodes = pair.Nodes;

    [Fact]
    public async Task Given_a_text_made_at_a_node_that_is_killed_then_the_others_hand_out_its_bytes_and_ask_and_take_the_firms_code()
    {
        var given = _nodes.Given;
        var id = await given.CaseInDraftingAsync();
        await using var killed = await _nodes.NodeAsync();
        using var onKilled = await _nodes.ClientAsync(given.Lecco, killed);
        using var officer = await _nodes.ClientAsync(given.Lecco, _nodes.B);
        var contract = $"/networks/{id.Value}/contract";
        Assert.Equal(HttpStatusCode.Found, (await onKilled.PostFormAsync(contract, "generate")).StatusCode);
        var address = At(Regex.Match(await onKilled.GetStringAsync(At(contract)), "/networks/[^\"]*/files/[^\"]*").Value);
        var bytes = await onKilled.GetByteArrayAsync(address, TestContext.Current.CancellationToken);
        await killed.KillAsync();
        Assert.Equal(bytes, await officer.GetByteArrayAsync(address, TestContext.Current.CancellationToken));

        await given.DoneAsync(given.Lecco, (await given.RoundOfAsync(id, RoundKind.Final)) with { LastDay = BusinessCalendar.AddWorkingDays(BusinessCalendar.DayOf(given.Clock.GetUtcNow()), 10) });
        var link = new Uri(Regex.Match((await given.MailAsync(id, 1)).Body, @"http://networks\.test/f/\S+").Value).AbsolutePath;
        using var onA = _nodes.A.Client(new CookieContainer());
        using var onB = _nodes.B.Client(new CookieContainer());
        (string, string)[] yes = [("answer", "approve"), ("name", "Rappresentante Numero1")];
        Assert.Equal(HttpStatusCode.OK, (await onA.PostFormAsync(link, "answer", [.. yes, ("step", "code")])).StatusCode);
        var approved = await onB.PostFormAsync(link, "answer", [.. yes, ("code", await given.CodeAsync(id, 1))]);

        Assert.Equal(HttpStatusCode.Found, approved.StatusCode);
        Assert.Single((await given.RoundAsync(id)).Answers, a => a.Decision == FirmDecision.Approved);
        await AllLeftAsync();
        var ids = pair.Server.Taken.Select(text => Regex.Match(text, @"(?im)^Message-ID: (\S+)").Groups[1].Value).ToList();
        Assert.Equal(await given.ReadAsync(db => db.Outbox.CountAsync()), ids.Count);
        Assert.Equal(ids.Count, ids.Distinct().Count());
    }

    [Fact]
    public async Task Given_guesses_of_a_password_at_both_nodes_at_the_same_moment_then_five_lock_the_account_at_both()
    {
        var (email, password) = TwoNodes.SignInOf(_nodes.Given.Monza);
        var guesses = await Task.WhenAll(Enumerable.Range(0, 6).Select(async n =>
        {
            using var client = (n % 2 == 0 ? _nodes.A : _nodes.B).Client(new CookieContainer());
            return (await client.PasswordAsync(email, $"parola sbagliata numero {n}")).StatusCode;
        }));

        Assert.DoesNotContain(HttpStatusCode.Found, guesses);
        foreach (var node in (NetworksProcess[])[_nodes.A, _nodes.B])
        {
            using var client = node.Client(new CookieContainer());
            Assert.NotEqual(HttpStatusCode.Found, (await client.PasswordAsync(email, password)).StatusCode);
        }
    }

    [Fact]
    public async Task Given_one_code_of_the_app_when_it_comes_to_both_nodes_at_the_same_moment_then_it_opens_once()
    {
        var (email, password) = TwoNodes.SignInOf(_nodes.Given.Como);
        using var enrolled = _nodes.A.Client(new CookieContainer());
        var (secret, _) = await enrolled.EnrolAsync(email, password);
        var clients = new[] { _nodes.A.Client(new CookieContainer()), _nodes.B.Client(new CookieContainer()) };
        foreach (var client in clients)
        {
            await client.PasswordAsync(email, password);
        }

        var code = Totp.Code(secret, steps: 1);
        var answers = await Task.WhenAll(clients.Select(client => client.PostFormAsync("/sign-in/second-factor", "code", ("code", code))));

        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.Found);
        Array.ForEach(clients, client => client.Dispose());
    }

    // Both nodes sweep every few seconds; the undo time of the round's mails is ten.
    private async Task AllLeftAsync()
    {
        for (var i = 0; i < 400 && await _nodes.Given.ReadAsync(db => db.Outbox.AnyAsync(m => m.Status == OutboxStatus.Queued)); i++)
        {
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }
    }

    private static Uri At(string path) => new(path, UriKind.Relative);
}
