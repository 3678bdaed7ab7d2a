using MediatR;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Changes;
using Networks.Data.EnterpriseNetworks;
using Networks.Data.Reference;
using Networks.Data.Work;
using Networks.Workflows.Access;
using Networks.Data.Filings;
using Networks.Workflows.Changes.AmendNetwork;
using Networks.Workflows.Common;
using Networks.Workflows.Signatures;

namespace Networks.Workflows.Changes.ShowChange;

internal sealed class ShowChangeHandler(NetworksDbContext db, CaseRelations relations, IActor actor, BusinessCalendar calendar) : IRequestHandler<ShowChange, Result<ChangeView>>
{
    public async Task<Result<ChangeView>> Handle(ShowChange request, CancellationToken cancellationToken)
    {
        var change = await db.NetworkChanges.AsNoTracking().FirstOrDefaultAsync(
            c => c.CaseId == request.CaseId
                && (c.Id == request.Change
                    || db.ChangeTasks.Any(t => t.Id == request.Change && t.ChangeId == c.Id)
                    || db.ChangeVotes.Any(v => v.Id == request.Change && v.ChangeId == c.Id)),
            cancellationToken);
        if (change is null)
        {
            return ChangeRefusals.NotFound;
        }

        var network = await db.EnterpriseNetworks.AsNoTracking().Where(n => n.CaseId == request.CaseId).Select(n => n.Name).FirstAsync(cancellationToken);
        var firm = await db.Participants.AsNoTracking().Where(p => p.Id == change.ParticipantId)
            .Join(db.Firms, p => p.FirmId, f => f.Id, (p, f) => new { Participant = p, f.Name, f.TaxCode }).FirstOrDefaultAsync(cancellationToken);
        var open = await db.WorkItems.AsNoTracking().Where(i => i.CaseId == request.CaseId && i.Status == WorkItemStatus.Open).ToListAsync(cancellationToken);
        var tasks = open.ToLookup(i => i.SubjectId);
        var manage = AccessPolicy.Allows(Right.CaseManage, await relations.ToAsync(request.CaseId, cancellationToken));
        return new ChangeView(
            change.Id, network, change.Kind, change.Status,
            firm is null ? null : firm.Participant.Status is ParticipantStatus.Proposed or ParticipantStatus.Declined ? firm.TaxCode : firm.Name,
            change.Cause, change.Text, change.OpenedOn, change.EndedOn, change.NoticeOn, change.EffectiveOn,
            change.DocumentOn, change.Document, change.NotaryName, change.Repertorio,
            tasks[change.Id].Any(i => i.Name == ChangeSteps.RecordDocument),
            await VotesAsync(change, tasks, cancellationToken),
            change.Agreed,
            change.VoteLastDay,
            await LinesAsync(change, tasks, cancellationToken),
            await FilingsAsync(change, network, tasks, cancellationToken),
            await AmendedAsync(change, cancellationToken),
            tasks[change.Id].Any(i => i.Name == ClosingSteps.SettleFund),
            tasks[change.Id].Any(i => i.Name == ClosingSteps.ConfirmEnd),
            change.WordFile,
            change.FrozenPdf,
            await SignedAsync(change, cancellationToken),
            calendar.Today(),
            manage,
            manage && change is { Status: ChangeStatus.UnderWay, DocumentOn: null } && !await SentAsync(change, cancellationToken) && !(change.Kind == ChangeKind.Withdrawal && firm is { Participant.IsActive: false }));
    }

    private async Task<ChangeSigned?> SignedAsync(NetworkChange change, CancellationToken cancellationToken)
    {
        if (await db.ChangeSignatures.AsNoTracking().FirstOrDefaultAsync(s => s.ChangeId == change.Id, cancellationToken) is not { } signature)
        {
            return null;
        }

        var report = SignatureReport.FromJson(signature.ReportJson);
        var names = await ChangeHistory.NamesAsync(db, change.CaseId, cancellationToken);
        return new ChangeSigned(report.Verdict, report.Summary, [.. report.Notes.Select(n => n.Text)], [.. signature.Signatories.Select(id => names[id])], signature.AcceptedReason);
    }

    private Task<bool> SentAsync(NetworkChange change, CancellationToken cancellationToken) =>
        db.Filings.AnyAsync(f => f.ChangeId == change.Id && f.Status != FilingStatus.ToPrepare, cancellationToken);

    private async Task<IReadOnlyList<AmendmentLine>> AmendedAsync(NetworkChange change, CancellationToken cancellationToken) =>
        change.Kind == ChangeKind.Amendment
            ? AmendmentLines.Of(Amendment.Of(change), await ChangeHistory.NamesAsync(db, change.CaseId, cancellationToken))
            : [];

    private async Task<IReadOnlyList<ChangeBallot>> VotesAsync(NetworkChange change, ILookup<Guid, WorkItem> tasks, CancellationToken cancellationToken)
    {
        var owner = await db.Cases.AsNoTracking().Where(c => c.Id == change.CaseId).Select(c => c.OwnerId).FirstAsync(cancellationToken);
        var votes = await (
            from v in db.ChangeVotes.AsNoTracking()
            where v.ChangeId == change.Id
            join p in db.Participants on v.ParticipantId equals p.Id
            join f in db.Firms.IgnoreAutoIncludes() on p.FirmId equals f.Id
            orderby p.Order
            select new { Vote = v, f.Name, p.DeskId }).ToListAsync(cancellationToken);
        return
        [
            .. votes.Select(v => new ChangeBallot(
                v.Vote.Id, v.Name, v.Vote.Yes, v.Vote.AnsweredAt is { } at ? BusinessCalendar.DayOf(at) : null, v.Vote.Remark, v.Vote.RecordedBy is not null,
                tasks[v.Vote.Id].Any() && (actor.Association == owner || actor.Association == v.DeskId))),
        ];
    }

    private async Task<IReadOnlyList<ChangeLine>> LinesAsync(NetworkChange change, ILookup<Guid, WorkItem> tasks, CancellationToken cancellationToken)
    {
        var today = calendar.Today();
        var lines = await db.ChangeTasks.AsNoTracking().Where(t => t.ChangeId == change.Id).OrderBy(t => t.Id).ToListAsync(cancellationToken);
        return
        [
            .. lines.Select(t => new ChangeLine(
                t.Id, LineWords.Say(t.Code, t.Values), t.DueOn, t is { DoneOn: null, DueOn: { } due } ? BusinessCalendar.WorkingDaysBetween(today, due) : null,
                t.DoneOn, t.DoneNote, tasks[t.Id].Any())),
        ];
    }

    private async Task<IReadOnlyList<ChangeFiling>> FilingsAsync(NetworkChange change, string network, ILookup<Guid, WorkItem> tasks, CancellationToken cancellationToken)
    {
        var filings = await (
            from f in db.Filings.AsNoTracking()
            where f.ChangeId == change.Id
            from p in db.Participants.Where(p => p.Id == f.ParticipantId).DefaultIfEmpty()
            from firm in db.Firms.IgnoreAutoIncludes().Where(x => x.Id == p.FirmId).DefaultIfEmpty()
            orderby f.Id
            select new { Filing = f, firm.Name }).ToListAsync(cancellationToken);
        return
        [
            .. filings.Select(f => new ChangeFiling(
                f.Filing.Id, f.Name ?? network, Chambers.Find(f.Filing.ChamberCode)?.Name ?? f.Filing.ChamberCode, f.Filing.Status,
                f.Filing.EnteredOn ?? f.Filing.SentOn, f.Filing.ProtocolNumber, tasks[f.Filing.Id.Value].Select(i => i.Name).FirstOrDefault())),
        ];
    }
}

internal sealed class ListChangesHandler(NetworksDbContext db, CaseRelations relations) : IRequestHandler<ListChanges, Result<ChangeList>>
{
    public async Task<Result<ChangeList>> Handle(ListChanges request, CancellationToken cancellationToken)
    {
        var head = await (
            from c in db.Cases.AsNoTracking()
            where c.Id == request.CaseId
            join n in db.EnterpriseNetworks on c.Id equals n.CaseId
            select new { c.Status, n.Name }).FirstAsync(cancellationToken);
        var rows = await (
            from c in db.NetworkChanges.AsNoTracking()
            where c.CaseId == request.CaseId
            from p in db.Participants.Where(p => p.Id == c.ParticipantId).DefaultIfEmpty()
            from f in db.Firms.IgnoreAutoIncludes().Where(f => f.Id == p.FirmId).DefaultIfEmpty()
            orderby c.OpenedOn descending, c.Id descending
            select new
            {
                Change = c,
                Firm = p.Status == ParticipantStatus.Proposed || p.Status == ParticipantStatus.Declined ? f.TaxCode : f.Name,
                Lines = db.ChangeTasks.Count(t => t.ChangeId == c.Id && t.DoneOn == null),
            }).ToListAsync(cancellationToken);
        return new ChangeList(
            head.Name, head.Status,
            [.. rows.Select(r => new ChangeRow(r.Change.Id, r.Change.Kind, r.Change.Status, r.Firm, r.Change.OpenedOn, r.Change.EffectiveOn, r.Change.EndedOn, r.Change.Status == ChangeStatus.UnderWay ? r.Lines : 0))],
            AccessPolicy.Allows(Right.CaseManage, await relations.ToAsync(request.CaseId, cancellationToken)));
    }
}
