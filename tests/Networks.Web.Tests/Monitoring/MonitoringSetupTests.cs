using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Networks.Web.Infrastructure;
using Networks.Workflows.Common;

namespace Networks.Web.Tests.Monitoring;

/// <summary>A threshold that would give firms away, or is no number, is refused in words before the service starts.</summary>
public sealed class MonitoringSetupTests
{
    private const string Cell = "Networks:Monitoring:SmallCell";
    private const string Stays = "Networks:Monitoring:FewestStays";

    [Theory]
    [InlineData(Cell, "1", "deve essere almeno 3")]
    [InlineData(Cell, "2", "deve essere almeno 3")]
    [InlineData(Cell, "0", "deve essere almeno 3")]
    [InlineData(Cell, "-4", "deve essere almeno 3")]
    [InlineData(Stays, "0", "almeno 1")]
    [InlineData(Cell, "quattro", "deve essere almeno 3")]
    [InlineData(Stays, "5,5", "almeno 1")]
    public void Given_a_threshold_that_gives_firms_away_or_is_no_number_then_the_service_does_not_start_and_says_the_cure(string setting, string text, string said)
    {
        Words.Register(typeof(NetworksApp).Assembly, "Networks.Web.Texts");

        var fault = Assert.Throws<InstallationFaultException>(() => Of((setting, text)));

        Assert.Equal("commands.fault-monitoring", fault.Code);
        Assert.Contains(setting, fault.Message, StringComparison.Ordinal);
        Assert.Contains(said, fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("3", 3)]
    [InlineData("7", 7)]
    [InlineData(null, 4)]
    public void Given_a_threshold_that_protects_then_it_counts(string? text, int expected) =>
        Assert.Equal(expected, Of((Cell, text)).SmallCell);

    private static MonitoringLimits Of(params (string Key, string? Value)[] settings)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings.Select(s => KeyValuePair.Create(s.Key, s.Value))).Build();
        using var services = new ServiceCollection().AddNetworksMonitoring(configuration).BuildServiceProvider();
        return services.GetRequiredService<MonitoringLimits>();
    }
}
