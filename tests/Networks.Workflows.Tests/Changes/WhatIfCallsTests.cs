using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Changes;
using Networks.Data.Firms;
using Networks.Data.Programmes;
using Networks.Workflows.Registration.ShowSheet;
using Networks.Workflows.Rules;
using Networks.Workflows.Tests.Support;

namespace Networks.Workflows.Tests.Changes;

/// <summary>What leaves with a firm besides itself: calls, and what is known to look for another; and what a deletion's sheet says.</summary>
public sealed class WhatIfCallsTests : IAsyncLifetime
{
    private static readonly DateOnly _today = new(2026, 3, 10);
    private Given _given = null!;

    public async ValueTask InitializeAsync() => _given = await Given.NewAsync();

    public ValueTask DisposeAsync() => _given.DisposeAsync();

    [Fact]
    public async Task Given_open_calls_when_a_firm_would_leave_then_each_says_before_and_after_and_what_is_lost_is_told()
    {
        var network = await _given.RunningNetworkAsync(4);
        await CallAsync("Tre imprese", minimum: 4);
        await CallAsync("Brianza", provinces: "MB");
        await CallAsync("Per tutti");
        await CallAsync("Dodici imprese", minimum: 12);
        await CallAsync("Chiuso ieri", minimum: 4, closes: -1);

        var seen = await _given.SimulateAsync(network, WithdrawalCauses.Notice, _today, 1);

        var calls = seen.Measures.Where(m => m.Key.StartsWith("call:", StringComparison.Ordinal)).ToDictionary(m => m.Key[5..]);
        Assert.Equal(["Brianza", "Dodici imprese", "Per tutti", "Tre imprese"], calls.Keys.Order());
        Assert.Equal(("può partecipare", "non può partecipare: servono almeno 4 imprese, sono 3", true), Of(calls["Tre imprese"]));
        Assert.Equal(("può partecipare", "non può partecipare: ne servono almeno 1 in MB, sono 0", true), Of(calls["Brianza"]));
        Assert.Equal(("può partecipare", "può partecipare", false), Of(calls["Per tutti"]));
        Assert.False(calls["Dodici imprese"].Matters);
        Assert.Equal(["Brianza", "Tre imprese"], seen.Consequences.Where(c => c.Code == "call-lost").Select(c => c.Values[0][2..]).Order());
        Assert.DoesNotContain(seen.ToDo, c => c.Code == "call-lost");
    }

    [Fact]
    public async Task Given_a_call_that_is_added_meanwhile_when_what_it_changes_is_accepted_then_the_list_is_read_again()
    {
        var network = await _given.RunningNetworkAsync(4);
        var seen = await _given.SimulateAsync(network, WithdrawalCauses.Notice, _today, 1);
        await CallAsync("Quattro imprese", minimum: 4);

        _given.Actor = Common.Actor.Of(_given.Lecco);
        Assert.Equal("changes.stale", (await _given.SendAsync(_given.Accept(network, seen))).Refusal?.Code);
    }

    [Fact]
    public async Task Given_a_firm_with_its_activity_when_it_would_leave_then_the_simulation_says_what_to_look_for()
    {
        var network = await _given.RunningNetworkAsync();
        var firm = await _given.ReadAsync(db => db.Participants.Where(p => p.Id == network.Firms[1]).Select(p => p.FirmId).SingleAsync());
        await _given.WriteAsync(async db =>
        {
            var profile = await db.FirmProfiles.SingleOrDefaultAsync(p => p.FirmId == firm) ?? db.Add(new FirmProfile(firm)).Entity;
            profile.Activity = "Ateco2007:25.62";
        });

        var lost = Assert.Single((await _given.SimulateAsync(network, WithdrawalCauses.Notice, _today, 1)).Lost);

        Assert.Equal(("Alfa 2 Srl", "25", "MB"), (lost.Firm, lost.Division, lost.Province));
    }

    [Theory]
    [InlineData(ChangeKind.Closing, "G", false)]
    [InlineData(ChangeKind.Withdrawal, null, true)]
    public void Given_a_later_filing_then_its_step_is_named_and_the_letter_where_it_is_known(ChangeKind kind, string? letter, bool toVerify)
    {
        Assert.Equal(new SheetStep(kind, letter, toVerify), SheetRules.Step(Data.EnterpriseNetworks.NetworkKind.Contractual, kind, new VerifiableFacts()));
        Assert.Null(SheetRules.Step(Data.EnterpriseNetworks.NetworkKind.LegalEntity, kind, new VerifiableFacts()));
        Assert.Null(SheetRules.Step(Data.EnterpriseNetworks.NetworkKind.Contractual, null, new VerifiableFacts()));
    }

    [Fact]
    public void Given_a_letter_that_a_chamber_has_confirmed_then_the_sheet_says_it_without_the_mark()
    {
        var facts = new VerifiableFacts { FilingSteps = new(new Dictionary<string, string> { ["Accession"] = "C" }) { Verified = true } };

        Assert.Equal(new SheetStep(ChangeKind.Accession, "C", ToVerify: false), SheetRules.Step(Data.EnterpriseNetworks.NetworkKind.Contractual, ChangeKind.Accession, facts));
    }

    private static (string, string, bool) Of(Workflows.Changes.WhatIf.Measure measure) => (measure.Before, measure.After, measure.Matters);

    private Task CallAsync(string title, int? minimum = null, string? provinces = null, int closes = 30) => _given.WriteAsync(db =>
    {
        db.Add(new FundingCall(Ids.New(_given.Clock), _given.Programme, title, "Regione", _today.AddDays(closes)) { NeedsEffect = true, MinimumFirms = minimum, Provinces = provinces });
        return Task.CompletedTask;
    });
}
