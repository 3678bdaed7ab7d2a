using MediatR;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Cases;
using Networks.Data.EnterpriseNetworks;
using Networks.Data.History;
using Networks.Data.Reference;
using Networks.Data.Work;
using Networks.Workflows.Access;
using Networks.Workflows.Casework.ShowHistory;
using Networks.Workflows.Casework.UndoLastAct;
using Networks.Workflows.Common;
using Networks.Workflows.Engine;

namespace Networks.Workflows.Casework.ShowCase;

internal sealed class ShowCaseHandler(NetworksDbContext db, IActor actor, CaseRelations relations, LastActs lastActs, BusinessCalendar calendar, TimeProvider clock)
    : IRequestHandler<ShowCase, Result<CaseView>>
{
    /// <summary>Rows of the history on the case's page; the others have a page of their own.</summary>
    private const int NewestRows = 15;

    public async Task<Result<CaseView>> Handle(ShowCase request, CancellationToken cancellationToken)
    {
        var held = await relations.ToAsync(request.CaseId, cancellationToken);
        var facts = await CaseFacts.LoadAsync(db, db.Cases.AsNoTracking().Where(c => c.Id == request.CaseId), actor.Association, cancellationToken);
        var rows = await CaseRows.LoadAsync(db, request.CaseId, actor.Association, cancellationToken);
        var names = await HistoryNames.LoadAsync(db, request.CaseId, actor.Association, cancellationToken);
        var today = calendar.Today();

        var may = new CaseMay(
            rows.Case.Status is not (CaseStatus.ClosedWithoutOutcome or CaseStatus.Ended) && AccessPolicy.Allows(Right.CaseNote, held),
            AccessPolicy.Allows(Right.CaseManage, held),
            AccessPolicy.Allows(Right.CaseCorrect, held),
            AccessPolicy.Allows(Right.CaseActForFirm, held),
            AccessPolicy.Allows(Right.TextWrite, held))
        {
            Undo = await lastActs.OfAsync(request.CaseId, rows.Case.Version, cancellationToken) is not null,
        };
        var history = HistoryRows.Of(rows.Events, names, actor.Association);
        return new CaseView(
            Head(rows, facts, today),
            may,
            PhaseTrack.Of(rows),
            EffectLine.Of(rows, facts),
            new FirmTable(rows, facts, actor, isOwner: held.Contains(Relation.OwnerDesk)).Lines(),
            Missing(rows, facts, may, today),
            [.. rows.Steps.Where(s => s.DoneAt is null || BusinessCalendar.DayOf(s.DoneAt.Value) == today)
                .Select(s => new PlannedStep(s.Id, s.Text, s.DueOn, BusinessCalendar.WorkingDaysBetween(today, s.DueOn), s.DoneAt is not null))],
            Turns(rows),
            [.. history.Take(NewestRows)],
            history.Count > NewestRows);
    }

    private static CaseHead Head(CaseRows rows, CaseFacts facts, DateOnly today)
    {
        var active = rows.Firms.Where(f => f.Participant.IsActive).ToList();
        var chambers = rows.Network.Kind == NetworkKind.LegalEntity && rows.Network.Seat?.Province is { } seat
            ? [Chambers.Of(seat, today)?.Code]
            : active.Select(f => f.Firm.ReaProvince is { } sigla ? Chambers.Of(sigla, today)?.Code : null);
        return new CaseHead(
            rows.Case.Id, rows.Case.Reference, rows.Network.Name, CaseNeed.Say(rows.Case.Need), rows.Network.Kind, rows.Network.Fund is not null, rows.Owner.DeskName,
            [.. facts.Firms.Values.Where(f => f.DeskId != rows.Case.OwnerId && (f.Status is ParticipantStatus.Active or ParticipantStatus.Proposed)).Select(f => f.Desk).Distinct().Order(StringComparer.CurrentCulture)],
            active.Count,
            chambers.OfType<string>().Distinct().Count(),
            rows.Process is { } process ? $"{process.Name} v{process.Version}" : "",
            rows.Case.Status, rows.Case.Phase, StateLine.Of(rows, facts), rows.Case.ClosedReason,
            rows.Case.SuspendedAt is { } since ? new Suspension(BusinessCalendar.DayOf(since), rows.Events.Last(e => e.Name == CaseworkEvents.Suspended).PersonalText) : null,
            rows.StandsStill, today);
    }

    /// <summary>The open tasks as the leading desk sees them; the reader's own with their button.</summary>
    private IReadOnlyList<MissingTask> Missing(CaseRows rows, CaseFacts facts, CaseMay may, DateOnly today)
    {
        var own = actor.Association is { } desk && (may.Note || may.ActForFirms) ? new TaskRows(facts, desk, today).Of([]) : [];
        var all = new TaskRows(facts, rows.Case.OwnerId, today).Of([]);
        var ownIds = own.Select(r => r.Id).ToHashSet(StringComparer.Ordinal);
        return [.. own.Select(r => new MissingTask(r, MayAct: true)), .. all.Where(r => !ownIds.Contains(r.Id)).Select(r => new MissingTask(r, MayAct: false))];
    }

    private TurnReport Turns(CaseRows rows)
    {
        var from = BusinessCalendar.EndOfDay(rows.Case.OpenedOn.AddDays(-1));
        var ended = rows.Events.FirstOrDefault(e => e.Name == CaseworkEvents.Closed || (e.Name == PhaseEntered.Name && PhaseEntered.Of(e) == CasePhase.FollowUp));
        var until = ended?.RecordedAt ?? clock.GetUtcNow();
        var waits = rows.Items.Select(i => new Wait(i.WaitsFor, i.Name, i.OpenedAt, i.ClosedAt)).Concat(Rests(rows.Events));
        var turns = WhoseTurn.Of(from, until > from ? until : from.AddTicks(1), [.. waits]);
        return new TurnReport(rows.Case.OpenedOn, ended is null, turns, WhoseTurn.Shares(turns));
    }

    /// <summary>While a case rests nobody else can act: the leading desk has the turn.</summary>
    private static IEnumerable<Wait> Rests(IReadOnlyList<CaseEvent> events) =>
        from began in events
        where began.Name == CaseworkEvents.Suspended
        select new Wait(WaitsFor.OwnDesk, CaseworkEvents.Suspended, began.RecordedAt,
            events.FirstOrDefault(e => e.Number > began.Number && (e.Name == CaseworkEvents.Resumed || e.Name == CaseworkEvents.Closed))?.RecordedAt);
}
