using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Conventions;

namespace Networks.Workflows.Engine;

/// <summary>What branches of a case can be about. All are read when the first is asked for: a set has many branches.</summary>
public sealed class CaseSubjects
{
    private static readonly Prepared<CaseId, CaseSubject> _participants = new((db, caseId) =>
        from participant in db.Participants.AsNoTracking()
        where participant.CaseId == caseId
        select new CaseSubject(participant.Id.Value, participant.DeskId, true, null));

    private static readonly Prepared<CaseId, CaseSubject> _filings = new((db, caseId) =>
        from filing in db.Filings.AsNoTracking()
        where filing.CaseId == caseId
        select new CaseSubject(filing.Id.Value, filing.DeskId, false, filing.ChamberCode));

    private readonly NetworksDbContext _db;
    private readonly CaseId _case;
    private List<CaseSubject>? _firms;
    private List<CaseSubject>? _filed;

    internal CaseSubjects(NetworksDbContext db, CaseId @case) => (_db, _case) = (db, @case);

    /// <returns>Null for what is neither a participant nor a filing of the case, e.g. a duty.</returns>
    public async Task<CaseSubject?> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        _firms ??= await _participants.ListAsync(_db, _case, cancellationToken);
        if (_firms.Find(s => s.Id == id) is { } firm)
        {
            return firm;
        }

        _filed ??= await _filings.ListAsync(_db, _case, cancellationToken);
        return _filed.Find(s => s.Id == id);
    }
}

/// <summary>A participant or a filing.</summary>
/// <param name="Desk">Follows it.</param>
/// <param name="Chamber">Code of the filing's chamber of commerce; null for a participant.</param>
public sealed record CaseSubject(Guid Id, AssociationId Desk, bool IsParticipant, string? Chamber);
