using MediatR;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.EnterpriseNetworks;
using Networks.Data.Work;
using Networks.Workflows.Access;
using Networks.Workflows.Common;
using Networks.Workflows.Engine;

namespace Networks.Workflows.Intake.EditFirm;

internal sealed class EditFirmHandler(NetworksDbContext db, WorkflowEngine engine, CaseHistory history, BusinessCalendar calendar, IActor actor, TimeProvider clock)
    : IRequestHandler<EditFirm, Result<EditedFirm>>
{
    public async Task<Result<EditedFirm>> Handle(EditFirm request, CancellationToken cancellationToken)
    {
        var @case = await db.Cases.SingleAsync(c => c.Id == request.CaseId, cancellationToken);
        var participant = await db.Participants.FirstOrDefaultAsync(p => p.Id == request.Participant && p.CaseId == @case.Id, cancellationToken);
        if (participant is null || participant.DeskId != actor.Association)
        {
            return participant is null ? IntakeRefusals.NotFound : IntakeRefusals.NotYourFirm;
        }

        var today = calendar.Today();
        var firm = await db.Firms.SingleAsync(f => f.Id == participant.FirmId, cancellationToken);
        var now = FirmFields.Read(firm, today);
        var (wanted, disputed) = Merge(FirmFields.Normalise(request.Values), request.Was, now);
        if (Refusal.Together(await DisputesAsync(@case.Id, participant.Id, disputed, now, wanted, cancellationToken)) is { } conflict)
        {
            return conflict;
        }

        if (Refusal.Together(FirmFaults.Of(wanted).Concat(Later(wanted, today))) is { } fault)
        {
            return fault;
        }

        if (wanted["tax-code"] != now["tax-code"] && await db.Firms.AnyAsync(f => f.TaxCode == wanted["tax-code"] && f.Id != firm.Id, cancellationToken))
        {
            return new Refusal(RefusalKind.Conflict, "intake.tax-code-taken") { Field = "tax-code" };
        }

        var changes = new FirmChanges(history, @case, participant, firm, today, clock).Write(now, wanted);
        if ((await FirmGaps.OfAsync(db, firm, today, cancellationToken)).Count == 0)
        {
            // Where the procedure waits for these data, it goes on; at any other time nothing is open.
            await engine.CompleteAsync(@case, IntakeSteps.CheckFirm, participant.Id.Value, "complete", cancellationToken);
        }

        return new EditedFirm(changes, changes == 0 ? [] : await FirmWarnings.OfAsync(db, @case, firm, cancellationToken));
    }

    // What only the other changed stays the other's; what only this form changed is taken; the rest is in dispute.
    private static (Dictionary<string, string> Wanted, List<string> Disputed) Merge(
        Dictionary<string, string> mine, IReadOnlyDictionary<string, string> was, Dictionary<string, string> now)
    {
        var wanted = new Dictionary<string, string>(now);
        var disputed = new List<string>();
        foreach (var field in FirmFields.Names.Where(f => mine.ContainsKey(f) && mine[f] != was.GetValueOrDefault(f, "")))
        {
            wanted[field] = mine[field];
            if (now[field] != was.GetValueOrDefault(field, "") && now[field] != mine[field])
            {
                disputed.Add(field);
            }
        }

        return (wanted, disputed);
    }

    private async Task<List<Refusal>> DisputesAsync(
        CaseId caseId, ParticipantId participant, List<string> disputed, Dictionary<string, string> now, Dictionary<string, string> wanted, CancellationToken cancellationToken)
    {
        if (disputed.Count == 0)
        {
            return [];
        }

        var key = participant.Value.ToString("N");
        var changes = await (
            from e in db.CaseEvents.AsNoTracking()
            where e.CaseId == caseId && e.Name.StartsWith("intake.")
            join o in db.Officers on e.OfficerId equals o.Id
            orderby e.Number descending
            select new { Event = e, o.FullName }).Take(200).ToListAsync(cancellationToken);
        return [.. disputed.Select(field => new Refusal(
            RefusalKind.Conflict,
            "intake.changed-meanwhile",
            changes.FirstOrDefault(c => c.Event.Facts.GetValueOrDefault("participant") == key && c.Event.Name.StartsWith($"intake.firm-{GroupOf(field)}", StringComparison.Ordinal))?.FullName
                ?? Words.Say("intake.somebody-of-the-desk"),
            FirmText.Said(field, now[field]),
            FirmText.Said(field, wanted[field])) { Field = field })];
    }

    private static string GroupOf(string field) =>
        field.StartsWith("seat-", StringComparison.Ordinal) ? "seat" : field.StartsWith("representative-", StringComparison.Ordinal) ? "representative" : field;

    private static IEnumerable<Refusal> Later(Dictionary<string, string> values, DateOnly today) =>
        from field in new[] { "register-checked-on", "privacy-on" }
        where FirmFields.Day(values[field]) > today
        select new Refusal(RefusalKind.Invalid, "intake.day-to-come") { Field = field };
}

internal sealed class ShowFirmHandler(NetworksDbContext db, BusinessCalendar calendar, IActor actor, CaseRelations relations) : IRequestHandler<ShowFirm, Result<FirmCard>>
{
    public async Task<Result<FirmCard>> Handle(ShowFirm request, CancellationToken cancellationToken)
    {
        var @case = await db.Cases.AsNoTracking().SingleAsync(c => c.Id == request.CaseId, cancellationToken);
        var found = await (
            from p in db.Participants.AsNoTracking()
            where p.Id == request.Participant && p.CaseId == @case.Id
            join f in db.Firms on p.FirmId equals f.Id
            join d in db.Associations on p.DeskId equals d.Id
            join n in db.EnterpriseNetworks on p.CaseId equals n.CaseId
            select new { Participant = p, Firm = f, d.DeskName, n.Name }).FirstOrDefaultAsync(cancellationToken);
        if (found is null)
        {
            return IntakeRefusals.NotFound;
        }

        var (participant, firm) = (found.Participant, found.Firm);
        var mine = participant.DeskId == actor.Association;
        var named = participant.IsNamedTo(actor.Association);
        var canLeave = participant.Status is ParticipantStatus.Active or ParticipantStatus.Proposed
            && (mine || @case.OwnerId == actor.Association) && IntakeRefusals.Over(@case, IntakeRefusals.LeavesAfterDeed) is null;
        return new FirmCard(
            found.Name, named ? firm.Name : firm.TaxCode, found.DeskName, mine, participant.IsActive, canLeave,
            Visible(FirmFields.Read(firm, calendar.Today()), named, mine || await LeadsAsync(@case.Id, cancellationToken)),
            named ? await CheckedByAsync(@case.Id, participant.Id, cancellationToken) : null,
            mine ? await FirmWarnings.OfAsync(db, @case, firm, cancellationToken) : [],
            mine && await IsCheckOpenAsync(@case.Id, participant.Id.Value, cancellationToken) ? await FirmGaps.OfAsync(db, firm, calendar.Today(), cancellationToken) : null);
    }

    private Task<bool> IsCheckOpenAsync(CaseId caseId, Guid participant, CancellationToken cancellationToken) => db.WorkItems.AsNoTracking().AnyAsync(
        i => i.CaseId == caseId && i.Status == WorkItemStatus.Open && i.SubjectId == participant && i.Path.EndsWith("/" + IntakeSteps.CheckFirm), cancellationToken);

    // The desk that leads the case sees everything of it, but no name before the firm's own desk has said yes.
    private async Task<bool> LeadsAsync(CaseId caseId, CancellationToken cancellationToken) =>
        (await relations.ToAsync(caseId, cancellationToken)).Contains(Relation.OwnerDesk);

    private static Dictionary<string, string> Visible(Dictionary<string, string> all, bool named, bool everything)
    {
        var hidden = FirmFields.All.Where(f => f.IsContact).Select(f => f.Name).Concat(FirmFields.Consents.Keys);
        return !named ? new() { ["tax-code"] = all["tax-code"] }
            : everything ? all
            : all.Where(v => !hidden.Contains(v.Key)).ToDictionary();
    }

    private async Task<string?> CheckedByAsync(CaseId caseId, ParticipantId participant, CancellationToken cancellationToken)
    {
        var key = participant.Value.ToString("N");
        var checks = await (
            from e in db.CaseEvents.AsNoTracking()
            where e.CaseId == caseId && e.Name.StartsWith("intake.firm-register-")
            join o in db.Officers on e.OfficerId equals o.Id
            orderby e.Number descending
            select new { e.Facts, o.FullName }).ToListAsync(cancellationToken);
        return checks.FirstOrDefault(c => c.Facts.GetValueOrDefault("participant") == key)?.FullName;
    }
}
