using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Cases;
using Networks.Data.EnterpriseNetworks;
using Networks.Data.Filings;
using Networks.Web.Tests.Support;
using Networks.Workflows.Changes.AmendNetwork;
using Networks.Workflows.Changes.RecordVote;
using Networks.Workflows.Changes.ShowChange;
using Networks.Workflows.Tests.Support;

namespace Networks.Web.Tests.Changes;

/// <summary>The pages of a network that ends or whose contract changes, over HTTP.</summary>
public sealed partial class ClosingPagesTests : IAsyncLifetime
{
    private static readonly DateOnly _today = new(2026, 3, 10);
    private DeskApp _desk = null!;

    public async ValueTask InitializeAsync() => _desk = await DeskApp.StartAsync();

    public ValueTask DisposeAsync() => _desk.DisposeAsync();

    [Fact]
    public async Task Given_a_network_with_a_fund_when_it_is_ended_by_its_pages_then_each_says_what_it_does_and_the_case_is_over()
    {
        var network = await _desk.Given.RunningNetworkAsync(1, fund: new CommonFund("danaro", "su conto comune", null, 30));
        using var client = await _desk.ClientAsync(_desk.Given.Lecco);
        var id = network.Id.Value;

        using var opened = await client.PostFormAsync($"/networks/{id}/closing", "closing", ("cause", "below-minimum"), ("on", "2026-03-09"));
        Assert.Equal(HttpStatusCode.Redirect, opened.StatusCode);
        var change = await _desk.Given.ReadAsync(db => db.NetworkChanges.Select(c => c.Id).SingleAsync());
        await _desk.Given.DocumentAsync(network.Id, change, _today);
        Assert.Contains($"/changes/{change}/fund", await client.GetStringAsync(new Uri($"/networks/{id}/changes/{change}", UriKind.Relative)), StringComparison.Ordinal);
        using var settled = await client.PostFormAsync($"/networks/{id}/changes/{change}/fund", "fund", ("residual", "0"), ("on", "2026-03-10"), ("waive", "yes"));
        Assert.Equal(HttpStatusCode.Redirect, settled.StatusCode);
        await _desk.Given.EnterFilingsAsync(network.Id, change, _today);
        using var ended = await client.PostFormAsync($"/networks/{id}/changes/{change}/end", "end");

        Assert.Equal(HttpStatusCode.Redirect, ended.StatusCode);
        Assert.Equal(CaseStatus.Ended, await _desk.Given.ReadAsync(db => db.Cases.Where(c => c.Id == network.Id).Select(c => c.Status).SingleAsync()));
        Assert.Contains("sciolta", await client.GetStringAsync(new Uri($"/networks/{id}", UriKind.Relative)), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("/closing\"", await client.GetStringAsync(new Uri($"/networks/{id}/changes", UriKind.Relative)), StringComparison.Ordinal);
        Assert.Contains("data-code=\"changes.case-over\"", await client.GetStringAsync(new Uri($"/networks/{id}/amendment", UriKind.Relative)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Given_a_network_when_its_pages_of_change_are_only_opened_then_nothing_happens()
    {
        var network = await _desk.Given.RunningNetworkAsync();
        using var client = await _desk.ClientAsync(_desk.Given.Lecco);
        var before = await _desk.Given.ReadAsync(db => db.Cases.Where(c => c.Id == network.Id).Select(c => c.Version).SingleAsync());

        foreach (var page in new[] { "closing?cause=all-agree", "amendment?name=Altro", "changes", "what-if" })
        {
            using var answer = await client.GetAsync(new Uri($"/networks/{network.Id.Value}/{page}", UriKind.Relative));
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }

        Assert.Equal(before, await _desk.Given.ReadAsync(db => db.Cases.Where(c => c.Id == network.Id).Select(c => c.Version).SingleAsync()));
        Assert.Equal(0, await _desk.Given.ReadAsync(db => db.NetworkChanges.CountAsync()));
    }

    [Fact]
    public async Task Given_an_entry_that_a_chamber_owes_when_the_network_is_ended_then_the_page_says_so()
    {
        var network = await _desk.Given.RunningNetworkAsync();
        await _desk.Given.WriteAsync(db =>
        {
            db.Add(new Filing(FilingId.New(_desk.Given.Clock), network.Id, network.Firms[0], "como-lecco", _desk.Given.Lecco.AssociationId));
            return Task.CompletedTask;
        });
        using var client = await _desk.ClientAsync(_desk.Given.Lecco);

        var html = await client.GetStringAsync(new Uri($"/networks/{network.Id.Value}/closing", UriKind.Relative));

        Assert.Contains("data-code=\"changes.filings-open\"", html, StringComparison.Ordinal);
        Assert.DoesNotContain("form-closing", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Given_a_term_that_still_runs_when_the_network_is_ended_for_it_then_the_field_says_until_when()
    {
        var network = await _desk.Given.RunningNetworkAsync(terms: Given.SmallContract with { DurationYears = 5 });
        using var client = await _desk.ClientAsync(_desk.Given.Lecco);

        using var answer = await client.PostFormAsync($"/networks/{network.Id.Value}/closing", "closing", ("cause", "term-over"), ("on", "2026-03-10"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var html = await answer.Content.ReadAsStringAsync();
        Assert.Contains("changes.term-runs", Html.Codes(html));
        Assert.Contains("6 marzo 2031", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Given_an_amendment_that_was_decided_when_a_firm_votes_late_by_its_link_then_it_is_told_and_nothing_changes()
    {
        var network = await _desk.Given.RunningNetworkAsync();
        var change = await AmendedAsync(network);
        var token = Token().Match((await _desk.Given.MailAsync(network.Id, 1, "changes.vote-asked")).Body).Groups[1].Value;
        using var nobody = _desk.App.Client();
        var open = await nobody.GetStringAsync(new Uri($"/v/{token}", UriKind.Relative));
        Assert.Contains("Altro nome", open, StringComparison.Ordinal);
        foreach (var vote in (await _desk.Given.DoneAsync(_desk.Given.Lecco, new ShowChange(network.Id, change))).Votes)
        {
            await _desk.Given.DoneAsync(_desk.Given.Lecco, new RecordVote(Ids.New(_desk.Given.Clock), network.Id, vote.Vote, true, "in assemblea"));
        }

        var closed = await nobody.GetStringAsync(new Uri($"/v/{token}", UriKind.Relative));

        Assert.DoesNotContain("form-vote", closed, StringComparison.Ordinal);
        Assert.Equal(3, await _desk.Given.ReadAsync(db => db.ChangeVotes.CountAsync(v => v.Yes == true)));
    }

    [Fact]
    public async Task Given_an_amendment_form_that_changes_nothing_or_is_no_number_when_it_is_sent_then_each_field_says_so()
    {
        var network = await _desk.Given.RunningNetworkAsync();
        using var client = await _desk.ClientAsync(_desk.Given.Lecco);
        var page = $"/networks/{network.Id.Value}/amendment";

        var fields = Fields(await _desk.Given.ReadAsync(async db => AmendableTerms.Of(await db.EnterpriseNetworks.SingleAsync(n => n.CaseId == network.Id))));

        using var same = await client.PostFormAsync(page, "amendment", fields);
        using var wrong = await client.PostFormAsync(page, "amendment", [.. fields.Where(f => f.Name != "duration"), ("duration", "cinque")]);

        Assert.Contains("changes.nothing-changes", Html.Codes(await same.Content.ReadAsStringAsync()));
        Assert.Contains("changes.no-number", Html.Codes(await wrong.Content.ReadAsStringAsync()));
        Assert.Equal(0, await _desk.Given.ReadAsync(db => db.NetworkChanges.CountAsync()));
    }

    /// <summary>As a browser sends the form when nobody touched it.</summary>
    private static (string Name, string Value)[] Fields(AmendableTerms terms) =>
    [
        .. new (string Name, string? Value)[]
        {
            ("name", terms.Name), ("street", terms.Seat?.Street), ("number", terms.Seat?.Number), ("postal-code", terms.Seat?.PostalCode), ("town", terms.Seat?.Municipality),
            ("province", terms.Seat?.Province), ("programme", terms.Programme?.ReplaceLineEndings("\r\n")), ("means", terms.MeansOfPursuit?.ReplaceLineEndings("\r\n")),
            ("duration", terms.DurationYears?.ToString(CultureInfo.InvariantCulture)), ("renewal", terms.RenewalYears?.ToString(CultureInfo.InvariantCulture)),
            ("reference", terms.Reference?.Value.ToString()),
        }.Where(f => f.Value is not null).Select(f => (f.Name, f.Value!)),
    ];

    private async Task<Guid> AmendedAsync(RunningNetwork network)
    {
        var terms = await _desk.Given.ReadAsync(async db => AmendableTerms.Of(await db.EnterpriseNetworks.SingleAsync(n => n.CaseId == network.Id)));
        return (await _desk.Given.DoneAsync(_desk.Given.Lecco, new OpenAmendment(Ids.New(_desk.Given.Clock), network.Id, terms with { Name = "Altro nome" }, null, null))).Change;
    }

    [GeneratedRegex("/v/([A-Za-z0-9_-]{43})")]
    private static partial Regex Token();
}
