using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Networks.Data;
using Networks.Web.Drafting.ShowRound;
using Networks.Web.Tests.Support;
using Networks.Workflows.Engine.FireTimers;
using Networks.Workflows.Mail;
using Networks.Workflows.Tests.Support;

namespace Networks.Web.Tests.Drafting;

/// <summary>A longer deadline from the page to the mails: the reminders begin again and name the new day.</summary>
public sealed class RoundExtensionTests
{
    [Fact]
    public async Task Given_a_reminded_round_when_its_page_extends_it_then_the_next_reminders_name_the_new_day_and_the_old_one_ends_nothing()
    {
        await using var desk = await DeskApp.StartAsync();
        var given = desk.Given;
        var id = await given.CaseInRoundAsync();
        await ComesAsync(desk, 17);
        Assert.Contains("24 marzo 2026", (await given.MailAsync(id, 2, MailKinds.Reminder)).Body, StringComparison.Ordinal);
        Assert.Equal(2, await RemindersAsync(given));

        given.Clock.GoTo(new DateOnly(2026, 3, 23));
        using var client = await desk.ClientAsync(given.Lecco);
        (await (await OpenForm.AtAsync(client, ShowRoundLink.To(id.Value), "extend")).SendAsync(("lastDay", "2026-04-03"))).IsDone();

        await ComesAsync(desk, 25);
        Assert.DoesNotContain("decide-on-silence Open", await given.TasksAsync(id));
        Assert.Equal(2, await RemindersAsync(given));
        await ComesAsync(desk, 30);
        Assert.Equal(4, await RemindersAsync(given));
        var reminder = await given.MailAsync(id, 2, MailKinds.Reminder);
        Assert.Contains("3 aprile 2026", reminder.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("24 marzo", reminder.Body, StringComparison.Ordinal);

        given.Clock.GoTo(new DateOnly(2026, 4, 7));
        await SweepAsync(desk);
        Assert.Contains("decide-on-silence Open", await given.TasksAsync(id));
    }

    private static async Task ComesAsync(DeskApp desk, int dayOfMarch)
    {
        desk.Given.Clock.GoTo(new DateOnly(2026, 3, dayOfMarch));
        await SweepAsync(desk);
    }

    private static Task<int> SweepAsync(DeskApp desk) =>
        desk.App.Services.GetRequiredService<TimerSweep>().FireDueAsync(TestContext.Current.CancellationToken);

    private static Task<int> RemindersAsync(Given given) => given.ReadAsync(db => db.Outbox.CountAsync(m => m.Kind == MailKinds.Reminder));
}
