using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Cases;
using Networks.Data.Changes;
using Networks.Data.Discovery;
using Networks.Data.Filings;
using Networks.Data.Firms;
using Networks.Data.Outbox;
using Networks.Web.Commands.DemoSeed;
using Networks.Workflows.Engine;

namespace Networks.Web.Tests.Demo;

public sealed class DemoStoryTests(ToldDemo told) : IClassFixture<ToldDemo>
{
    [Fact]
    public async Task Given_the_story_when_it_is_told_twice_then_the_facts_are_the_same()
    {
        await using var again = new ToldDemo();
        await again.InitializeAsync();

        var first = await told.ReadAsync(FactsAsync);
        Assert.True(first.Count > 500);
        Assert.Equal(first, await again.ReadAsync(FactsAsync));
    }

    [Fact]
    public async Task Given_the_story_then_every_network_stands_where_the_story_says()
    {
        var tales = DemoStory.TalesFor(ToldDemo.Day);
        var stand = await told.ReadAsync(db => db.Cases.Join(db.EnterpriseNetworks, c => c.Id, n => n.CaseId, (c, n) => new { n.Name, c.Status, c.Phase }).ToListAsync());

        Assert.True(tales.Count >= 12);
        Assert.Equal(
            tales.Select(t => $"{t.Name}: {t.End.Status}, {t.End.Phase}").Order(StringComparer.Ordinal),
            stand.Select(c => $"{c.Name}: {c.Status}, {c.Phase}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Given_the_story_then_every_case_waits_for_something_and_every_mail_has_left_or_waits_for_the_week_to_have_room()
    {
        Assert.Empty(await told.ReadAsync(db => new LivenessScan(db).FindAsync(CancellationToken.None)));
        Assert.Equal(0, await told.ReadAsync(db => db.Outbox.CountAsync(m => m.Status == OutboxStatus.Failed || (m.Status == OutboxStatus.Queued && m.HeldFor == null))));
    }

    [Fact]
    public async Task Given_the_invented_firms_then_there_are_one_hundred_and_five_with_valid_numbers_and_no_two_share_one()
    {
        var firms = await told.ReadAsync(db => db.Firms.ToListAsync());

        Assert.Equal(105, firms.Count);
        Assert.Equal(105, firms.Select(f => f.TaxCode).Distinct().Count());
        Assert.Equal(105, firms.Select(f => f.VatNumber).Distinct().Count());
        Assert.Equal(105, firms.Select(f => f.Name).Distinct().Count());
        Assert.Equal(67, firms.SelectMany(f => f.Representatives).Select(p => p.TaxCode).Distinct().Count());
        Assert.All(firms.Where(f => f.Country != "IT"), f => Assert.True(FrenchVat.TryParse(f.VatNumber, out _, out _), f.Name));
        Assert.All(firms.Where(f => f.Country == "IT"), f => Assert.True(
            VatNumber.TryParse(f.VatNumber, out _, out _) && TaxCode.TryParse(f.TaxCode, out _, out _) && f.Representatives.All(p => TaxCode.TryParse(p.TaxCode, out _, out _)), f.Name));
    }

    [Fact]
    public async Task Given_the_story_then_there_are_cards_of_several_desks_an_introduction_that_leads_to_a_meeting_and_a_need_with_answers()
    {
        var cards = await told.ReadAsync(db => db.SearchEntries.Where(e => e.CardNumber != null).GroupBy(e => e.HeldBy).Select(desk => desk.Count()).ToListAsync());
        var meeting = await told.ReadAsync(db => db.Meetings.SingleAsync());
        var introduction = await told.ReadAsync(db => db.Introductions.SingleAsync(i => i.Id == meeting.IntroductionId));
        var need = await told.ReadAsync(db => db.NeedCalls.SingleAsync());

        Assert.True(cards.Count >= 4 && cards.Sum() > 50, string.Join(' ', cards));
        Assert.Equal(IntroductionStatus.Introduced, introduction.Status);
        Assert.True(meeting.StartsAt > new DateTimeOffset(ToldDemo.Day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero));
        Assert.Equal(introduction.CaseId, need.CaseId);
        Assert.Equal(2, await told.ReadAsync(db => db.NeedReplies.CountAsync(r => r.NeedId == need.Id)));
    }

    [Fact]
    public async Task Given_the_demo_then_it_carries_the_five_programmes_with_their_desks()
    {
        var programmes = await told.ReadAsync(db => db.Programmes.OrderBy(p => p.Code).Select(p => p.Code).ToListAsync());
        var desks = await told.ReadAsync(db => db.Associations.Where(a => db.Programmes.Any(p => p.Id == a.ProgrammeId && p.Code == "PAL")).Select(a => a.Kind.ToString()).ToListAsync());

        Assert.Equal(["2InS", "ALE", "ClustArs", "EU-ALLIANCE", "PAL"], programmes.Order(StringComparer.Ordinal));
        Assert.Equal((6, 2), (desks.Count(k => k == "Desk"), desks.Count(k => k == "Provider")));
    }

    [Fact]
    public async Task Given_the_story_then_each_change_is_under_way_in_a_network_of_its_own_and_others_are_free_to_open_one()
    {
        var changes = await told.ReadAsync(db => db.NetworkChanges.Where(c => c.Status == ChangeStatus.UnderWay).Select(c => new { c.CaseId, c.Kind }).ToListAsync());
        var running = await told.ReadAsync(db => db.Cases.Where(c => c.Status == CaseStatus.InEffect).Select(c => c.Id).ToListAsync());

        Assert.Equal([ChangeKind.Accession, ChangeKind.Withdrawal, ChangeKind.Closing], changes.Select(c => c.Kind).Order());
        Assert.Equal(3, changes.Select(c => c.CaseId).Distinct().Count());
        Assert.NotEmpty(running.Except(changes.Select(c => c.CaseId)));
    }

    [Fact]
    public async Task Given_the_story_then_the_chamber_has_the_annual_statement_of_a_network_with_legal_personality()
    {
        var filing = await told.ReadAsync(db => db.Filings.SingleAsync(f => f.DutyId != null));

        Assert.Equal((FilingStatus.Entered, new DateOnly(2026, 2, 20)), (filing.Status, filing.SentOn!.Value));
        Assert.Matches(@"^\d+/2026$", filing.ProtocolNumber);
        Assert.NotNull(await told.ReadAsync(db => db.Duties.Where(d => d.Id == filing.DutyId).Select(d => d.DoneOn).SingleAsync()));
    }

    // Everything that people read, without ids, keys and tokens.
    private static async Task<List<string>> FactsAsync(NetworksDbContext db)
    {
        var names = await db.EnterpriseNetworks.ToDictionaryAsync(n => n.CaseId, n => n.Name);
        var cases = (await db.Cases.ToListAsync()).Select(c => $"{names[c.Id]} {c.Reference} {c.Status} {c.Phase} {c.OpenedOn:O} {c.DeedOn:O} {c.EffectOn:O} {c.ClosedOn:O}");
        var events = (await db.CaseEvents.ToListAsync()).Select(e => $"{names[e.CaseId]} {e.Number:000} {e.Name} {e.HappenedOn:O} {e.RecordedAt.ToString("O", CultureInfo.InvariantCulture)}");
        var tasks = (await db.WorkItems.ToListAsync()).Select(i => $"{names[i.CaseId]} {i.Path} {i.Status} {i.Outcome} {i.DueOn:O}");
        var duties = (await db.Duties.ToListAsync()).Select(d => $"{names[d.CaseId]} {d.Kind} {d.DueOn:O} {d.DoneOn:O}");
        var mails = (await db.Outbox.ToListAsync()).Select(m => $"{m.To} {m.Kind} {m.Subject} {m.CreatedAt.ToString("O", CultureInfo.InvariantCulture)}");
        return [.. cases.Concat(events).Concat(tasks).Concat(duties).Concat(mails).Order(StringComparer.Ordinal)];
    }
}
