using Networks.Data;
using Networks.Data.Cases;
using Networks.Data.Drafts;
using Networks.Data.EnterpriseNetworks;
using Networks.Data.Operations;
using Networks.Data.Reading;
using Networks.Workflows.Common;
using Networks.Workflows.Engine;

namespace Networks.Workflows.Drafting;

/// <summary>The newest round of a case with its text, as an act on it reads them.</summary>
/// <param name="Network">The network's own name; null before it has one.</param>
internal sealed record NewestRound(ApprovalRound Round, Case Case, Draft Draft, string? Network)
{
    private static readonly ActRows<CaseId> _alone = new();
    private static readonly ActRows<CaseId>.Part<ApprovalRound> _round = _alone.Of((db, caseId) => Newest(db, caseId));

    private static readonly ActRows<CaseId> _withText = new();
    private static readonly ActRows<CaseId>.Query _all = _withText.Together((db, caseId) =>
        from round in Newest(db, caseId)
        join @case in db.Cases on round.CaseId equals @case.Id
        join draft in db.Drafts on round.DraftId equals draft.Id
        join network in db.EnterpriseNetworks on round.CaseId equals network.CaseId into networks
        from network in networks.DefaultIfEmpty()
        select new { @case, draft, network.Name, round });

    private static readonly ActRows<CaseId>.Part<ApprovalRound> _asked = _all.Of<ApprovalRound>();
    private static readonly ActRows<CaseId>.Part<Case> _case = _all.Of<Case>(watched: nameof(Case.Status));
    private static readonly ActRows<CaseId>.Part<Draft> _draft = _all.Of<Draft>();
    private static readonly ActRows<CaseId>.Word _network = _all.WordOf(nameof(EnterpriseNetwork.Name));

    /// <summary>For acts that always read it.</summary>
    public static ActRows<CaseId> Rows => _withText;

    /// <summary>An act that has seen a round has seen the newest, and one that it opens is tracked: it is not asked for again.</summary>
    /// <returns>Null for a case that has no round.</returns>
    public static async Task<ApprovalRound?> AloneAsync(NetworksDbContext db, CaseId caseId, CancellationToken cancellationToken) =>
        db.OnlySeen<ApprovalRound>() is { } seen && seen.CaseId == caseId ? seen : (await _alone.ReadAsync(db, caseId, cancellationToken)).Of(_round).SingleOrDefault();

    /// <returns>Null for a case that has no round.</returns>
    public static async Task<NewestRound?> ReadAsync(NetworksDbContext db, CaseId caseId, CancellationToken cancellationToken)
    {
        var rows = await _withText.ReadAsync(db, caseId, cancellationToken);
        return rows.Of(_asked) is [var round] ? new NewestRound(round, rows.Of(_case)[0], rows.Of(_draft)[0], rows.Of(_network)) : null;
    }

    private static IQueryable<ApprovalRound> Newest(NetworksDbContext db, CaseId caseId) =>
        db.ApprovalRounds.Where(r => r.CaseId == caseId).OrderByDescending(r => r.Number).Take(1);
}

/// <summary>What a firm's answer always reads: the round, the process that it moves, and the firm's link.</summary>
internal sealed class AnswerRows : IRowsAhead
{
    private AnswerRows()
    {
    }

    public static RowsAhead Rows { get; } = new([NewestRound.Rows, ProcessRun.Rows], [LinkHolder.Rows]);
}
