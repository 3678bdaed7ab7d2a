using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Workflows.Administration.EditProgramme;
using Networks.Workflows.Intake.RemoveFirm;
using Networks.Workflows.Monitoring.Indicators;
using Networks.Workflows.Monitoring.ListRegion;
using Networks.Workflows.Monitoring.Progress;
using Networks.Workflows.Monitoring.ShowIndicators;
using Networks.Workflows.Tests.Support;

namespace Networks.Workflows.Tests.Monitoring;

/// <summary>What the programme promised beside what is known, and the firms that went.</summary>
public sealed class TargetTests
{
    private static readonly DateOnly _march = new(2026, 3, 1);

    [Theory]
    [InlineData("signed", 3, 0, false, TargetState.NotYet)]
    [InlineData("signed", 3, 3, false, TargetState.Reached)]
    [InlineData("signed", 3, 2, true, TargetState.Missed)]
    [InlineData("signed", 3, null, true, TargetState.Unknown)]
    [InlineData("closed", 3, 3, false, TargetState.Within)]
    [InlineData("closed", 3, 3, true, TargetState.Reached)]
    [InlineData("closed", 3, 4, false, TargetState.Exceeded)]
    [InlineData("closed", 3, null, false, TargetState.Unknown)]
    [InlineData("median-days", 300, null, false, TargetState.Unknown)]
    public void Given_a_target_then_its_state_follows_from_what_is_known_and_unknown_is_not_zero(string indicator, int target, int? networks, bool over, TargetState expected)
    {
        var day = new DateOnly(2026, 2, 2);
        var known = Enumerable.Range(0, networks ?? 0).Select(n => ($"N{n}", Course(day, indicator))).ToList();
        if (networks == 0)
        {
            known.Add(("N", Course(day, "opened")));
        }

        var told = TargetProgress.Of(Indicator.All.Single(i => i.Word == indicator), target, known, new ProgrammePeriod(new DateOnly(2026, 1, 1), _march, HasBegun: true, over));

        Assert.Equal((expected, networks), (told.State, told.Value));
    }

    [Fact]
    public void Given_a_programme_that_has_not_begun_then_nothing_is_said_of_its_targets()
    {
        var told = TargetProgress.Of(Indicator.All[0], 1, [("N", Course(_march, "opened"))], new ProgrammePeriod(_march.AddDays(30), _march, HasBegun: false, IsOver: false));

        Assert.Equal((TargetState.Unknown, null), (told.State, told.Value));
    }

    [Fact]
    public async Task Given_a_programme_with_targets_when_the_lead_looks_then_only_its_days_count_and_the_number_opens_its_list()
    {
        await using var given = await Given.NewAsync();
        await given.InDraftingAsync(2);
        await given.AdministeredAsync(new SetTargets(new Dictionary<string, int> { ["opened"] = 5, ["median-days"] = 200 }) { OperationId = Ids.New(given.Clock) });

        var view = await given.AsLeadAsync(new ShowIndicators());
        Assert.Equal([("opened", 5, false, 2, TargetState.NotYet), ("median-days", 200, true, null, TargetState.Unknown)],
            view.Targets.Select(t => (t.Indicator, t.Target, t.IsMost, t.Value, t.State)));
        Assert.NotEmpty(view.Silent);
        Assert.Equal(2, (await given.AsLeadAsync(new ListRegion(new RegionFilter { Indicator = "opened" }, 1))).Total);

        await given.AdministeredAsync(new EditProgramme("Punto Alleanze", "Lombardia", new DateOnly(2027, 1, 1), null, null, null) { OperationId = Ids.New(given.Clock) });
        Assert.All((await given.AsLeadAsync(new ShowIndicators())).Targets, t => Assert.Equal((null, TargetState.Unknown), (t.Value, t.State)));
        Assert.Equal(0, (await given.AsLeadAsync(new ListRegion(new RegionFilter { Indicator = "opened" }, 1))).Total);
    }

    [Fact]
    public async Task Given_two_firms_that_left_one_network_then_the_network_counts_once_and_a_withdrawn_proposal_does_not()
    {
        await using var given = await Given.NewAsync();
        var ids = await given.InDraftingAsync(2, "LC", "LC", "LC", "LC");
        foreach (var order in new[] { 1, 2 })
        {
            var firm = await given.ReadAsync(db => db.Participants.Where(p => p.CaseId == ids[0] && p.Order == order).Select(p => p.Id).SingleAsync());
            await given.DoneAsync(given.Lecco, new RemoveFirm(ids[0], firm, "non è più interessata") { OperationId = Ids.New(given.Clock) });
        }

        var view = await given.AsLeadAsync(new ShowIndicators());
        Assert.Equal(1, view.Months.Single(m => m.Month == _march).Numbers.Single(n => n.Indicator == "firm-left").Value);
        Assert.Equal([ids[0]], (await given.AsLeadAsync(new ListRegion(new RegionFilter { Indicator = "firm-left", Month = _march }, 1))).Rows.Select(r => r.Id));
        Assert.Null(HistoryMoments.Of("intake.firm-proposal-withdrawn", _march, default, new Dictionary<string, string>()));
    }

    private static CaseCourse Course(DateOnly day, string indicator)
    {
        var at = new DateTimeOffset(day, TimeOnly.MinValue, TimeSpan.Zero);
        string[] rows = indicator switch { "signed" => ["intake.case-opened", "signing.deed-made"], "closed" => ["intake.case-opened", "casework.closed"], _ => ["intake.case-opened"] };
        return CaseCourse.Of([.. rows.Select(name => HistoryMoments.Of(name, day, at, new Dictionary<string, string>())!.Value)])!;
    }
}
