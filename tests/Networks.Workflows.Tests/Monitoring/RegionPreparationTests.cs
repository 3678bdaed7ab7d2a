using Microsoft.Extensions.DependencyInjection;
using Networks.Workflows.Monitoring.Progress;
using Networks.Workflows.Monitoring.ShowRegion;
using Networks.Workflows.Tests.Support;

namespace Networks.Workflows.Tests.Monitoring;

/// <summary>The lead's picture is ready before it is asked for, where that is worth it.</summary>
public sealed class RegionPreparationTests
{
    [Fact]
    public async Task Given_enough_networks_when_the_picture_was_prepared_then_the_first_look_reads_no_network()
    {
        var statements = new StatementCount();
        await using var given = await Given.NewAsync(statements.AddTo);
        await given.InDraftingAsync(2);
        Task LookAsync() => given.AsLeadAsync(new ShowRegion());

        var preparing = 0;
        var read = await statements.OfAsync(async () => preparing = (await given.Services.GetRequiredService<RegionPreparation>().RunAsync(default, fewest: 2)).Count);
        var first = await statements.OfAsync(LookAsync);
        var second = await statements.OfAsync(LookAsync);

        Assert.Equal((1, second), (preparing, first));
        Assert.True(read > 3, $"{read} statements");
    }

    [Fact]
    public async Task Given_a_small_programme_then_nothing_of_it_is_read_before_somebody_looks()
    {
        await using var given = await Given.NewAsync();
        await given.InDraftingAsync(2);

        Assert.Empty(await given.Services.GetRequiredService<RegionPreparation>().RunAsync(default));
        Assert.Equal(2, (await given.AsLeadAsync(new ShowRegion())).Open);
    }
}
