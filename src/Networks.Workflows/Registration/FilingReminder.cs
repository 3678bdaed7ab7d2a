using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Officers;
using Networks.Data.Outbox;
using Networks.Data.Reference;
using Networks.Workflows.Common;
using Networks.Workflows.Engine;
using Networks.Workflows.Mail;

namespace Networks.Workflows.Registration;

/// <summary>
/// Reminds the officers of the desk that has a filing in hand: no law sets a term for sending it or for the chamber's
/// answer (S08). An officer whose week of mail is full is not written to; the worklist says the same.
/// </summary>
internal static class FilingReminder
{
    /// <summary>Not sent, or not sent again after a suspension. Stored word.</summary>
    public const string ToSend = "filing-to-send";

    /// <summary>Sent, and the chamber is silent. Stored word.</summary>
    public const string Silent = "filing-silent";

    /// <summary>How long a queued mail can still be taken back.</summary>
    private static readonly TimeSpan _undo = TimeSpan.FromSeconds(10);

    public static async Task QueueAsync(StepContext context, string word, CancellationToken cancellationToken)
    {
        var db = context.Db;
        if (await db.Filings.FindAsync([new FilingId(context.SubjectId)], cancellationToken) is not { } filing)
        {
            return;
        }

        var firm = await db.Participants.Where(p => p.Id == filing.ParticipantId).Join(db.Firms, p => p.FirmId, f => f.Id, (_, f) => f.Name).FirstOrDefaultAsync(cancellationToken);
        var network = await db.EnterpriseNetworks.Where(n => n.CaseId == context.Case.Id).Select(n => n.Name).FirstAsync(cancellationToken);
        var chamber = Chambers.Find(filing.ChamberCode)?.Name ?? filing.ChamberCode;
        var now = context.Clock.GetUtcNow();
        var officers = await OfficersAsync(db, filing.DeskId, now, cancellationToken);
        foreach (var officer in officers)
        {
            var language = CultureInfo.GetCultureInfo(officer.Language);
            object[] values = [firm ?? network, chamber, network, filing.ProtocolNumber ?? "–", Days(language, context), context.Address.Of($"networks/{context.Case.Id.Value}/filings")];
            db.Add(new OutboxMessage(
                Ids.New(context.Clock),
                $"registration.{word}",
                officer.Email,
                Words.In(language, $"registration.mail-{word}-subject", values),
                Words.In(language, $"registration.mail-{word}-body", values),
                now)
            { CaseId = context.Case.Id, NotBefore = now + _undo, Language = officer.Language });
        }

        if (officers.Count > 0)
        {
            context.History.Record(context.Case, "registration.desk-reminded", context.Calendar.Today(), new Dictionary<string, string>
            {
                ["chamber"] = filing.ChamberCode,
                ["filing"] = filing.Id.Value.ToString(),
                ["reason"] = word,
            }, firm ?? network);
        }
    }

    private static string Days(CultureInfo language, StepContext context)
    {
        var since = context.Item is { } item ? BusinessCalendar.DayOf(item.OpenedAt) : context.Calendar.Today();
        return Words.In(language, "work.days-many", BusinessCalendar.WorkingDaysBetween(since, context.Calendar.Today()));
    }

    private static async Task<List<Officer>> OfficersAsync(NetworksDbContext db, AssociationId desk, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var all = await DeskPeople.OfAsync(db, [desk], cancellationToken);
        var used = await MailBudget.UsedAsync(db, [.. all.Select(o => o.Email)], now, cancellationToken);
        return all.FindAll(o => used.GetValueOrDefault(o.Email) < MailBudget.PerWeek);
    }
}
