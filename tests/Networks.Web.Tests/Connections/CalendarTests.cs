using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Networks.Web.Connections.RenewCalendar;
using Networks.Web.Tests.Support;

namespace Networks.Web.Tests.Connections;

public sealed partial class CalendarTests
{
    [Fact]
    public async Task Given_the_page_of_the_calendar_when_an_address_is_made_renewed_and_ended_then_only_the_newest_works()
    {
        await using var desk = await DeskApp.StartAsync();
        await desk.Given.CaseInDraftingAsync(2);
        using var officer = await desk.ClientAsync(desk.Given.Lecco);
        using var calendar = new HttpClient { BaseAddress = desk.App.Address };

        var first = await AddressAsync(officer);
        using var answer = await calendar.GetAsync(first);
        var file = await answer.Content.ReadAsStringAsync();
        var second = await AddressAsync(officer);

        Assert.Equal("text/calendar", answer.Content.Headers.ContentType?.MediaType);
        Assert.Contains("BEGIN:VEVENT\r\n", file, StringComparison.Ordinal);
        Assert.Contains("DTSTART;VALUE=DATE:2026", file, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await calendar.GetAsync(first)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await calendar.GetAsync(second)).StatusCode);
        using var ended = await officer.PostFormAsync("/account/calendar", "end");
        Assert.Equal(HttpStatusCode.NotFound, (await calendar.GetAsync(second)).StatusCode);
    }

    [Fact]
    public void Given_long_texts_with_signs_of_the_format_then_lines_are_folded_at_75_octets_and_read_back_whole()
    {
        var title = "Rete «Così è più forte», sede; via \\ Perché\n" + string.Concat(Enumerable.Repeat("è città 🏭 ", 30));
        var file = CalendarFile.Write([new Deadline("a@networks.example", new DateOnly(2026, 12, 31), title, "", new Uri("https://networks.example/"))], [], new DateTimeOffset(2026, 3, 10, 11, 0, 0, TimeSpan.Zero));

        Assert.All(file.Split("\r\n"), line => Assert.True(Encoding.UTF8.GetByteCount(line) <= 75, line));
        Assert.DoesNotContain('\n', file.Replace("\r\n", "", StringComparison.Ordinal));
        Assert.Contains("\r\nDTEND;VALUE=DATE:20270101\r\n", file, StringComparison.Ordinal);
        Assert.Contains("\r\nDTSTAMP:20260310T110000Z\r\n", file, StringComparison.Ordinal);
        var whole = file.Replace("\r\n ", "", StringComparison.Ordinal).Split("\r\n").Single(l => l.StartsWith("SUMMARY:", StringComparison.Ordinal));
        var read = whole["SUMMARY:".Length..].Replace("\\n", "\n", StringComparison.Ordinal).Replace("\\,", ",", StringComparison.Ordinal).Replace("\\;", ";", StringComparison.Ordinal).Replace("\\\\", "\\", StringComparison.Ordinal);
        Assert.Equal(title, read);
    }

    private static async Task<Uri> AddressAsync(HttpClient officer)
    {
        using var made = await officer.PostFormAsync("/account/calendar", "renew");
        return new Uri(Secret().Match(await made.Content.ReadAsStringAsync()).Value, UriKind.Relative);
    }

    [GeneratedRegex("/calendar/[A-Za-z0-9_-]{43}\\.ics")]
    private static partial Regex Secret();
}
