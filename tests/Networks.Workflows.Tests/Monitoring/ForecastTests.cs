using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Cases;
using Networks.Data.Filings;
using Networks.Data.Reference;
using Networks.Data.Work;
using Networks.Workflows.Monitoring;
using Networks.Workflows.Monitoring.Progress;
using Networks.Workflows.Monitoring.ShowForecast;
using Networks.Workflows.Tests.Support;

namespace Networks.Workflows.Tests.Monitoring;

/// <summary>The forecast of the day of effect: right as often as it says, and silent where it cannot know.</summary>
public sealed class ForecastTests
{
    private static readonly CasePhase[] _way = [CasePhase.Intake, CasePhase.Drafting, CasePhase.Signing, CasePhase.Registration];
    private static readonly int[] _usual = [12, 60, 15, 22];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Given_a_seeded_past_when_forecasts_are_made_again_on_it_then_they_hold_as_often_as_they_say(int seed)
    {
        var random = new Random(seed);
        var courses = Enumerable.Range(0, 300).Select(n => (n, Course(random, new DateOnly(2023, 1, 1).AddDays(n * 3)))).ToList();

        var score = EffectForecast.Score(courses, most: 120);

        Assert.True(score.Made > 400, $"only {score.Made}");
        Assert.InRange(score.WithinHalf!.Value, 40, 60);
        Assert.InRange(score.WithinEightyFive!.Value, 77, 93);
    }

    [Fact]
    public void Given_fewer_stays_than_eight_then_nothing_is_foretold_and_nothing_is_scored()
    {
        var random = new Random(1);
        var courses = Enumerable.Range(0, 7).Select(n => (n, Course(random, new DateOnly(2025, 1, 1).AddDays(n)))).ToList();
        var lengths = new PhaseLengths(courses.SelectMany(c => c.Item2.Stays()));

        Assert.Equal(7, EffectForecast.Known(CasePhase.Drafting, lengths));
        Assert.Null(EffectForecast.Of(CasePhase.Drafting, new DateOnly(2026, 1, 1), new DateOnly(2026, 1, 2), lengths, 0));
        Assert.Equal(new ForecastScore(0, null, null), EffectForecast.Score(courses, 100));
    }

    [Fact]
    public void Given_a_network_longer_in_its_phase_than_all_before_then_the_past_says_nothing()
    {
        var random = new Random(1);
        var lengths = new PhaseLengths(Enumerable.Range(0, 50).SelectMany(n => Course(random, new DateOnly(2025, 1, 1).AddDays(n)).Stays()));

        Assert.NotNull(EffectForecast.Of(CasePhase.Drafting, new DateOnly(2026, 1, 1), new DateOnly(2026, 1, 20), lengths, 7));
        Assert.Null(EffectForecast.Of(CasePhase.Drafting, new DateOnly(2026, 1, 1), new DateOnly(2027, 1, 1), lengths, 7));
    }

    [Fact]
    public void Given_the_same_network_on_the_same_day_then_the_range_is_the_same_and_half_is_not_after_eighty_five()
    {
        var random = new Random(1);
        var lengths = new PhaseLengths(Enumerable.Range(0, 50).SelectMany(n => Course(random, new DateOnly(2025, 1, 1).AddDays(n)).Stays()));

        var range = EffectForecast.Of(CasePhase.Signing, new DateOnly(2026, 1, 1), new DateOnly(2026, 1, 5), lengths, 42);

        Assert.Equal(range, EffectForecast.Of(CasePhase.Signing, new DateOnly(2026, 1, 1), new DateOnly(2026, 1, 5), lengths, 42));
        Assert.True(range!.Half <= range.EightyFive && range.Half > new DateOnly(2026, 1, 5));
    }

    [Fact]
    public async Task Given_a_young_programme_when_the_lead_asks_then_the_view_says_that_too_little_is_known()
    {
        await using var given = await Given.NewAsync();
        await given.InDraftingAsync(2);

        var view = await given.AsLeadAsync(new ShowForecast());

        Assert.Equal((2, 8), (view.UnderWay, view.Fewest));
        Assert.All(view.Networks, n => Assert.Null(n.Range));
        Assert.Null(view.Score.WithinHalf);
    }

    [Theory]
    [InlineData(3, false)]
    [InlineData(4, true)]
    public async Task Given_networks_that_wait_for_a_chamber_then_it_is_named_where_enough_of_them_do(int networks, bool named)
    {
        await using var given = await Given.NewAsync();
        foreach (var id in await given.InDraftingAsync(networks))
        {
            await WaitForChamberAsync(given, id);
        }

        var view = await given.AsLeadAsync(new ShowForecast());

        var chamber = named ? Chambers.All.Single(c => c.Code == "como-lecco").Name : null;
        Assert.Equal(Enumerable.Repeat(new CriticalTask(WaitsFor.Chamber, "record-outcome", chamber, 10), networks), view.Networks.Select(n => n.Critical));
    }

    /// <summary>Nothing is open but one filing at the chamber; tasks like it usually take twelve days.</summary>
    private static Task WaitForChamberAsync(Given given, CaseId id)
    {
        var filing = new Filing(FilingId.New(given.Clock), id, null, "como-lecco", given.Lecco.AssociationId);
        return given.WriteAsync(async db =>
        {
            var scope = await db.WorkItems.Where(i => i.CaseId == id).Select(i => i.ScopeId).FirstAsync();
            await db.WorkItems.Where(i => i.CaseId == id).ExecuteDeleteAsync();
            db.Add(filing);
            for (var n = 0; n <= EffectForecast.Fewest; n++)
            {
                var opened = given.Clock.GetUtcNow().AddDays(-60);
                var item = new WorkItem(WorkItemId.New(given.Clock), id, scope, "form-network/record-outcome", n == 0 ? filing.Id.Value : Guid.CreateVersion7(opened.AddDays(n)), n == 0 ? given.Clock.GetUtcNow().AddDays(-2) : opened) { DeskId = given.Lecco.AssociationId, WaitsFor = WaitsFor.Chamber };
                db.Add(item);
                if (n > 0)
                {
                    item.Close(WorkItemStatus.Done, "entered", opened.AddDays(12));
                }
            }
        });
    }

    private static CaseCourse Course(Random random, DateOnly opened)
    {
        var moments = new List<Moment> { new(MomentKind.Opened, default, opened, 0) };
        var day = opened;
        for (var i = 0; i < _way.Length; i++)
        {
            moments.Add(new Moment(MomentKind.Phase, _way[i], day, 0));
            day = day.AddDays((_usual[i] / 2) + random.Next(_usual[i]));
        }

        moments.Add(new Moment(MomentKind.Effect, default, day, 0));
        return CaseCourse.Of([.. moments])!;
    }
}
