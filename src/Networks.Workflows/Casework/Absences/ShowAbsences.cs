using MediatR;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Workflows.Access;
using Networks.Workflows.Casework.HandOverTask;
using Networks.Workflows.Casework.ListMyTasks;
using Networks.Workflows.Common;

namespace Networks.Workflows.Casework.Absences;

/// <summary>
/// The person's absences to come and those of colleagues for whom the person stands in, each with the dossier of the
/// networks that go with it, as they are now.
/// </summary>
[Access(Right.DeskWork)]
public sealed record ShowAbsences : IQuery<AbsencesView>;

/// <param name="OwnNetworks">What a colleague would follow: the networks in which the person was the last of the desk to write.</param>
public sealed record AbsencesView(IReadOnlyList<AbsenceRow> Own, IReadOnlyList<AbsenceRow> StandsIn, IReadOnlyList<Colleague> Colleagues, IReadOnlyList<DossierCase> OwnNetworks, DateOnly Today);

/// <param name="Other">Who stands in, or who is away.</param>
/// <param name="Networks">Of a colleague who is away; empty for the own absences.</param>
public sealed record AbsenceRow(Guid Id, string Other, DateOnly From, DateOnly Until, string Note, bool Runs, IReadOnlyList<DossierCase> Networks);

/// <summary>Where a network stands, in the words of the worklist.</summary>
/// <param name="Open">What is to do or waited for, with its day.</param>
/// <param name="Promises">What the desk means to do next, as it noted it.</param>
public sealed record DossierCase(CaseId Id, string Network, IReadOnlyList<TaskRow> Open, IReadOnlyList<Promise> Promises);

public sealed record Promise(DateOnly Day, string Text);

internal sealed class ShowAbsencesHandler(NetworksDbContext db, IActor actor, BusinessCalendar calendar) : IRequestHandler<ShowAbsences, Result<AbsencesView>>
{
    public async Task<Result<AbsencesView>> Handle(ShowAbsences request, CancellationToken cancellationToken)
    {
        var today = calendar.Today();
        var (me, desk) = (actor.Officer!.Value, actor.Association!.Value);
        var rows = await (
            from a in db.Absences.AsNoTracking()
            where (a.OfficerId == me || a.StandInId == me) && a.EndedAt == null && a.Until >= today
            join o in db.Officers on a.OfficerId equals o.Id
            join s in db.Officers on a.StandInId equals s.Id
            orderby a.From
            select new { Absence = a, Officer = o.FullName, StandIn = s.FullName }).ToListAsync(cancellationToken);
        var standsIn = new List<AbsenceRow>();
        foreach (var row in rows.Where(r => r.Absence.StandInId == me))
        {
            standsIn.Add(new AbsenceRow(row.Absence.Id, row.Officer, row.Absence.From, row.Absence.Until, row.Absence.Note, row.Absence.Runs(today), await DossierAsync(desk, row.Absence.OfficerId, today, cancellationToken)));
        }

        var colleagues = await Items.ColleaguesAsync(db, actor, cancellationToken);
        return new AbsencesView(
            [.. rows.Where(r => r.Absence.OfficerId == me).Select(r => new AbsenceRow(r.Absence.Id, r.StandIn, r.Absence.From, r.Absence.Until, r.Absence.Note, r.Absence.Runs(today), []))],
            standsIn,
            [.. colleagues.Where(c => c.Id != me).Select(c => new Colleague(c.Id, c.FullName))],
            await DossierAsync(desk, me, today, cancellationToken),
            today);
    }

    private async Task<IReadOnlyList<DossierCase>> DossierAsync(AssociationId desk, OfficerId officer, DateOnly today, CancellationToken cancellationToken)
    {
        var cases = FollowedCases.Of(db, FollowedCases.OfDesk(db, desk), desk, [officer]);
        var facts = await CaseFacts.LoadAsync(db, cases, desk, cancellationToken);
        var steps = await (
            from s in db.NextSteps.AsNoTracking()
            join c in cases on s.CaseId equals c.Id
            where s.DeskId == desk && s.DoneAt == null
            orderby s.DueOn
            select s).ToListAsync(cancellationToken);
        var open = new TaskRows(facts, desk, today).Of([]).ToLookup(r => r.CaseId);
        return [.. facts.Cases.Values.OrderBy(c => c.Network, StringComparer.CurrentCulture).Select(c => new DossierCase(
            c.Id, c.Network, [.. open[c.Id]], [.. steps.Where(s => s.CaseId == c.Id).Select(s => new Promise(s.DueOn, s.Text))]))];
    }
}
