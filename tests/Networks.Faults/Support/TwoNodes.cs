namespace Networks.Faults.Support;

/// <summary>Two services on one database server, one shared folder and one set of keys, as behind one address.</summary>
internal sealed class TwoNodes : IAsyncDisposable
{
    private readonly World _world;
    private readonly IReadOnlyList<string> _settings;
    private readonly Service?[] _services = new Service?[2];
    private readonly Desk?[] _desks = new Desk?[2];

    private TwoNodes(World world, IReadOnlyList<string> settings)
    {
        _world = world;
        _settings = settings;
    }

    public Service this[int node] => _services[node]!;

    public static async Task<TwoNodes> StartAsync(World world, params IReadOnlyList<string> settings)
    {
        var nodes = new TwoNodes(world, settings);
        await nodes.StartAsync(0);
        await nodes.StartAsync(1);
        return nodes;
    }

    public Desk Desk(int node) => _desks[node]!;

    /// <summary>Kills a node.</summary>
    public async Task KillAsync(int node)
    {
        await _services[node]!.DisposeAsync();
        _desks[node]!.Dispose();
    }

    public async Task StartAsync(int node)
    {
        _services[node] = await _world.StartAsync([.. _settings, $"--Networks:Node=node-{node}"]);
        _desks[node] = new Desk(_world, _services[node]!.Address);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var node in new[] { 0, 1 })
        {
            _desks[node]?.Dispose();
            await (_services[node]?.DisposeAsync() ?? ValueTask.CompletedTask);
        }
    }
}
