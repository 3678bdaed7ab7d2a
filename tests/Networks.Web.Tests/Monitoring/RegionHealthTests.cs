using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Networks.Web.Infrastructure;
using Networks.Web.Tests.Support;
using Networks.Workflows.Common;
using Networks.Workflows.Tests.Support;

namespace Networks.Web.Tests.Monitoring;

/// <summary>A node waits with its first requests for the lead's picture, and not for ever.</summary>
public sealed class RegionHealthTests : IAsyncLifetime
{
    private readonly FixedClock _time = Given.StartingClock();
    private App _app = null!;
    private RegionPreparing _preparing = null!;
    private RegionHealth _health = null!;

    public async ValueTask InitializeAsync()
    {
        _app = await App.StartAsync();
        _preparing = ActivatorUtilities.CreateInstance<RegionPreparing>(_app.Services);
        _health = new RegionHealth(_preparing, new TimersAtOnce(_time));
    }

    public async ValueTask DisposeAsync()
    {
        await _preparing.StopAsync(default);
        _preparing.Dispose();
        await _app.DisposeAsync();
    }

    [Fact]
    public async Task Given_the_picture_is_being_prepared_when_the_node_is_asked_then_it_is_not_ready_and_says_why_until_its_patience_ends()
    {
        var asked = await CheckAsync();
        Assert.Equal((HealthStatus.Unhealthy, Words.Say("check.region-preparing")), (asked.Status, asked.Description));

        _time.Advance(TimeSpan.FromSeconds(29));
        Assert.Equal(HealthStatus.Unhealthy, (await CheckAsync()).Status);

        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(HealthStatus.Healthy, (await CheckAsync()).Status);
    }

    [Fact]
    public async Task Given_the_picture_is_prepared_then_the_node_is_ready_at_once()
    {
        await _preparing.StartAsync(default);
        await _preparing.Done;

        Assert.Equal(HealthStatus.Healthy, (await CheckAsync()).Status);
    }

    private Task<HealthCheckResult> CheckAsync() => _health.CheckHealthAsync(new HealthCheckContext());
}
