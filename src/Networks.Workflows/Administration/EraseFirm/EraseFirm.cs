using MediatR;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Administration;
using Networks.Data.Firms;
using Networks.Data.Outbox;
using Networks.Workflows.Access;
using Networks.Workflows.Common;

namespace Networks.Workflows.Administration.EraseFirm;

/// <summary>
/// Erases what is held about a firm as far as nothing must be kept: how it is reached, what it said of itself, the texts of
/// its mails; and who it is, unless it signed a deed. Answers the question that waits for it.
/// </summary>
/// <param name="Seen">The person has read what goes and what stays.</param>
/// <remarks>Refused: it is in a network that runs.</remarks>
[Access(Right.PersonalData)]
public sealed record EraseFirm(FirmId Firm, bool Seen) : ICommand<FirmErased>, IChecked
{
    public Guid OperationId { get; init; }

    public IEnumerable<Refusal> Faults()
    {
        if (!Seen)
        {
            yield return DataRefusals.Seen;
        }
    }
}

/// <param name="Whole">Nobody can tell any more which firm it was; else who signed a deed stays known.</param>
public sealed record FirmErased(bool Whole);

internal sealed class EraseFirmHandler(NetworksDbContext db, IActor actor, Journal journal, BusinessCalendar calendar, TimeProvider clock) : IRequestHandler<EraseFirm, Result<FirmErased>>
{
    public async Task<Result<FirmErased>> Handle(EraseFirm request, CancellationToken cancellationToken)
    {
        if (await db.OwnFirmAsync(actor, request.Firm, cancellationToken) is not { } firm)
        {
            return AdministrationRefusals.NotFound;
        }

        var traces = await FirmTraces.FindAsync(db, firm, cancellationToken);
        if (traces.Refusal is { } refusal)
        {
            return refusal;
        }

        var today = calendar.Today();
        await EraseMailsAsync(firm, traces, cancellationToken);
        db.RemoveRange(await db.FirmProfiles.Where(p => p.FirmId == firm.Id).ToListAsync(cancellationToken));
        db.RemoveRange(await db.FirmPages.Where(p => p.FirmId == firm.Id).ToListAsync(cancellationToken));
        db.RemoveRange(await db.ImportChanges.Where(c => c.FirmId == firm.Id).ToListAsync(cancellationToken));
        if (traces.KeepsIdentity)
        {
            firm.EraseContacts(today);
        }
        else
        {
            // What is searched follows by itself, and with it the card that others shared with this firm.
            await EraseWordsAsync(traces, cancellationToken);
            firm.Erase(Words.Say("my-data.erased-firm"), Pseudonym(), today);
        }

        foreach (var asked in await db.DataRequests.Where(r => r.FirmId == firm.Id && r.Kind == DataRequestKind.Erasure && r.Outcome == null).ToListAsync(cancellationToken))
        {
            asked.Answer(DataRequestOutcome.Erased, today, actor.Officer);
        }

        journal.Tell("firm", $"{firm.Id.Value}");
        journal.Tell("identity", traces.KeepsIdentity ? "kept" : "erased");
        return new FirmErased(!traces.KeepsIdentity);
    }

    private Task<int> EraseMailsAsync(Firm firm, FirmTraces traces, CancellationToken cancellationToken) =>
        FirmTraces.MailsTo(db, firm, traces.Participants).ExecuteUpdateAsync(
            s => s.SetProperty(m => m.To, "").SetProperty(m => m.Subject, "").SetProperty(m => m.Body, "").SetProperty(m => m.LastError, (string?)null)
                .SetProperty(m => m.Status, m => m.Status == OutboxStatus.Queued ? OutboxStatus.Dropped : m.Status), cancellationToken);

    private async Task EraseWordsAsync(FirmTraces traces, CancellationToken cancellationToken)
    {
        var (own, cases, firm) = (traces.Participants, traces.Cases, traces.Firm.Id);
        foreach (var round in await db.ApprovalRounds.Where(r => cases.Contains(r.CaseId)).ToListAsync(cancellationToken))
        {
            foreach (var answer in round.Answers.Where(a => own.Contains(a.ParticipantId)))
            {
                answer.EraseWords();
            }
        }

        await db.Introductions.Where(i => i.FirmId == firm).ExecuteUpdateAsync(s => s.SetProperty(i => i.Message, "").SetProperty(i => i.Card, "").SetProperty(i => i.Reason, (string?)null).SetProperty(i => i.OutcomeReason, (string?)null), cancellationToken);
        await db.NextSteps.Where(s => s.ParticipantId != null && own.Contains(s.ParticipantId.Value)).ExecuteUpdateAsync(s => s.SetProperty(n => n.Text, ""), cancellationToken);
        await db.PulseAnswers.Where(a => own.Contains(a.ParticipantId)).ExecuteUpdateAsync(s => s.SetProperty(a => a.Remark, (string?)null), cancellationToken);
        var numbers = traces.Texts.ToLookup(t => t.Case, t => t.Number);
        foreach (var rows in numbers)
        {
            var (id, lines) = (rows.Key, rows.ToList());
            foreach (var row in await db.CaseEvents.Where(e => e.CaseId == id && lines.Contains(e.Number)).ToListAsync(cancellationToken))
            {
                row.ErasePersonalText();
            }
        }
    }

    private string Pseudonym() => $"X{Ids.New(clock):N}"[..^1];
}
