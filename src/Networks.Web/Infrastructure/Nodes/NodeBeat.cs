using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Nodes;
using Networks.Workflows.Common;

namespace Networks.Web.Infrastructure.Nodes;

/// <summary>
/// Shows the other nodes that this one lives: a row in the database and a file of the same name in the shared folder,
/// both gone when it stops. Nothing is decided by them; they tell people who is there and whether keys and folder are
/// really shared.
/// </summary>
internal sealed partial class NodeBeat(IServiceScopeFactory scopes, NodeName node, NodeKeys keys, IConfiguration configuration, TimeProvider clock, ILogger<NodeBeat> log) : BackgroundService
{
    private static readonly TimeSpan _pause = TimeSpan.FromSeconds(15);

    /// <summary>What a node that was killed leaves behind is cleared away after this.</summary>
    private static readonly TimeSpan _forgotten = TimeSpan.FromDays(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(_pause, clock);
        do
        {
            try
            {
                await BeatAsync(stoppingToken);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                Missed(e.GetType().Name, e.Message);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await Rows(scope).Where(n => n.Name == node.Value).ExecuteDeleteAsync(cancellationToken);
            File.Delete(NodesCheck.FileOf(configuration, node.Value));
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            Missed(e.GetType().Name, e.Message);
        }
    }

    private async Task BeatAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var file = NodesCheck.FileOf(configuration, node.Value);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        await File.WriteAllTextAsync(file, "", cancellationToken);
        await using var scope = scopes.CreateAsyncScope();
        var proof = keys.Proof(node.Value);
        var renewed = await Rows(scope).Where(n => n.Name == node.Value)
            .ExecuteUpdateAsync(set => set.SetProperty(n => n.SeenAt, now).SetProperty(n => n.KeyProof, proof), cancellationToken);
        if (renewed == 0)
        {
            var db = scope.ServiceProvider.GetRequiredService<NetworksDbContext>();
            db.Add(new ServiceNode(node.Value, Version, now) { KeyProof = proof });
            await db.SaveChangesAsync(cancellationToken);
        }

        var old = now - _forgotten;
        foreach (var gone in await Rows(scope).AsNoTracking().Where(n => n.SeenAt < old).Select(n => n.Name).ToListAsync(cancellationToken))
        {
            await Rows(scope).Where(n => n.Name == gone).ExecuteDeleteAsync(cancellationToken);
            File.Delete(NodesCheck.FileOf(configuration, gone));
        }
    }

    private static string Version => typeof(NodeBeat).Assembly.GetName().Version?.ToString(3) ?? "";

    private static DbSet<ServiceNode> Rows(AsyncServiceScope scope) => scope.ServiceProvider.GetRequiredService<NetworksDbContext>().Nodes;

    [LoggerMessage(Level = LogLevel.Warning, Message = "This node could not show that it lives: {Error} {Reason}")]
    private partial void Missed(string error, string reason);
}
