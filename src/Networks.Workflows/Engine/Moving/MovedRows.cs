using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Networks.Data.Work;

namespace Networks.Workflows.Engine.Moving;

/// <summary>The rows that a move changed, as its history keeps them, so that it can be taken back.</summary>
/// <param name="Standing">What was open right after the move: as long as that is so, nothing has happened since.</param>
internal sealed record MovedRows(
    string Standing,
    IReadOnlyList<Guid> OpenedItems,
    IReadOnlyList<Guid> ClosedItems,
    IReadOnlyList<Guid> OpenedScopes,
    IReadOnlyList<Guid> AddedTimers,
    IReadOnlyList<Guid> DroppedTimers,
    IReadOnlyList<Guid> Mails,
    IReadOnlyList<string> MadeUp)
{
    /// <summary>Changes with every act that moves the process, and with none else.</summary>
    public static string StandingOf(ProcessRun run)
    {
        var lines = run.OpenItems.Select(i => $"item {i.Id.Value:N}")
            .Concat(run.OpenScopes.Select(s => $"scope {s.Id:N}"))
            .Concat(run.PendingTimers.Select(t => string.Create(CultureInfo.InvariantCulture, $"timer {t.Id:N} {t.DueAt.UtcTicks / TimeSpan.TicksPerSecond}")))
            .Order(StringComparer.Ordinal);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', lines))))[..32];
    }
}

/// <summary>What is open in a process at one moment.</summary>
internal sealed record OpenRows(IReadOnlyList<WorkItem> Items, IReadOnlyList<Scope> Scopes, IReadOnlyList<DueTimer> Timers)
{
    /// <summary>Of the path that is moved; what runs beside it stays as it is.</summary>
    public static OpenRows Of(ProcessRun run)
    {
        var scopes = run.OpenScopes.Where(run.IsOfPath).ToList();
        var ids = scopes.ConvertAll(s => s.Id).ToHashSet();
        return new OpenRows([.. run.OpenItems.Where(i => ids.Contains(i.ScopeId))], scopes, [.. run.PendingTimers.Where(t => ids.Contains(t.ScopeId))]);
    }

    /// <summary>Paths of all places where the case stands; a branch stands in its for-each.</summary>
    public IEnumerable<string> Places => Items.Select(i => i.Path).Concat(Timers.Select(t => t.Path)).Concat(Scopes.Select(s => PathOf(s))).Where(p => p.Length > 0).Distinct();

    public static string PathOf(Scope scope) =>
        scope.Path.EndsWith("/" + Flow.BranchWord, StringComparison.Ordinal) ? scope.Path[..^(Flow.BranchWord.Length + 1)] : scope.Path;
}
