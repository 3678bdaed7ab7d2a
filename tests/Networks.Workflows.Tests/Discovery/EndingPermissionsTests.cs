using Networks.Data.Firms;
using Networks.Workflows.Casework.ListMyTasks;
using Networks.Workflows.Discovery.FirmPages;
using Networks.Workflows.Discovery.ListEnding;
using Networks.Workflows.Tests.Support;

namespace Networks.Workflows.Tests.Discovery;

/// <summary>What ends soon is told before other desks stop finding the firm.</summary>
public sealed class EndingPermissionsTests : IAsyncLifetime
{
    private Given _given = null!;

    public async ValueTask InitializeAsync() => _given = await Given.NewAsync();

    public ValueTask DisposeAsync() => _given.DisposeAsync();

    [Fact]
    public async Task Given_permissions_until_a_day_when_it_is_near_or_just_over_then_they_are_listed_for_their_desk_alone_earliest_first()
    {
        await RegisteredAsync(1, ("allows-anonymous", Day(40)));
        await RegisteredAsync(2, ("allows-anonymous", Day(20)), ("allows-contact", Day(25)));
        await RegisteredAsync(3, ("available-until", Day(5)), ("email", ""));
        await RegisteredAsync(4);

        var rows = await _given.DoneAsync(_given.Como, new ListEnding());

        Assert.Equal(["Registrata 3 Srl", "Registrata 2 Srl"], rows.Select(r => r.Name));
        Assert.Equal([null], rows[0].Purposes);
        Assert.Equal([ConsentPurpose.ShowAnonymously, ConsentPurpose.Contact], rows[1].Purposes);
        Assert.Equal((false, true), (rows[0].HasMailbox, rows[1].HasMailbox));
        Assert.Empty(await _given.DoneAsync(_given.Lecco, new ListEnding()));

        _given.Clock.Advance(TimeSpan.FromDays(22));
        rows = await _given.DoneAsync(_given.Como, new ListEnding());
        Assert.Equal([true, true, false], rows.Select(r => r.HasEnded));
    }

    [Fact]
    public async Task Given_a_permission_that_ends_in_two_weeks_when_its_renewal_is_asked_for_and_given_then_it_leaves_Oggi_and_then_the_list()
    {
        var firm = await RegisteredAsync(1, ("allows-anonymous", Day(10)));
        var line = Assert.Single(await WorkAsync());
        Assert.Equal(("permissions-end", Day(10)), (line.Task, $"{line.DueOn:yyyy-MM-dd}"));

        await _given.DoneAsync(_given.Como, new SendFirmPage(firm));

        Assert.Empty(await WorkAsync());
        Assert.NotNull(Assert.Single(await _given.DoneAsync(_given.Como, new ListEnding())).AskedOn);
        var token = await _given.LinkAsync("discovery.firm-page");
        Assert.True((await _given.SendAsAsync(Networks.Workflows.Common.Actor.Nobody, new DecideOwnConsents(token, [ConsentPurpose.ShowAnonymously]))).Ok);
        Assert.Empty(await _given.DoneAsync(_given.Como, new ListEnding()));
    }

    private async Task<IReadOnlyList<Networks.Workflows.Casework.TaskRow>> WorkAsync() => [.. (await _given.DoneAsync(_given.Como, new ListMyTasks())).Rows];

    private string Day(int days) => $"{Networks.Workflows.Common.BusinessCalendar.DayOf(_given.Clock.GetUtcNow()).AddDays(days):yyyy-MM-dd}";

    private Task<Networks.Data.FirmId> RegisteredAsync(int number, params (string Field, string Value)[] more) => _given.RegisteredAsync(_given.Como, number, more);
}
