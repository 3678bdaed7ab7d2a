using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Networks.Data;
using Networks.Data.Monitoring;
using Networks.Data.Officers;
using Networks.Workflows.Mail;
using Networks.Workflows.Monitoring.SaveMailing;
using Networks.Workflows.Tests.Support;

namespace Networks.Workflows.Tests.Monitoring;

/// <summary>The picture by mail: on its day, once, with its filters said, until the reader says no more.</summary>
public sealed class MailingTests
{
    [Fact]
    public async Task Given_a_weekly_mail_when_its_day_comes_then_one_is_queued_that_says_its_filter_and_how_to_stop()
    {
        await using var given = await Given.NewAsync();
        await given.InDraftingAsync(2);
        var lead = await LeadAsync(given);
        await given.DoneAsync(lead, new SaveMailing(Ids.New(given.Clock), false, MailRhythm.Weekly, given.Lecco.AssociationId));
        given.Clock.Advance(TimeSpan.FromDays(6));
        Assert.Equal(0, await SweepAsync(given));

        given.Clock.Advance(TimeSpan.FromDays(90));
        Assert.Equal((1, 0), (await SweepAsync(given), await SweepAsync(given)));

        var mail = await given.ReadAsync(db => db.Outbox.SingleAsync(m => m.Kind == MailKinds.View));
        Assert.Equal(lead.Email, mail.To);
        Assert.Contains("solo le reti guidate da Desk di Lecco", mail.Body, StringComparison.Ordinal);
        Assert.Contains("https://networks.example/region/mail", mail.Body, StringComparison.Ordinal);
        Assert.Contains("2 ferme", mail.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Given_a_mail_that_was_ended_or_a_reader_who_no_longer_leads_when_the_day_comes_then_none_is_queued()
    {
        await using var given = await Given.NewAsync();
        await given.InDraftingAsync(1);
        var lead = await LeadAsync(given);
        await given.DoneAsync(lead, new SaveMailing(Ids.New(given.Clock), false, MailRhythm.Weekly, null));
        await given.DoneAsync(lead, new SaveMailing(Ids.New(given.Clock), true, null, null));
        given.Clock.Advance(TimeSpan.FromDays(8));
        Assert.Equal(0, await SweepAsync(given));

        await given.DoneAsync(lead, new SaveMailing(Ids.New(given.Clock), false, MailRhythm.Monthly, null));
        Assert.Equal(new DateOnly(2026, 4, 6), (await given.DoneAsync(lead, new ShowMailing())).NextOn);
        await given.WriteAsync(async db => (await db.Officers.AsTracking().SingleAsync(o => o.Id == lead.Id)).IsDisabled = true);
        given.Clock.Advance(TimeSpan.FromDays(40));

        Assert.Equal(0, await SweepAsync(given));
        Assert.Equal(0, await given.ReadAsync(db => db.ViewSubscriptions.CountAsync(s => s.EndedAt == null)));
    }

    private static Task<int> SweepAsync(Given given) => given.Services.GetRequiredService<MailingSweep>().RunAsync(default);

    private static async Task<Officer> LeadAsync(Given given)
    {
        var lead = new Officer(OfficerId.New(given.Clock), given.Lecco.AssociationId, "Capofila Prova", "capofila@pal.example", OfficerRoles.Lead);
        await given.WriteAsync(db =>
        {
            db.Add(lead);
            return Task.CompletedTask;
        });
        return lead;
    }
}
