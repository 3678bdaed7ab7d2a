using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Workflows.Common;

namespace Networks.Web.Infrastructure.Nodes;

/// <summary>What this node sees of the others on its database.</summary>
/// <param name="Names">The nodes that live, with this one, as people call them.</param>
/// <param name="Fault">In words, with its cure; null when they share what they must.</param>
internal sealed record NodesSeen(IReadOnlyList<string> Names, string? Fault);

/// <summary>Looks whether the nodes of one database share their keys and their folder.</summary>
internal sealed class NodesCheck(NetworksDbContext db, NodeName node, NodeKeys keys, IConfiguration configuration, TimeProvider clock)
{
    /// <summary>A node whose row is older than this is taken for stopped or killed.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    public async Task<NodesSeen> LookAsync(CancellationToken cancellationToken)
    {
        if (db.Database.IsSqlite())
        {
            return new NodesSeen([], null);
        }

        try
        {
            var since = clock.GetUtcNow() - Patience;
            var alive = await db.Nodes.AsNoTracking().Where(n => n.SeenAt > since).OrderBy(n => n.StartedAt).ToListAsync(cancellationToken);
            var others = alive.Where(n => n.Name != node.Value).ToList();
            var fault = others.Find(n => !keys.AreThoseOf(n.Name, n.KeyProof)) is { } stranger ? Words.Say("check.nodes-keys", HostOf(stranger.Name))
                : others.Find(n => !File.Exists(FileOf(configuration, n.Name))) is { } elsewhere ? Words.Say("check.nodes-folder", HostOf(elsewhere.Name), DataSetup.FolderOf(configuration))
                : null;
            return new NodesSeen([.. alive.Select(n => HostOf(n.Name))], fault);
        }
        catch (DbException)
        {
            // Without its database nothing can be said; that is another part's fault.
            return new NodesSeen([], null);
        }
    }

    /// <summary>The file by which a node shows the others that they see the same folder.</summary>
    public static string FileOf(IConfiguration configuration, string name) => Path.Combine(DataSetup.FolderOf(configuration), "nodes", name);

    private static string HostOf(string name) => name[..name.IndexOf('_', StringComparison.Ordinal)];
}
