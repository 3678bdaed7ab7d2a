using System.Globalization;
using System.Text;
using Networks.Workflows.Common;

namespace Networks.Web.Connections.RenewCalendar;

/// <summary>One deadline of a calendar.</summary>
/// <param name="Id">The same as long as it is the same thing to do.</param>
/// <param name="Day">Legal day in Italy.</param>
internal sealed record Deadline(string Id, DateOnly Day, string Title, string Text, Uri Address);

/// <summary>A meeting with its hours.</summary>
internal sealed record Appointment(string Id, DateTimeOffset Begins, DateTimeOffset Ends, string Title, string Place, Uri Address);

/// <summary>
/// Deadlines as an iCalendar file (RFC 5545): whole days, which are the same day in every zone; lines end with CR LF and
/// are folded at 75 octets, never inside of a character.
/// </summary>
internal static class CalendarFile
{
    private const int longestLine = 75;

    public static string Write(IEnumerable<Deadline> deadlines, IEnumerable<Appointment> appointments, DateTimeOffset now)
    {
        var file = new StringBuilder();
        Line(file, "BEGIN", "VCALENDAR");
        Line(file, "VERSION", "2.0");
        Line(file, "PRODID", "-//Networks//Deadlines//IT");
        Line(file, "CALSCALE", "GREGORIAN");
        Line(file, "METHOD", "PUBLISH");
        Line(file, "X-WR-CALNAME", Escape(Words.Say("connection-pages.calendar-name")));
        Line(file, "X-WR-TIMEZONE", "Europe/Rome");
        Line(file, "REFRESH-INTERVAL;VALUE=DURATION", "PT1H");
        foreach (var deadline in deadlines)
        {
            Line(file, "BEGIN", "VEVENT");
            Line(file, "UID", Escape(deadline.Id));
            Line(file, "DTSTAMP", Instant(now));
            Line(file, "DTSTART;VALUE=DATE", Day(deadline.Day));
            Line(file, "DTEND;VALUE=DATE", Day(deadline.Day.AddDays(1)));
            Line(file, "SUMMARY", Escape(deadline.Title));
            Line(file, "DESCRIPTION", Escape(deadline.Text));
            Line(file, "URL", deadline.Address.AbsoluteUri);
            Line(file, "TRANSP", "TRANSPARENT");
            Line(file, "END", "VEVENT");
        }

        foreach (var appointment in appointments)
        {
            Line(file, "BEGIN", "VEVENT");
            Line(file, "UID", Escape(appointment.Id));
            Line(file, "DTSTAMP", Instant(now));
            Line(file, "DTSTART", Instant(appointment.Begins));
            Line(file, "DTEND", Instant(appointment.Ends));
            Line(file, "SUMMARY", Escape(appointment.Title));
            Line(file, "LOCATION", Escape(appointment.Place));
            Line(file, "URL", appointment.Address.AbsoluteUri);
            Line(file, "END", "VEVENT");
        }

        Line(file, "END", "VCALENDAR");
        return file.ToString();
    }

    private static string Instant(DateTimeOffset at) => at.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);

    private static string Day(DateOnly day) => day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    private static string Escape(string text) => text
        .Replace("\\", "\\\\", StringComparison.Ordinal).Replace(";", "\\;", StringComparison.Ordinal).Replace(",", "\\,", StringComparison.Ordinal)
        .ReplaceLineEndings("\\n");

    private static void Line(StringBuilder file, string name, string value)
    {
        var octets = 0;
        foreach (var rune in $"{name}:{value}".EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > longestLine)
            {
                file.Append("\r\n ");
                octets = 1;
            }

            file.Append(rune);
            octets += rune.Utf8SequenceLength;
        }

        file.Append("\r\n");
    }
}
