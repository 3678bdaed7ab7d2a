using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Cases;
using Networks.Data.EnterpriseNetworks;
using Networks.Data.Firms;
using Networks.Data.Outbox;
using Networks.Workflows.Administration.Holdings;
using Networks.Workflows.Common;

namespace Networks.Workflows.Administration.EraseFirm;

/// <param name="Refusal">Why nothing can be erased now; null when it can.</param>
/// <param name="Erased">What would be gone, a sentence each.</param>
/// <param name="Kept">What stays and by which right, a sentence each.</param>
public sealed record ErasurePlan(string? Refusal, IReadOnlyList<string> Erased, IReadOnlyList<string> Kept);

/// <summary>Where a firm has left traces, and which of them must stay.</summary>
/// <param name="Open">References of networks that run and count on it: nothing is erased.</param>
/// <param name="Signed">References of networks whose deed it signed: who it is stays.</param>
/// <param name="Texts">Rows of histories with a text that names it or its people, by case and number.</param>
internal sealed record FirmTraces(
    Firm Firm, IReadOnlyList<ParticipantId> Participants, IReadOnlyList<CaseId> Cases, IReadOnlyList<string> Open, IReadOnlyList<string> Signed, int Mails, bool HasProfile, int Answers, IReadOnlyList<(CaseId Case, int Number)> Texts)
{
    /// <summary>Who signed a deed is known as long as somebody may go to law about it.</summary>
    public bool KeepsIdentity => Signed.Count > 0;

    public Refusal? Refusal => Open.Count == 0 ? null : DataRefusals.OpenNetwork(string.Join(", ", Open));

    public static async Task<FirmTraces> FindAsync(NetworksDbContext db, Firm firm, CancellationToken cancellationToken)
    {
        var taken = await (
            from p in db.Participants.AsNoTracking()
            where p.FirmId == firm.Id
            join c in db.Cases on p.CaseId equals c.Id
            orderby c.Reference
            select new { Participant = p, Case = c }).ToListAsync(cancellationToken);
        var own = taken.ConvertAll(t => t.Participant.Id);
        var cases = taken.ConvertAll(t => t.Case.Id).Distinct().ToList();
        var open = taken.Where(t => (t.Case.Status is CaseStatus.Open or CaseStatus.InEffect)
            && t.Participant.Status is ParticipantStatus.Proposed or ParticipantStatus.Active or ParticipantStatus.Acceding);
        var signed = taken.Where(t => t.Case.DeedOn is { } deed && t.Participant.Status is not (ParticipantStatus.Proposed or ParticipantStatus.Declined) && (t.Participant.LeftOn is null || t.Participant.LeftOn >= deed));
        var rounds = await db.ApprovalRounds.AsNoTracking().Where(r => cases.Contains(r.CaseId)).ToListAsync(cancellationToken);
        var history = await db.CaseEvents.AsNoTracking().Where(e => e.PersonalText != null && (e.FirmId == firm.Id || cases.Contains(e.CaseId))).ToListAsync(cancellationToken);
        return new FirmTraces(
            firm, own, cases,
            [.. open.Select(t => t.Case.Reference).Distinct()],
            [.. signed.Select(t => t.Case.Reference).Distinct()],
            await MailsTo(db, firm, own).CountAsync(cancellationToken),
            await db.FirmProfiles.AnyAsync(p => p.FirmId == firm.Id, cancellationToken),
            rounds.Sum(r => r.Answers.Count(a => own.Contains(a.ParticipantId) && (a.TypedName ?? a.Remark) is not null)),
            [.. history.Where(e => FirmHoldings.IsAbout(e, firm, own)).Select(e => (e.CaseId, e.Number))]);
    }

    /// <summary>Mails to the firm. What went to a mailbox that another firm has too (an accountant's) is that one's as well, and stays.</summary>
    public static IQueryable<OutboxMessage> MailsTo(NetworksDbContext db, Firm firm, IReadOnlyList<ParticipantId> own)
    {
        var (id, mailbox) = (firm.Id, firm.Email);
        return db.Outbox.Where(m => m.ParticipantId != null
            ? own.Contains(m.ParticipantId.Value)
            : mailbox != null && m.To == mailbox && !db.Firms.Any(f => f.Email == mailbox && f.Id != id));
    }

    public ErasurePlan Plan()
    {
        List<string?> erased =
        [
            Words.Say("my-data.erased-contacts"),
            Firm.Consents.Count > 0 ? Words.Say("my-data.erased-consents", Firm.Consents.Count) : null,
            HasProfile ? Words.Say("my-data.erased-profile") : null,
            Mails > 0 ? Words.Say("my-data.erased-mails", Mails) : null,
            KeepsIdentity ? null : Words.Say("my-data.erased-identity", Firm.Representatives.Count),
            !KeepsIdentity && Answers > 0 ? Words.Say("my-data.erased-answers", Answers) : null,
            !KeepsIdentity && Texts.Count > 0 ? Words.Say("my-data.erased-texts", Texts.Count) : null,
        ];
        List<string?> kept =
        [
            KeepsIdentity ? Words.Say("my-data.kept-signed", string.Join(", ", Signed)) : null,
            !KeepsIdentity && Cases.Count > 0 ? Words.Say("my-data.kept-cases", Cases.Count) : null,
            Words.Say("my-data.kept-request"),
            Words.Say("my-data.kept-backups"),
        ];
        return new ErasurePlan(Refusal?.Text, [.. erased.OfType<string>()], [.. kept.OfType<string>()]);
    }
}
