using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Workflows.Common;
using Networks.Workflows.Registration.SetReferenceEnterprise;
using Networks.Workflows.Tests.Support;

namespace Networks.Workflows.Tests.Registration;

/// <summary>Who the impresa di riferimento is, when, and how it is said.</summary>
public sealed class ReferenceTests : IAsyncLifetime
{
    private Given _given = null!;

    public async ValueTask InitializeAsync() => _given = await Given.NewAsync();

    public ValueTask DisposeAsync() => _given.DisposeAsync();

    [Fact]
    public async Task Given_a_network_in_effect_when_another_reference_is_set_without_a_filing_then_it_is_refused_and_stays()
    {
        var network = await _given.RunningNetworkAsync();
        _given.Actor = Actor.Of(_given.Lecco);

        var answer = await _given.SendAsync(new SetReferenceEnterprise(Ids.New(_given.Clock), network.Id, network.Firms[1]));

        Assert.Equal((RefusalKind.Conflict, "registration.reference-by-notice"), (answer.Refusal!.Kind, answer.Refusal.Code));
        Assert.Contains("Modifica del contratto", answer.Refusal.Text, StringComparison.Ordinal);
        Assert.Equal(network.Firms[0], (await _given.ReadAsync(db => db.EnterpriseNetworks.SingleAsync(n => n.CaseId == network.Id))).ReferenceEnterprise?.Participant);
        Assert.DoesNotContain("registration.reference-chosen", await _given.HistoryAsync(network.Id));
    }

    [Fact]
    public async Task Given_a_network_in_effect_when_its_reference_is_set_to_what_it_is_then_nothing_is_refused_or_recorded()
    {
        var network = await _given.RunningNetworkAsync();

        await _given.DoneAsync(_given.Lecco, new SetReferenceEnterprise(Ids.New(_given.Clock), network.Id, network.Firms[0]));

        Assert.DoesNotContain("registration.reference-chosen", await _given.HistoryAsync(network.Id));
    }
}
