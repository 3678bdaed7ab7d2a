using Networks.Workflows.Common;
using Networks.Workflows.Monitoring.Indicators;
using Networks.Workflows.Monitoring.Progress;
using Networks.Workflows.Monitoring.ShowRegion;

namespace Networks.Workflows.Tests.Monitoring;

/// <summary>A network that ended after its effect, beside one that was given up: what the lead's numbers make of each.</summary>
public sealed class EndedNetworkTests
{
    private static readonly DateOnly _june = new(2026, 6, 1);

    private static readonly CaseCourse _ended = Course([.. Way(), (LegalEnd.EndedEvent, new DateOnly(2026, 6, 30), [])]);
    private static readonly CaseCourse _givenUp = Course([.. Way()[..3], ("casework.closed", new DateOnly(2026, 6, 30), [])]);
    private static readonly CaseCourse _changed = Course(
    [
        .. Way(), ("engine.phase-entered", new DateOnly(2026, 5, 2), new() { ["phase"] = "FollowUp" }), ("changes.completed", new DateOnly(2026, 6, 10), []), ("changes.firm-left", new DateOnly(2026, 6, 12), []),
    ]);

    [Theory]
    [InlineData("closed", 0, 1, 0)]
    [InlineData("ended", 1, 0, 0)]
    [InlineData("under-way", 0, 0, 0)]
    [InlineData("in-effect-so-far", 1, 0, 1)]
    [InlineData("in-effect", 0, 0, 0)]
    [InlineData("signed", 0, 0, 0)]
    [InlineData("firm-left", 0, 0, 1)]
    public void Given_the_month_of_an_end_then_each_indicator_counts_by_its_definition_and_a_change_is_no_end(string indicator, int ended, int givenUp, int changed)
    {
        int Count(CaseCourse course) => IndicatorCount.Of(Indicator.All.Single(i => i.Word == indicator), [("N", course)], _june).Value!.Value;

        Assert.Equal((ended, givenUp, changed), (Count(_ended), Count(_givenUp), Count(_changed)));
    }

    [Fact]
    public void Given_an_ended_network_then_it_stands_as_closed_from_that_day_and_its_way_to_the_effect_stays_counted()
    {
        Assert.Equal([RegionState.InEffect, RegionState.Closed], new[] { 29, 30 }.Select(day => _ended.StateOn(_june.AddDays(day - 1))!.Value));
        Assert.Equal((new DateOnly(2026, 5, 1), false, true), (_ended.Reached(RegionState.InEffect), _ended.IsGivenUp, _givenUp.IsGivenUp));
        Assert.Equal([31, 28, 31, 19], _ended.Stays().Select(s => s.Days(_june)));
        Assert.Equal(RegionState.InEffect, _changed.StateOn(_june));
    }

    [Fact]
    public void Given_an_end_that_was_taken_back_then_the_network_runs_on_and_the_day_before_knows_of_the_end()
    {
        (string, DateOnly, Dictionary<string, string>)[] rows = [.. Way(), (LegalEnd.EndedEvent, new DateOnly(2026, 6, 30), []), ("casework.undone", new DateOnly(2026, 6, 30), [])];

        Assert.Equal((RegionState.InEffect, RegionState.Closed), (Course(rows).StateOn(new DateOnly(2026, 7, 1))!.Value, Course(rows, rows.Length - 1).StateOn(new DateOnly(2026, 7, 1))!.Value));
    }

    private static (string Name, DateOnly On, Dictionary<string, string> Facts)[] Way() =>
    [
        ("intake.case-opened", new DateOnly(2026, 1, 12), []),
        ("engine.phase-entered", new DateOnly(2026, 1, 12), new() { ["phase"] = "Intake" }),
        ("engine.phase-entered", new DateOnly(2026, 2, 12), new() { ["phase"] = "Drafting" }),
        ("engine.phase-entered", new DateOnly(2026, 3, 12), new() { ["phase"] = "Signing" }),
        ("signing.deed-made", new DateOnly(2026, 4, 12), []),
        ("engine.phase-entered", new DateOnly(2026, 4, 12), new() { ["phase"] = "Registration" }),
        ("registration.effect-confirmed", new DateOnly(2026, 5, 1), []),
    ];

    /// <param name="known">Rows that were known; each is learnt a second after the one before.</param>
    private static CaseCourse Course(IReadOnlyList<(string Name, DateOnly On, Dictionary<string, string> Facts)> rows, int known = int.MaxValue) =>
        CaseCourse.Of([.. rows.Select((r, i) => HistoryMoments.Of(r.Name, r.On, DateTimeOffset.FromUnixTimeSeconds(i), r.Facts)).OfType<Moment>()], known == int.MaxValue ? long.MaxValue : (known - 1) * 1000L)!;
}
