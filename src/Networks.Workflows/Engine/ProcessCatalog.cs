using Networks.Workflows.Common;

namespace Networks.Workflows.Engine;

/// <summary>The day from which new cases begin with a version; without one the version is in force at once.</summary>
public sealed record ProcessStart(string Name, int Version, DateOnly From);

/// <summary>Every process version that this program can run.</summary>
/// <param name="clock">Tells which versions are in force; the system's when none is given.</param>
public sealed class ProcessCatalog(IEnumerable<ProcessDefinition> definitions, IEnumerable<ProcessStart>? starts = null, TimeProvider? clock = null)
{
    private readonly Dictionary<(string Name, int Version), ProcessDefinition> _byVersion = definitions.ToDictionary(d => (d.Name, d.Version));
    private readonly List<ProcessStart> _starts = [.. starts ?? []];

    public IEnumerable<ProcessDefinition> All => _byVersion.Values;

    public bool Has(string name, int version) => _byVersion.ContainsKey((name, version));

    /// <exception cref="InvalidOperationException">A running case needs a version that has no class: refuse to start.</exception>
    public ProcessDefinition Get(string name, int version) => _byVersion.TryGetValue((name, version), out var definition)
        ? definition
        : throw new InvalidOperationException($"No class for process {name} version {version}: this program is older than its data.");

    /// <summary>The version that new cases begin with today.</summary>
    public ProcessDefinition Latest(string name)
    {
        var today = BusinessCalendar.DayOf((clock ?? TimeProvider.System).GetUtcNow());
        return _byVersion.Values
            .Where(d => d.Name == name && !_starts.Exists(s => s.Name == name && s.Version == d.Version && s.From > today))
            .MaxBy(d => d.Version) ?? throw new InvalidOperationException($"No process {name}.");
    }
}
