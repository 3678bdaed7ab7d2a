using AutoMapper;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Networks.Data.Cases;
using Networks.Data.Officers;
using Networks.Workflows.Casework.ListNetworks;
using Networks.Workflows.Tests.Support;

namespace Networks.Workflows.Tests.Casework;

public sealed class ListNetworksTests : IAsyncLifetime
{
    private Given _given = null!;
    private CaseWithFirms _case = null!;

    public async ValueTask InitializeAsync()
    {
        _given = await Given.NewAsync();
        _case = await _given.RunningCaseAsync();
    }

    public ValueTask DisposeAsync() => _given.DisposeAsync();

    [Fact]
    public async Task Given_the_projections_then_every_member_of_a_row_is_filled()
    {
        await using var scope = _given.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<IMapper>().ConfigurationProvider.AssertConfigurationIsValid();
    }

    [Fact]
    public async Task Given_a_case_then_its_desk_and_the_desk_with_a_firm_in_it_see_it_and_another_desk_does_not()
    {
        var own = Assert.Single((await ListAsync(_given.Lecco)).Rows);
        var shared = Assert.Single((await ListAsync(_given.Como)).Rows);

        Assert.Equal((true, true, "Rete Prova", 2), (own.IsOwn, own.MayOpen, own.Name, own.Firms));
        Assert.Equal((false, true, "Desk di Lecco"), (shared.IsOwn, shared.MayOpen, shared.Desk));
        Assert.NotNull(own.NextDueOn);
        Assert.Empty((await ListAsync(_given.Monza)).Rows);
    }

    [Fact]
    public async Task Given_the_leads_monitor_then_it_sees_phase_and_desk_without_name_until_the_network_is_in_effect()
    {
        var lead = await _given.WatcherAsync(OfficerRoles.Lead);

        var before = Assert.Single((await ListAsync(lead)).Rows);
        await _given.WriteAsync(async db => (await db.Cases.SingleAsync()).ConfirmEffect(new DateOnly(2026, 3, 9)));
        var after = Assert.Single((await ListAsync(lead)).Rows);

        Assert.Equal((null, null, null, false), (before.Name, before.Firms, before.NextDueOn, before.MayOpen));
        Assert.Equal(("Rete Prova", false), (after.Name, after.MayOpen));
    }

    [Fact]
    public async Task Given_the_leads_monitor_when_it_searches_by_a_name_it_may_not_know_then_nothing_gives_the_case_away()
    {
        var lead = await _given.WatcherAsync(OfficerRoles.Lead);

        Assert.Empty((await ListAsync(lead, text: "Prova")).Rows);
        Assert.Empty((await ListAsync(lead, text: "Alfa 1")).Rows);
    }

    [Fact]
    public async Task Given_an_auditor_then_every_case_of_the_programme_may_be_opened()
    {
        var row = Assert.Single((await ListAsync(await _given.WatcherAsync(OfficerRoles.Auditor))).Rows);

        Assert.True(row.MayOpen);
    }

    [Theory]
    [InlineData("prova", 1)]
    [InlineData("ALFA 2", 1)]
    [InlineData("n-2026-0001", 1)]
    [InlineData("verniciatura", 1)]
    [InlineData("tessile", 0)]
    public async Task Given_a_text_then_name_firm_number_and_need_are_searched(string text, int found)
    {
        var list = await ListAsync(_given.Lecco, text);

        Assert.Equal(found, list.Total);
        Assert.True(list.Any);
    }

    [Fact]
    public async Task Given_a_phase_and_a_state_then_only_those_rows_are_left_and_pages_cut_them()
    {
        Assert.Equal(1, (await ListAsync(_given.Lecco, phase: CasePhase.Intake)).Total);
        Assert.Equal(0, (await ListAsync(_given.Lecco, phase: CasePhase.Signing)).Total);
        Assert.Equal(0, (await ListAsync(_given.Lecco, status: CaseStatus.InEffect)).Total);
        var second = await _given.DoneAsync(_given.Lecco, new ListNetworks(null, null, null, 2, 1));
        Assert.Equal((0, 1), (second.Rows.Count, second.Total));
    }

    private Task<NetworkList> ListAsync(Officer officer, string? text = null, CasePhase? phase = null, CaseStatus? status = null) =>
        _given.DoneAsync(officer, new ListNetworks(text, phase, status, 1, 50));
}
