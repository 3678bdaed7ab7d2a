using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Networks.Data;
using Networks.Data.Monitoring;
using Networks.Data.Officers;
using Networks.Workflows.Casework.CloseCase;
using Networks.Workflows.Common;
using Networks.Workflows.Mail;
using Networks.Workflows.Monitoring.EndMailing;
using Networks.Workflows.Monitoring.FundingCalls;
using Networks.Workflows.Monitoring.OfferHelp;
using Networks.Workflows.Monitoring.SaveMailing;
using Networks.Workflows.Monitoring.ShowRegion;
using Networks.Workflows.Tests.Support;

namespace Networks.Workflows.Tests.Monitoring;

/// <summary>What the lead does from its picture, and how a reader ends a mailed view.</summary>
public sealed class LeadActsTests
{
    [Fact]
    public async Task Given_a_network_when_the_lead_offers_help_then_its_desk_is_written_to_and_its_history_says_so()
    {
        await using var given = await Given.NewAsync();
        var id = Assert.Single(await given.InDraftingAsync(1));
        var lead = await given.WatcherAsync(OfficerRoles.Lead);

        await given.DoneAsync(lead, new OfferHelp(id, "Possiamo leggere insieme il programma.") { OperationId = Ids.New(given.Clock) });

        var mail = await given.ReadAsync(db => db.Outbox.SingleAsync(m => m.Kind == "monitoring.help"));
        Assert.Equal((given.Lecco.Email, id), (mail.To, mail.CaseId));
        Assert.Contains("Possiamo leggere insieme il programma.", mail.Body, StringComparison.Ordinal);
        Assert.Contains(lead.Email, mail.Body, StringComparison.Ordinal);
        Assert.Equal(1, await given.ReadAsync(db => db.CaseEvents.CountAsync(e => e.CaseId == id && e.Name == "monitoring.help-offered")));
    }

    [Fact]
    public async Task Given_an_empty_message_a_closed_network_or_another_person_when_help_is_offered_then_it_is_refused_and_nobody_is_written_to()
    {
        await using var given = await Given.NewAsync();
        var id = Assert.Single(await given.InDraftingAsync(1));
        var lead = await given.WatcherAsync(OfficerRoles.Lead);
        var auditor = new Officer(OfficerId.New(given.Clock), given.Lecco.AssociationId, "Revisore Prova", "revisore@pal.example", OfficerRoles.Auditor);

        Assert.Equal("monitoring.help-missing", (await given.SendAsAsync(Actor.Of(lead), new OfferHelp(id, " ") { OperationId = Ids.New(given.Clock) })).Refusal!.Code);
        Assert.Equal("monitoring.help-long", (await given.SendAsAsync(Actor.Of(lead), new OfferHelp(id, new string('a', 2001)) { OperationId = Ids.New(given.Clock) })).Refusal!.Code);
        Assert.NotNull((await given.SendAsAsync(Actor.Of(auditor), new OfferHelp(id, "Aiuto") { OperationId = Ids.New(given.Clock) })).Refusal);
        await given.DoneAsync(given.Lecco, new CloseCase(Ids.New(given.Clock), id, "no-agreement", null));
        Assert.Equal("monitoring.help-case-over", (await given.SendAsAsync(Actor.Of(lead), new OfferHelp(id, "Aiuto") { OperationId = Ids.New(given.Clock) })).Refusal!.Code);

        Assert.Equal(0, await given.ReadAsync(db => db.Outbox.CountAsync(m => m.Kind == "monitoring.help")));
    }

    [Fact]
    public async Task Given_calls_then_the_picture_shows_the_nearest_first_and_neither_those_that_are_over_nor_those_taken_off()
    {
        await using var given = await Given.NewAsync();
        var lead = await given.WatcherAsync(OfficerRoles.Lead);
        var today = (await given.DoneAsync(lead, new ListCalls())).Today;
        await AddAsync(given, lead, "Reti e filiere", today.AddDays(40));
        await AddAsync(given, lead, "Voucher fiere", today.AddDays(3));
        var wrong = await AddAsync(given, lead, "Scritto per errore", today.AddDays(9));
        Assert.Equal("monitoring.call-past", (await given.SendAsAsync(Actor.Of(lead), new AddCall("Ieri", "Regione", today.AddDays(-1), false) { OperationId = Ids.New(given.Clock) })).Refusal!.Code);
        Assert.Equal(["closes-on", "title"], (await given.SendAsAsync(Actor.Of(lead), new AddCall("", "Regione", null, false) { OperationId = Ids.New(given.Clock) })).Refusal!.All.Select(r => r.Field!).Order());

        await given.DoneAsync(lead, new WithdrawCall(wrong) { OperationId = Ids.New(given.Clock) });
        Assert.Equal([("Voucher fiere", 3), ("Reti e filiere", 40)], (await given.AsLeadAsync(new ShowRegion())).Calls.Select(c => (c.Title, c.Days)));

        given.Clock.Advance(TimeSpan.FromDays(4));
        Assert.Equal(["Reti e filiere"], (await given.AsLeadAsync(new ShowRegion())).Calls.Select(c => c.Title));
    }

    [Fact]
    public async Task Given_a_mailed_view_when_its_address_is_opened_nothing_ends_and_when_it_is_posted_the_mailing_ends_once()
    {
        await using var given = await Given.NewAsync();
        await given.InDraftingAsync(1);
        var lead = await given.WatcherAsync(OfficerRoles.Lead);
        await given.DoneAsync(lead, new SaveMailing(Ids.New(given.Clock), false, MailRhythm.Weekly, null));
        given.Clock.Advance(TimeSpan.FromDays(8));
        await given.Services.GetRequiredService<MailingSweep>().RunAsync(default);
        var mail = await given.ReadAsync(db => db.Outbox.SingleAsync(m => m.Kind == MailKinds.View));
        var key = new Uri(mail.OptOut!).Segments[2].TrimEnd('/');
        Assert.Contains($"https://networks.example/m/{key}\n", mail.Body, StringComparison.Ordinal);
        Assert.Equal($"https://networks.example/m/{key}/end", mail.OptOut);

        Assert.False((await given.SendAsAsync(Actor.Nobody, new ShowMailingEnd(key))).Value.IsEnded);
        Assert.Equal(RefusalKind.NotFound, (await given.SendAsAsync(Actor.Nobody, new EndMailing(key[..^1] + (key[^1] == 'A' ? 'B' : 'A')) { OperationId = Ids.New(given.Clock) })).Refusal!.Kind);
        Assert.Equal(1, await given.ReadAsync(db => db.ViewSubscriptions.CountAsync(s => s.EndedAt == null)));

        Assert.True((await given.SendAsAsync(Actor.Nobody, new EndMailing(key) { OperationId = Ids.New(given.Clock) })).Ok);
        Assert.True((await given.SendAsAsync(Actor.Nobody, new EndMailing(key) { OperationId = Ids.New(given.Clock) })).Ok);
        Assert.True((await given.SendAsAsync(Actor.Nobody, new ShowMailingEnd(key))).Value.IsEnded);
        given.Clock.Advance(TimeSpan.FromDays(8));
        Assert.Equal(0, await given.Services.GetRequiredService<MailingSweep>().RunAsync(default));
    }

    [Fact]
    public async Task Given_a_person_with_every_role_then_the_database_holds_them_all()
    {
        await using var given = await Given.NewAsync();
        const OfficerRoles All = OfficerRoles.Desk | OfficerRoles.Lead | OfficerRoles.Auditor | OfficerRoles.Administrator | OfficerRoles.Expert;
        var officer = await given.WatcherAsync(All);

        Assert.Equal(All, await given.ReadAsync(db => db.Officers.Where(o => o.Id == officer.Id).Select(o => o.Roles).SingleAsync()));
    }

    private static Task<Guid> AddAsync(Given given, Officer lead, string title, DateOnly closesOn) =>
        given.DoneAsync(lead, new AddCall(title, "Regione Lombardia", closesOn, NeedsEffect: true) { OperationId = Ids.New(given.Clock) });
}
