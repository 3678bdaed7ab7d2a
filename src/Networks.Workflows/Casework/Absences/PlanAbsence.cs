using System.Globalization;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Officers;
using Networks.Data.Outbox;
using Networks.Workflows.Access;
using Networks.Workflows.Casework.HandOverTask;
using Networks.Workflows.Common;
using Networks.Workflows.Mail;

namespace Networks.Workflows.Casework.Absences;

/// <summary>
/// A colleague of the desk follows the person's networks from a day until a day, both inclusive, and is told by mail. When
/// the last day is over everything is the person's again by itself. Refused when the person or the colleague is away
/// already on one of the days.
/// </summary>
/// <param name="Note">What the colleague is to know beyond the dossier; null for nothing.</param>
[Access(Right.DeskWork)]
public sealed record PlanAbsence(Guid OperationId, OfficerId? StandIn, DateOnly? From, DateOnly? Until, string? Note) : ICommand<Done>, IChecked
{
    /// <summary>Whoever is away for longer hands the networks over for good.</summary>
    public const int LongestDays = 366;

    public const int LongestNote = 2000;

    /// <summary>Where the dossier is read.</summary>
    public const string Path = "/absence";

    public IEnumerable<Refusal> Faults()
    {
        if (StandIn is null)
        {
            yield return CaseworkRefusals.NoStandIn;
        }

        if (From is not { } from || Until is not { } until || until < from || until > from.AddDays(LongestDays))
        {
            yield return CaseworkRefusals.AbsenceDays;
        }

        if (Note?.Length > LongestNote)
        {
            yield return new Refusal(RefusalKind.Invalid, "casework.text-too-long", LongestNote) { Field = "note" };
        }
    }
}

internal sealed class PlanAbsenceHandler(NetworksDbContext db, IActor actor, BusinessCalendar calendar, PublicAddress address, AbsenceHistory history, TimeProvider clock) : IRequestHandler<PlanAbsence, Result<Done>>
{
    public async Task<Result<Done>> Handle(PlanAbsence request, CancellationToken cancellationToken)
    {
        var (from, until) = (request.From!.Value, request.Until!.Value);
        if (until < calendar.Today())
        {
            return CaseworkRefusals.AbsenceDays;
        }

        var me = actor.Officer!.Value;
        var colleague = (await Items.ColleaguesAsync(db, actor, cancellationToken)).Find(o => o.Id == request.StandIn && o.Id != me);
        if (colleague is null)
        {
            return CaseworkRefusals.NoStandIn;
        }

        var meant = await db.Absences.Where(a => (a.OfficerId == me || a.OfficerId == colleague.Id) && a.EndedAt == null && a.From <= until && a.Until >= from).ToListAsync(cancellationToken);
        if (meant.Count > 0)
        {
            return meant[0].OfficerId == me ? CaseworkRefusals.AwayAlready(meant[0].From, meant[0].Until) : CaseworkRefusals.StandInAway(colleague.FullName, meant[0].From, meant[0].Until);
        }

        var name = await db.Officers.Where(o => o.Id == me).Select(o => o.FullName).SingleAsync(cancellationToken);
        var language = CultureInfo.GetCultureInfo(colleague.Language);
        var absence = new Absence(Ids.New(clock), me, colleague.Id, from, until, clock.GetUtcNow()) { Note = request.Note?.Trim() ?? "" };
        await history.TellAsync(absence, actor.Association!.Value, CaseworkEvents.AbsencePlanned, colleague.FullName, cancellationToken);
        db.AddRange(
            absence,
            new OutboxMessage(
                Ids.New(clock), MailKinds.StandIn, colleague.Email,
                Words.In(language, "casework.stand-in-subject", name, from, until),
                Words.In(language, "casework.stand-in-body", colleague.FullName, name, from, until, address.Of(PlanAbsence.Path).OriginalString), clock.GetUtcNow())
            { Language = colleague.Language });
        return Done.It;
    }
}
