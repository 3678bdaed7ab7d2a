using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Cases;
using Networks.Data.Drafts;
using Networks.Data.EnterpriseNetworks;
using Networks.Data.Firms;
using Networks.Data.Incubation;
using Networks.Data.Outbox;
using Networks.Workflows.Access;
using Networks.Workflows.Common;
using Networks.Workflows.Mail;

namespace Networks.Workflows.Incubation.SendPulse;

/// <summary>A firm with what a mail to it is made from.</summary>
internal sealed record PulsedFirm(Participant Participant, Firm Firm, string Desk)
{
    public static IQueryable<PulsedFirm> Of(NetworksDbContext db, CaseId id) =>
        from p in db.Participants
        where p.CaseId == id && p.Status == ParticipantStatus.Active
        join f in db.Firms on p.FirmId equals f.Id
        join a in db.Associations on p.DeskId equals a.Id
        orderby p.Order
        select new PulsedFirm(p, f, a.Phone == null ? a.DeskName : a.DeskName + ", " + a.Phone);
}

/// <summary>The mails of a pulse, each with a link of its own, which lives a month longer than firms are waited for.</summary>
internal static class PulseMail
{
    public const string Kind = "incubation.pulse";
    public const string ReminderKind = "incubation.pulse-reminder";

    /// <summary>Days after the last day in which a late answer is still taken.</summary>
    private const int _daysAfter = 30;

    private static readonly TimeSpan _undo = TimeSpan.FromSeconds(10);

    public static PulseText Text(string word, PulsedFirm to, string network, DateOnly lastDay, string link)
    {
        var language = CultureInfo.GetCultureInfo(to.Firm.Language);
        return new PulseText(
            Words.In(language, $"incubation.mail-{word}-subject", network),
            Words.In(language, $"incubation.mail-{word}-body", to.Firm.Name, network, lastDay, link, to.Desk));
    }

    public static void Queue(NetworksDbContext db, TimeProvider clock, PublicAddress address, Pulse pulse, PulsedFirm to, string network, bool reminder = false)
    {
        var token = LinkToken.New();
        var now = clock.GetUtcNow();
        db.Add(new FirmLink(Ids.New(clock), pulse.CaseId, to.Participant.Id, LinkToken.Hash(token), pulse.LastDay.AddDays(_daysAfter), now));
        var text = Text(reminder ? "pulse-reminder" : "pulse", to, network, pulse.LastDay, $"{address.FirmPage(token).OriginalString}/pulse");
        db.Add(new OutboxMessage(Ids.New(clock), reminder ? ReminderKind : Kind, to.Firm.Email!, text.Subject, text.Body, now)
        {
            CaseId = pulse.CaseId,
            ParticipantId = to.Participant.Id,
            NotBefore = now + _undo,
            Language = to.Firm.Language,
        });
    }

    public static async Task<string> NetworkAsync(NetworksDbContext db, Case @case, CancellationToken cancellationToken) =>
        await db.EnterpriseNetworks.Where(n => n.CaseId == @case.Id).Select(n => n.Name).FirstAsync(cancellationToken);
}
