using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Cases;
using Networks.Data.Discovery;
using Networks.Data.Firms;
using Networks.Workflows.Access;
using Networks.Workflows.Common;
using Networks.Workflows.Discovery.Introductions;

namespace Networks.Workflows.Discovery.Meetings;

/// <summary>What the acts on a meeting share: its line in the history of the case, and its mails.</summary>
internal sealed class MeetingSteps(NetworksDbContext db, CaseHistory history, IntroductionSteps names, IntroductionMail mail, BusinessCalendar calendar)
{
    public const string Proposed = "discovery.meeting-proposed";
    public const string Fixed = "discovery.meeting-fixed";
    public const string Cancelled = "discovery.meeting-cancelled";
    public const string Held = "discovery.meeting-held";
    public const string Joins = "discovery.introduction-joins";
    public const string DoesNotJoin = "discovery.introduction-does-not-join";

    public void Record(Case @case, string name, Firm firm, string? words = null) =>
        history.Record(@case, name, calendar.Today(), null, words is null ? firm.Name : $"{firm.Name}: {words}");

    /// <summary>The firm chooses by a new link: the one before opens nothing any more.</summary>
    public async Task AskFirmAsync(Introduction introduction, Firm firm, Meeting meeting, CancellationToken cancellationToken)
    {
        var network = await names.NetworkAsync(introduction.CaseId, cancellationToken);
        if (firm.Email is not null)
        {
            var token = LinkToken.New();
            introduction.TokenHash = LinkToken.Hash(token);
            mail.ToFirm(firm, "meeting-firm", [firm.Name, network, Said(meeting.Slots), meeting.Place, mail.LinkOf(token)]);
        }
        else
        {
            await mail.ToDeskAsync(introduction.HoldingDesk, introduction, "meeting-desk", [firm.Name, network, Said(meeting.Slots)], cancellationToken);
        }
    }

    /// <summary>Everybody who comes is told; the one who chose learns it from the page.</summary>
    public async Task FixAsync(Introduction introduction, Meeting meeting, DateTimeOffset time, CancellationToken cancellationToken)
    {
        var @case = await db.Cases.SingleAsync(c => c.Id == meeting.CaseId, cancellationToken);
        var firm = await db.Firms.SingleAsync(f => f.Id == introduction.FirmId, cancellationToken);
        (meeting.Status, meeting.StartsAt) = (MeetingStatus.Fixed, time);
        Record(@case, Fixed, firm, Said([time]));
        var network = await names.NetworkAsync(@case.Id, cancellationToken);
        object[] values = [firm.Name, network, Said([time]), meeting.Place];
        await mail.ToDeskAsync(introduction.AskingDesk, introduction, "meeting-fixed", values, cancellationToken);
        mail.ToFirm(firm, "meeting-fixed-firm", values);
    }

    private static string Said(IEnumerable<DateTimeOffset> times) => string.Join("; ", times.Select(Say));

    /// <summary>Day and hour of Rome, the same in every language: it is read by several.</summary>
    public static string Say(DateTimeOffset time) =>
        string.Create(CultureInfo.InvariantCulture, $"{BusinessCalendar.DayOf(time):dd/MM/yyyy} {BusinessCalendar.TimeOf(time):HH\\:mm}");
}
