using Networks.Data;
using Networks.Data.Firms;
using Networks.Workflows.Common;
using Networks.Workflows.Discovery.DecideConsents;
using Networks.Workflows.Tests.Support;

namespace Networks.Workflows.Tests.Discovery;

public sealed class DecideConsentsTests : IAsyncLifetime
{
    private static readonly DateOnly _until = new(2028, 3, 31);

    private Given _given = null!;

    public async ValueTask InitializeAsync() => _given = await Given.NewAsync();

    public ValueTask DisposeAsync() => _given.DisposeAsync();

    [Fact]
    public async Task Given_chosen_firms_when_consents_are_renewed_then_those_given_hold_longer_and_those_taken_back_stay_so()
    {
        var gives = await _given.RegisteredAsync(_given.Lecco, 1, ("allows-contact", "2026-04-30"), ("allows-anonymous", ""), ("allows-name", ""));
        var refused = await _given.RegisteredAsync(_given.Lecco, 2, ("allows-contact", "2026-04-30"), ("allows-anonymous", ""), ("allows-name", ""));
        await _given.DoneAsync(_given.Lecco, new WithdrawConsents(Number(), refused));

        var looked = await DecideAsync(ConsentAct.Renew, confirmed: false, gives, refused);
        Assert.Equal(new DateOnly(2026, 4, 30), await UntilAsync(gives));
        var done = await DecideAsync(ConsentAct.Renew, confirmed: true, gives, refused);

        Assert.Equal([null, "discovery.no-consent-to-renew"], looked.Rows.Select(r => r.Code));
        Assert.Equal(looked.Rows.Select(r => r.Said), done.Rows.Select(r => r.Said));
        Assert.Equal(_until, await UntilAsync(gives));
        Assert.Null(await UntilAsync(refused));
    }

    [Fact]
    public async Task Given_a_consent_that_ran_out_by_itself_when_it_is_renewed_then_it_holds_again_with_how_it_was_heard()
    {
        var firm = await _given.RegisteredAsync(_given.Lecco, 1, ("allows-contact", "2026-03-20"), ("allows-anonymous", ""), ("allows-name", ""));
        _given.Clock.Advance(TimeSpan.FromDays(30));

        await DecideAsync(ConsentAct.Renew, confirmed: true, firm);

        var now = (await _given.FirmAsync(firm)).Consents.Single(c => c.CoversDay(Today));
        Assert.Equal((ConsentPurpose.Contact, _until, "phone"), (now.Purpose, now.Until, now.How));
    }

    [Fact]
    public async Task Given_chosen_firms_when_consents_are_withdrawn_then_they_allow_nothing_and_one_of_another_desk_is_not_there()
    {
        var own = await _given.RegisteredAsync(_given.Lecco, 1);
        var foreign = await _given.RegisteredAsync(_given.Como, 2);

        var done = await DecideAsync(ConsentAct.Withdraw, confirmed: true, own, foreign);

        Assert.Equal([null, "common.not-found"], done.Rows.Select(r => r.Code));
        Assert.DoesNotContain((await _given.FirmAsync(own)).Consents, c => c.CoversDay(Today));
        Assert.Contains((await _given.FirmAsync(foreign)).Consents, c => c.CoversDay(Today));
    }

    [Theory]
    [InlineData("2026-03-10", "phone", "discovery.consent-day")]
    [InlineData("2032-01-01", "phone", "discovery.consent-day")]
    [InlineData(null, "phone", "discovery.consent-day")]
    [InlineData("2027-01-01", null, "discovery.how-missing")]
    public async Task Given_a_wrong_day_or_nobody_who_heard_it_then_nothing_is_renewed(string? until, string? how, string code)
    {
        var firm = await _given.RegisteredAsync(_given.Lecco, 1);

        var answer = await _given.SendAsAsync(Actor.Of(_given.Lecco), new RenewConsents(Number(), firm, until is null ? null : DateOnly.Parse(until, System.Globalization.CultureInfo.InvariantCulture), how));

        Assert.Equal(code, answer.Refusal?.Code);
    }

    private DateOnly Today => BusinessCalendar.DayOf(_given.Clock.GetUtcNow());

    private Task<BulkReport> DecideAsync(ConsentAct act, bool confirmed, params FirmId[] firms) =>
        _given.DoneAsync(_given.Lecco, new DecideConsents(Number(), firms, act, act == ConsentAct.Renew ? _until : null, act == ConsentAct.Renew ? "phone" : null, confirmed));

    private Guid Number() => Guid.CreateVersion7(_given.Clock.GetUtcNow());

    private async Task<DateOnly?> UntilAsync(FirmId firm) => (await _given.FirmAsync(firm)).Consents.SingleOrDefault(c => c.CoversDay(Today))?.Until;
}
