using Microsoft.Extensions.DependencyInjection;
using Networks.Data;
using Networks.Data.Administration;
using Networks.Data.Faults;

namespace Networks.Workflows.Common;

/// <summary>
/// Lines of the journal about what changes nothing itself: a sign-in, a refused attempt, a file that left. They are noted
/// beside the request and written at once where somebody waits for it, else within seconds.
/// </summary>
public sealed class JournalNotes(IServiceScopeFactory scopes, WriteGate gate, TimeProvider clock) : IDisposable
{
    private readonly PendingLines<(Guid Chain, JournalLine Line)> _pending = new(scopes, gate);

    public void Dispose() => _pending.Dispose();

    public void Note(IActor actor, string kind, string subject, CaseId? caseId = null)
    {
        ArgumentNullException.ThrowIfNull(actor);
        Note(actor.Association, kind, subject, actor.Officer, caseId);
    }

    /// <param name="association">Whose journal; null for what belongs to none.</param>
    public void Note(AssociationId? association, string kind, string subject, OfficerId? officer, CaseId? caseId = null) =>
        _pending.Add((association?.Value ?? Guid.Empty, new JournalLine(kind, subject, clock.GetUtcNow()) { OfficerId = officer, CaseId = caseId }));

    /// <returns>Lines written; what could not be written stays for the next time.</returns>
    public Task<int> WriteAsync(CancellationToken cancellationToken) =>
        _pending.WriteAsync(async (db, noted) => db.Add(await JournalChain.NextAsync(db, noted.Chain, noted.Line, cancellationToken)), cancellationToken);
}
