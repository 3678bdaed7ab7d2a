using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Cases;
using Networks.Data.Drafts;
using Networks.Data.EnterpriseNetworks;
using Networks.Data.Files;
using Networks.Data.Filings;
using Networks.Data.History;
using Networks.Data.Officers;
using Networks.Data.Work;
using Networks.Workflows.Casework.RecordNote;
using Networks.Workflows.Common;

namespace Networks.Workflows.Tests.Support;

/// <summary>Vocabulary of the desk's daily pages.</summary>
public sealed partial class Given
{
    /// <summary>A text put to every firm of a case in drafting, all silent so far, and the service reminds nobody by itself.</summary>
    public async Task SilentRoundAsync(CaseId caseId, DateOnly lastDay)
    {
        await WriteAsync(db =>
        {
            var file = new StoredFile(FileId.New(Clock), new string('a', 64), 10, "v1.docx", "application/octet-stream", Clock.GetUtcNow()) { CaseId = caseId };
            var draft = new Draft(DraftId.New(Clock), caseId, 1, file.Id, new string('b', 64), Clock.GetUtcNow());
            var round = new ApprovalRound(RoundId.New(Clock), caseId, 1, draft.Id, RoundKind.Working, lastDay, Clock.GetUtcNow());
            foreach (var firm in db.Participants.Where(p => p.CaseId == caseId && p.Status == ParticipantStatus.Active).OrderBy(p => p.Order))
            {
                round.Ask(firm.Id);
            }

            db.AddRange(file, draft, round);
            return Task.CompletedTask;
        });
        await InEngineAsync(caseId, (engine, @case) => engine.CompleteAsync(@case, "prepare-text", null, "round-opened", default));
        await WriteAsync(async db => await db.Timers.Where(t => t.CaseId == caseId && t.Kind == TimerKind.Reminder).ForEachAsync(t => t.Status = TimerStatus.Dropped));
    }

    /// <summary>A case whose deed is of a day, with a sent filing for each of its firms, recorded in the history; no process runs.</summary>
    /// <returns>The case and the numbers of the rows that say the filings were entered, in the order of the firms.</returns>
    public async Task<(CaseId Id, IReadOnlyList<FilingId> Filings)> CaseWithFilingsAsync(DateOnly deedOn, params DateOnly?[] enteredOn)
    {
        ArgumentNullException.ThrowIfNull(enteredOn);
        var id = CaseId.New(Clock);
        var firms = new List<FirmId>();
        for (var i = 0; i < enteredOn.Length; i++)
        {
            firms.Add(await FirmAsync(i == 0 ? Lecco : Como, i + 1));
        }

        var filings = new List<Filing>();
        await WriteAsync(db =>
        {
            var @case = new Case(id, "N-2026-0001", Programme, Lecco.AssociationId, "verniciatura", new DateOnly(2026, 1, 12)) { DeedOn = deedOn, Phase = CasePhase.Registration };
            db.Add(@case);
            db.Add(new EnterpriseNetwork(id, "Rete Prova") { Kind = NetworkKind.Contractual });
            for (var i = 0; i < enteredOn.Length; i++)
            {
                var participant = new Participant(ParticipantId.New(Clock), id, firms[i], (i == 0 ? Lecco : Como).AssociationId, ParticipantStatus.Active, new DateOnly(2026, 1, 12)) { Order = i + 1 };
                var filing = new Filing(FilingId.New(Clock), id, participant.Id, "como-lecco", participant.DeskId);
                filing.Send(deedOn, $"2026/{i + 1}");
                if (enteredOn[i] is { } day)
                {
                    filing.Enter(day);
                    Record(db, @case, "registration.filing-entered", day, new Dictionary<string, string> { ["chamber"] = "como-lecco", ["date"] = $"{day:yyyy-MM-dd}", ["filing"] = filing.Id.Value.ToString() });
                }

                db.AddRange(participant, filing);
                filings.Add(filing);
            }

            return Task.CompletedTask;
        });
        return (id, [.. filings.Select(f => f.Id)]);
    }

    /// <summary>A call of Lecco about a case, with a next step of the same day.</summary>
    public Task NoteAsync(CaseId caseId) => DoneAsync(Lecco,
        new RecordNote(Ids.New(Clock), caseId, NoteChannel.Call, null, null, "has-doubts", "Chiedono come si divide il fondo", null, BusinessCalendar.DayOf(Clock.GetUtcNow()), "Mandare l'esempio di riparto", false));

    /// <summary>An officer of the lead association or of another role that works at no desk.</summary>
    public async Task<Officer> WatcherAsync(OfficerRoles roles)
    {
        var officer = new Officer(OfficerId.New(Clock), Lecco.AssociationId, "Persona Osserva", $"{roles}@mail.example".ToLowerInvariant(), roles);
        await WriteAsync(db =>
        {
            db.Add(officer);
            return Task.CompletedTask;
        });
        return officer;
    }

    private void Record(NetworksDbContext db, Case @case, string name, DateOnly day, Dictionary<string, string> facts)
    {
        var content = new CaseEventContent { Name = name, HappenedOn = day, RecordedAt = Clock.GetUtcNow(), Actor = ActorKind.Officer, OfficerId = Lecco.Id, AssociationId = Lecco.AssociationId, Facts = facts };
        var row = CaseEvent.Next(content, @case.Id, @case.HistoryLength + 1, @case.HeadHash);
        @case.HistoryLength = row.Number;
        @case.HeadHash = row.Hash;
        db.Add(row);
    }
}
