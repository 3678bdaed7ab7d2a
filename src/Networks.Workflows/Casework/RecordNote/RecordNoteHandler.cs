using System.Globalization;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Cases;
using Networks.Data.Casework;
using Networks.Workflows.Common;

namespace Networks.Workflows.Casework.RecordNote;

internal sealed class RecordNoteHandler(NetworksDbContext db, CaseHistory history, IActor actor, BusinessCalendar calendar, TimeProvider clock)
    : IRequestHandler<RecordNote, Result<NoteRecorded>>
{
    public async Task<Result<NoteRecorded>> Handle(RecordNote request, CancellationToken cancellationToken)
    {
        var @case = await db.Cases.SingleAsync(c => c.Id == request.CaseId, cancellationToken);
        var firm = await FirmNameAsync(request, cancellationToken);
        var today = calendar.Today();
        var outcome = NoteOutcomes.Find(request.Outcome)!;
        var nextOn = request.NoNextStep ? null : request.NextOn ?? outcome.NextOn(today);
        if (Refuse(request, firm, nextOn, today) is { } refusal)
        {
            return refusal;
        }

        var facts = new Dictionary<string, string> { ["channel"] = request.Channel.ToString(), ["outcome"] = outcome.Word };
        if (request.Participant is { } participant)
        {
            facts["participant"] = participant.Value.ToString();
        }

        var name = request.Participant is null ? CaseworkEvents.Noted : CaseworkEvents.NotedWithFirm;
        var note = history.Record(@case, name, request.HappenedOn ?? today, facts, request.Text);
        if (request.PrivateRemark is { } remark)
        {
            history.Record(@case, CaseworkEvents.RemarkKept, request.HappenedOn ?? today, personalText: remark);
        }

        if (nextOn is { } day)
        {
            Plan(@case, request, day, request.NextText ?? outcome.NextText(firm ?? ""), note.Number);
        }

        return new NoteRecorded(note.Number, nextOn);
    }

    private static Refusal? Refuse(RecordNote request, string? firm, DateOnly? nextOn, DateOnly today) =>
        request.Participant is not null && firm is null ? CaseworkRefusals.FirmNotInCase
        : request.HappenedOn > today ? CaseworkRefusals.DayToCome("happened-on")
        : nextOn < today ? CaseworkRefusals.NextStepInThePast
        : null;

    private void Plan(Case @case, RecordNote request, DateOnly day, string text, int fromEvent)
    {
        db.Add(new NextStep(Ids.New(clock), @case.Id, actor.Association ?? @case.OwnerId, day, text, fromEvent) { ParticipantId = request.Participant });
        history.Record(@case, CaseworkEvents.StepPlanned, calendar.Today(), new Dictionary<string, string> { ["due"] = Day(day) }, text);
    }

    private async Task<string?> FirmNameAsync(RecordNote request, CancellationToken cancellationToken)
    {
        var found = await (
            from p in db.Participants.AsNoTracking()
            where p.CaseId == request.CaseId && p.Id == request.Participant
            join f in db.Firms on p.FirmId equals f.Id
            select new { Participant = p, f.Name, f.TaxCode }).SingleOrDefaultAsync(cancellationToken);
        return found?.Participant.IsNamedTo(actor.Association) == false ? found.TaxCode : found?.Name;
    }

    private static string Day(DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture);
}
