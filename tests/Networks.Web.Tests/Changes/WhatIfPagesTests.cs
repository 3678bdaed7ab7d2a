using System.Net;
using Microsoft.EntityFrameworkCore;
using Networks.Data.EnterpriseNetworks;
using Networks.Web.Tests.Support;
using Networks.Workflows.Tests.Support;

namespace Networks.Web.Tests.Changes;

/// <summary>The pages of a network that changes, over HTTP.</summary>
public sealed class WhatIfPagesTests : IAsyncLifetime
{
    private DeskApp _desk = null!;

    public async ValueTask InitializeAsync() => _desk = await DeskApp.StartAsync();

    public ValueTask DisposeAsync() => _desk.DisposeAsync();

    [Fact]
    public async Task Given_a_firm_when_its_leaving_is_simulated_then_the_page_says_what_would_follow_and_starts_it()
    {
        var network = await _desk.Given.RunningNetworkAsync();
        using var client = await _desk.ClientAsync(_desk.Given.Lecco);
        var page = $"/networks/{network.Id.Value}/what-if?firm={network.Firms[0].Value}";

        var html = await client.GetStringAsync(new Uri(page, UriKind.Relative));
        Assert.Contains("data-line=\"name-reference\"", html, StringComparison.Ordinal);
        Assert.Contains("data-line=\"bring-notice\"", html, StringComparison.Ordinal);
        using var answer = await client.PostFormAsync(page, "accept", ("reason", "vende"));

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Contains($"/networks/{network.Id.Value}/changes/", answer.Headers.Location!.ToString(), StringComparison.Ordinal);
        var change = await client.GetStringAsync(answer.Headers.Location);
        Assert.Contains("form-document", change, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Given_a_simulation_that_no_longer_holds_when_it_is_started_then_it_is_refused_and_the_new_list_stands_there()
    {
        var network = await _desk.Given.RunningNetworkAsync();
        using var client = await _desk.ClientAsync(_desk.Given.Lecco);

        using var answer = await client.PostFormAsync($"/networks/{network.Id.Value}/what-if?firm={network.Firms[0].Value}", "accept", ("stamp", "di prima"));

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        var html = await answer.Content.ReadAsStringAsync();
        Assert.Contains("changes.stale", Html.Codes(html));
        Assert.Contains("data-line=\"name-reference\"", html, StringComparison.Ordinal);
        Assert.False(await _desk.Given.ReadAsync(db => db.NetworkChanges.AnyAsync()));
    }

    [Fact]
    public async Task Given_a_contract_without_notice_when_a_firm_would_leave_freely_then_the_page_says_what_else_there_is()
    {
        var network = await _desk.Given.RunningNetworkAsync(terms: Given.SmallContract with { NoticeMonths = null });
        using var client = await _desk.ClientAsync(_desk.Given.Lecco);

        var html = await client.GetStringAsync(new Uri($"/networks/{network.Id.Value}/what-if?firm={network.Firms[0].Value}&cause=notice", UriKind.Relative));

        Assert.Contains("data-code=\"changes.no-free-withdrawal\"", html, StringComparison.Ordinal);
        Assert.DoesNotContain("form-accept", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Given_a_change_without_its_document_when_something_else_is_attached_then_each_fault_stands_at_its_field()
    {
        var network = await _desk.Given.RunningNetworkAsync();
        var seen = await _desk.Given.SimulateAsync(network, "notice", new DateOnly(2026, 3, 10), 1);
        var change = (await _desk.Given.DoneAsync(_desk.Given.Lecco, _desk.Given.Accept(network, seen))).Changes.Single();
        using var client = await _desk.ClientAsync(_desk.Given.Lecco);

        using var answer = await client.PostFormAsync($"/networks/{network.Id.Value}/changes/{change}", "document", ("on", "2026-03-10"), ("notary", "Anna Bianchi"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal(["changes.file-missing", "changes.notary-incomplete", "changes.text-unconfirmed"], Html.Codes(await answer.Content.ReadAsStringAsync()).Distinct().Order(StringComparer.Ordinal));
        Assert.Equal(ParticipantStatus.Active, await _desk.Given.ReadAsync(db => db.Participants.Where(p => p.Id == network.Firms[1]).Select(p => p.Status).SingleAsync()));
    }
}
