using System.Net;
using Microsoft.EntityFrameworkCore;
using Networks.PostgreSql.Tests.Support;
using Networks.Web.Tests.Support;
using Networks.Workflows.Tests.Support;

namespace Networks.PostgreSql.Tests.Nodes;

/// <summary>Two processes on one database behind one address: whatever one began the other goes on with.</summary>
public sealed class TwoNodesTests : IAsyncLifetime
{
    private static readonly (string, string) _firms = ("firms", $"Alfa Srl {InventedIdentifiers.Vat(1)}\nBeta Srl {InventedIdentifiers.Vat(2)}");

    private TwoNodes _nodes = null!;

    public async ValueTask InitializeAsync() => _nodes = await TwoNodes.StartAsync();

    public async ValueTask DisposeAsync() => await _nodes.DisposeAsync();

    [Fact]
    public async Task Given_somebody_signed_in_on_one_node_when_they_act_on_the_other_then_it_is_done_and_the_one_may_go_meanwhile()
    {
        using var onA = await _nodes.ClientAsync(_nodes.Given.Lecco, _nodes.A);
        using var onB = await _nodes.ClientAsync(_nodes.Given.Lecco, _nodes.B);
        var openOnA = await OpenForm.AtAsync(onA, "/networks/new", "open-case");

        var done = (await openOnA.SentBy(onB).SendAsync(_firms, ("need", "verniciatura"))).IsDone();
        var again = (await openOnA.SendAsync(_firms, ("need", "verniciatura"))).IsDone();
        var casePage = PathOf(done);
        var openOnB = await OpenForm.AtAsync(onB, "/networks/new", "open-case");
        await _nodes.A.StopAsync();
        var meanwhile = await onB.GetAsync(new Uri(casePage, UriKind.Relative), TestContext.Current.CancellationToken);
        await _nodes.B.KillAsync();
        await _nodes.RestartAAsync();
        using var onNewA = await _nodes.ClientAsync(_nodes.Given.Lecco, _nodes.A);
        (await openOnB.SentBy(onNewA).SendAsync(_firms, ("need", "stampaggio"))).IsDone();

        Assert.Equal(casePage, PathOf(again));
        Assert.Equal(HttpStatusCode.OK, meanwhile.StatusCode);
        Assert.Equal(["stampaggio", "verniciatura"], await _nodes.Given.ReadAsync(db => db.Cases.Select(c => c.Need).OrderBy(need => need).ToListAsync()));
    }

    [Fact]
    public async Task Given_a_sign_in_that_was_begun_on_one_node_when_the_code_is_given_on_the_other_then_it_goes_on_there()
    {
        var (email, password) = TwoNodes.SignInOf(_nodes.Given.Como);
        var session = new CookieContainer();
        using var onA = _nodes.A.Client(session);
        using var onB = _nodes.B.Client(session);

        await onA.PasswordAsync(email, password);
        var (_, codes) = await onB.EnrolAsync(email, password);
        var today = await onA.GetAsync(new Uri("/", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(10, codes.Count);
        Assert.Equal(HttpStatusCode.OK, today.StatusCode);
    }

    private static string PathOf(PageAnswer answer) => answer.Message.Headers.Location!.AbsolutePath;
}
