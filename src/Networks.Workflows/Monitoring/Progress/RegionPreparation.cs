using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Networks.Data;
using Networks.Workflows.Monitoring.ShowRegion;

namespace Networks.Workflows.Monitoring.Progress;

/// <summary>
/// Counts the picture of large programmes before their lead asks for it. Each node keeps its own picture, so each prepares its
/// own; whoever asks meanwhile waits for the same reading.
/// </summary>
public sealed class RegionPreparation(IServiceScopeFactory scopes)
{
    /// <summary>Networks from which on a first look takes long enough to be felt; of fewer nothing is read or kept.</summary>
    public const int Fewest = 2_000;

    /// <returns>The pictures that are ready, one a programme.</returns>
    public async Task<IReadOnlyList<RegionView>> RunAsync(CancellationToken cancellationToken, int fewest = Fewest)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<NetworksDbContext>();
        var sight = scope.ServiceProvider.GetRequiredService<RegionSight>();
        var large = await db.Cases.GroupBy(c => c.ProgrammeId).Where(g => g.Count() >= fewest).Select(g => g.Key).ToListAsync(cancellationToken);
        var views = new List<RegionView>();
        foreach (var programme in large)
        {
            views.Add(ShowRegionHandler.ViewOf(await sight.LookAsync(programme, cancellationToken)));
        }

        return views;
    }
}
