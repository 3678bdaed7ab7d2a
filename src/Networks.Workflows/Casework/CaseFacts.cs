using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Cases;
using Networks.Data.Drafts;
using Networks.Data.Duties;
using Networks.Data.EnterpriseNetworks;
using Networks.Data.Filings;
using Networks.Data.Outbox;
using Networks.Data.Work;

namespace Networks.Workflows.Casework;

/// <param name="Network">Its name, or the leading desk's to one that was only asked about a firm.</param>
internal sealed record CaseFact(CaseId Id, string Network, AssociationId OwnerId, CaseStatus Status);

/// <param name="Firm">Its name, or its tax code to a reader whose desk may not know the name yet.</param>
internal sealed record FirmFact(ParticipantId Id, CaseId CaseId, string Firm, AssociationId DeskId, string Desk, ParticipantStatus Status, int Order);

/// <param name="Error">What the server said; null when it said nothing.</param>
internal sealed record FailedMail(CaseId CaseId, ParticipantId? ParticipantId, DateTimeOffset CreatedAt, string? Error);

/// <summary>What the sentences about open tasks are made from, read for several cases at once.</summary>
internal sealed record CaseFacts(
    IReadOnlyDictionary<CaseId, CaseFact> Cases,
    ILookup<CaseId, WorkItem> Items,
    IReadOnlyDictionary<OfficerId, string> InHand,
    IReadOnlyDictionary<Guid, FirmFact> Firms,
    IReadOnlyDictionary<Guid, Filing> Filings,
    IReadOnlyDictionary<Guid, Duty> Duties,
    IReadOnlyDictionary<CaseId, ApprovalRound> Rounds,
    IReadOnlyDictionary<ParticipantId, DateTimeOffset> LastMails,
    ILookup<CaseId, FailedMail> FailedMails,
    LifeFacts Life)
{
    /// <summary>What tasks about changes of a network are about, by their subject.</summary>
    public IReadOnlyDictionary<Guid, ChangeFact> Changes { get; private init; } = new Dictionary<Guid, ChangeFact>();

    /// <summary>Eight statements, however many cases and tasks there are, three where networks are incubated, and three where they change.</summary>
    /// <param name="cases">The cases to read; the query is made part of every statement.</param>
    /// <param name="reader">The desk that the sentences are for; null for a person without one.</param>
    public static async Task<CaseFacts> LoadAsync(NetworksDbContext db, IQueryable<Case> cases, AssociationId? reader, CancellationToken cancellationToken)
    {
        var heads = await (
            from c in cases
            join n in db.EnterpriseNetworks on c.Id equals n.CaseId
            join owner in db.Associations on c.OwnerId equals owner.Id
            let asked = db.Participants.Any(p => p.CaseId == c.Id && p.DeskId == reader && p.Status == ParticipantStatus.Proposed)
            let takesPart = db.Participants.Any(p => p.CaseId == c.Id && p.DeskId == reader && (p.Status != ParticipantStatus.Proposed && p.Status != ParticipantStatus.Declined))
            select new CaseFact(c.Id, c.OwnerId != reader && asked && !takesPart ? owner.DeskName : n.Name, c.OwnerId, c.Status)).ToListAsync(cancellationToken);
        var items = await (
            from i in db.WorkItems.AsNoTracking()
            join c in cases on i.CaseId equals c.Id
            where i.Status == WorkItemStatus.Open
            from o in db.Officers.Where(o => o.Id == i.InHandOf).DefaultIfEmpty()
            select new { Item = i, InHand = o.FullName }).ToListAsync(cancellationToken);
        var firms = await (
            from p in db.Participants
            join c in cases on p.CaseId equals c.Id
            join f in db.Firms on p.FirmId equals f.Id
            join a in db.Associations on p.DeskId equals a.Id
            select new FirmFact(p.Id, p.CaseId, p.DeskId == reader || (p.Status != ParticipantStatus.Proposed && p.Status != ParticipantStatus.Declined) ? f.Name : f.TaxCode, p.DeskId, a.DeskName, p.Status, p.Order)).ToListAsync(cancellationToken);
        var filings = await (
            from f in db.Filings.AsNoTracking()
            join c in cases on f.CaseId equals c.Id
            select f).ToListAsync(cancellationToken);
        var duties = await (
            from d in db.Duties.AsNoTracking()
            join c in cases on d.CaseId equals c.Id
            where d.DoneOn == null
            select d).ToListAsync(cancellationToken);
        var rounds = await (
            from r in db.ApprovalRounds.AsNoTracking()
            join c in cases on r.CaseId equals c.Id
            where !db.ApprovalRounds.Any(later => later.CaseId == r.CaseId && later.Number > r.Number)
            select r).ToListAsync(cancellationToken);
        var mails = await (
            from m in db.Outbox
            join c in cases on m.CaseId equals c.Id
            where m.ParticipantId != null && m.Status != OutboxStatus.Dropped
            group m by m.ParticipantId into g
            select new { g.Key, LastAt = g.Max(m => m.CreatedAt) }).ToListAsync(cancellationToken);
        var failed = await (
            from m in db.Outbox
            join c in cases on m.CaseId equals c.Id
            where m.Status == OutboxStatus.Failed
            orderby m.CreatedAt
            select new FailedMail(c.Id, m.ParticipantId, m.CreatedAt, m.LastError)).ToListAsync(cancellationToken);
        return new CaseFacts(
            heads.ToDictionary(c => c.Id),
            items.Select(i => i.Item).ToLookup(i => i.CaseId),
            items.Where(i => i.Item.InHandOf is not null).DistinctBy(i => i.Item.InHandOf).ToDictionary(i => i.Item.InHandOf!.Value, i => i.InHand),
            firms.ToDictionary(f => f.Id.Value),
            filings.ToDictionary(f => f.Id.Value),
            duties.ToDictionary(d => d.Id),
            rounds.ToDictionary(r => r.CaseId),
            mails.ToDictionary(m => m.Key!.Value, m => m.LastAt),
            failed.ToLookup(m => m.CaseId),
            await LifeFacts.LoadAsync(db, cases, [.. items.Select(i => i.Item)], cancellationToken))
        {
            Changes = await ChangeFact.LoadAsync(db, items.Select(i => i.Item), cancellationToken),
        };
    }

    /// <summary>Name of the firm that a participant or a filing stands for; the network's own where it files itself.</summary>
    public string SubjectName(Guid subject, CaseId caseId)
    {
        if (Changes.TryGetValue(subject, out var change))
        {
            return change.Participant is { } firmOf && Firms.TryGetValue(firmOf.Value, out var known) ? known.Firm : Cases[caseId].Network;
        }

        var participant = Filings.TryGetValue(subject, out var filing) ? filing.ParticipantId?.Value ?? Guid.Empty
            : Life.Contributions.TryGetValue(subject, out var contribution) ? contribution.ParticipantId.Value
            : subject;
        return Firms.TryGetValue(participant, out var firm) ? firm.Firm : Cases[caseId].Network;
    }

    /// <summary>The participant that a task is about; null where it is about the case.</summary>
    public Guid? ParticipantOf(WorkItem item) =>
        Firms.ContainsKey(item.SubjectId) ? item.SubjectId
        : Filings.TryGetValue(item.SubjectId, out var filing) ? filing.ParticipantId?.Value
        : Life.Contributions.TryGetValue(item.SubjectId, out var contribution) ? contribution.ParticipantId.Value
        : Changes.TryGetValue(item.SubjectId, out var change) && change.Participant is { } firm && Firms.ContainsKey(firm.Value) ? firm.Value
        : null;
}
