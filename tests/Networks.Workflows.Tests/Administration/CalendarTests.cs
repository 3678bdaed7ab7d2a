using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Reference;
using Networks.Data.Work;
using Networks.Workflows.Administration;
using Networks.Workflows.Administration.AddClosingDays;
using Networks.Workflows.Administration.EndClosingDays;
using Networks.Workflows.Administration.PreviewClosingDays;
using Networks.Workflows.Administration.ShowClosingDays;
using Networks.Workflows.Common;
using Networks.Workflows.Tests.Support;

namespace Networks.Workflows.Tests.Administration;

public sealed class CalendarTests : IAsyncLifetime
{
    /// <summary>The day of the tests is Tuesday 10 March 2026.</summary>
    private static readonly DateOnly _wednesday = new(2026, 3, 11);

    private Given _given = null!;
    private int _firms;

    public async ValueTask InitializeAsync() => _given = await Given.NewAsync();

    public ValueTask DisposeAsync() => _given.DisposeAsync();

    [Fact]
    public async Task Given_a_closing_when_a_case_is_opened_then_its_terms_skip_it_and_those_given_before_stay()
    {
        var before = await TermsAsync(await OpenAsync());
        await _given.AdministeredAsync(Closing(_wednesday, _wednesday.AddDays(1)));

        Assert.Equal(before, await TermsAsync(await _given.ReadAsync(db => db.Cases.Select(c => c.Id).SingleAsync())));
        var after = await TermsAsync(await OpenAsync());
        Assert.Equal(before.ConvertAll(day => BusinessCalendar.AddWorkingDays(day, 2)), after);
    }

    [Fact]
    public async Task Given_another_associations_closing_then_terms_of_this_one_do_not_change_and_it_cannot_be_entered_here()
    {
        var before = await TermsAsync(await OpenAsync());
        var foreign = new ClosingOwner(_given.Como.AssociationId, null).Word;
        var refused = await _given.SendAsAsync(Given.AdministratorOf(_given.Lecco), Closing(_wednesday, null) with { Owner = foreign });
        var own = await _given.SendAsAsync(Given.AdministratorOf(_given.Como), Closing(_wednesday, null) with { Owner = foreign });
        var taken = await _given.SendAsAsync(Given.AdministratorOf(_given.Lecco), new EndClosingDays(own.Value) { OperationId = Ids.New(_given.Clock) });

        Assert.Equal("administration.closing-owner", refused.Refusal?.Code);
        Assert.True(own.Ok, own.Refusal?.Code);
        Assert.Equal("common.not-found", taken.Refusal?.Code);
        Assert.Equal(before, await TermsAsync(await OpenAsync()));
    }

    [Fact]
    public async Task Given_a_closing_when_it_is_corrected_and_removed_then_all_of_it_stays_in_the_history()
    {
        var first = await _given.AdministeredAsync(Closing(_wednesday, null));
        var second = await _given.AdministeredAsync(Closing(_wednesday.AddDays(1), null) with { Corrects = first });
        await _given.AdministeredAsync(new EndClosingDays(second) { OperationId = Ids.New(_given.Clock) });
        var again = await _given.SendAsAsync(Given.AdministratorOf(_given.Lecco), new EndClosingDays(second) { OperationId = Ids.New(_given.Clock) });

        var view = await _given.AdministeredAsync(new ShowClosingDays(null));
        Assert.Empty(view.Closings);
        Assert.Equal(2, view.Ended.Count);
        Assert.All(view.Ended, row => Assert.Equal("Persona Lecco", row.EndedBy));
        Assert.Equal("common.not-found", again.Refusal?.Code);
        Assert.Equal(["AddClosingDays", "AddClosingDays", "EndClosingDays"], await _given.ReadAsync(db => db.Journal.OrderBy(j => j.Number).Select(j => j.Subject).ToListAsync()));
    }

    [Fact]
    public async Task Given_open_terms_when_a_closing_is_looked_at_before_then_those_on_its_days_are_named_and_nothing_is_stored()
    {
        var id = await OpenAsync();
        var (due, reference) = ((await TermsAsync(id))[0], await _given.ReadAsync(db => db.Cases.Select(c => c.Reference).SingleAsync()));

        var preview = await _given.AdministeredAsync(Preview(due, due));
        var elsewhere = await _given.AdministeredAsync(Preview(due.AddDays(60), null));

        Assert.Contains(preview.Terms, t => t.Reference == reference && t.DueOn == due);
        Assert.Equal(1, preview.WorkingDays);
        Assert.Equal(0, elsewhere.Total);
        Assert.False(await _given.ReadAsync(db => db.ClosingDays.AnyAsync()));
    }

    [Fact]
    public async Task Given_dates_the_wrong_way_round_no_name_and_no_owner_then_all_is_told_at_once()
    {
        var refused = await _given.SendAsAsync(Given.AdministratorOf(_given.Lecco), new AddClosingDays("chamber:atlantis", "Holiday", " ", _wednesday, _wednesday.AddDays(-1), false, null));
        var endless = await _given.SendAsAsync(Given.AdministratorOf(_given.Lecco), Closing(_wednesday, _wednesday.AddDays(200)));

        Assert.Equal(
            ["administration.closing-owner", "administration.closing-kind", "administration.closing-name", "administration.closing-until"],
            refused.Refusal!.All.Select(r => r.Code));
        Assert.Equal("administration.closing-long", endless.Refusal?.Code);
    }

    [Fact]
    public async Task Given_a_yearly_closing_over_the_turn_of_the_year_then_it_covers_the_days_of_every_later_year()
    {
        await _given.AdministeredAsync(Closing(new DateOnly(2026, 12, 28), new DateOnly(2027, 1, 5)) with { EveryYear = true });

        var day = await _given.ReadAsync(db => db.ClosingDays.SingleAsync());
        Assert.True(day.Covers(new DateOnly(2031, 1, 4)) && day.Covers(new DateOnly(2030, 12, 30)));
        Assert.False(day.Covers(new DateOnly(2026, 1, 4)) || day.Covers(new DateOnly(2031, 1, 6)));
        Assert.Contains((new DateOnly(2026, 4, 6), "Lunedì dell'Angelo"), Holidays.Named(2026, HolidayCountry.Italy).Select(h => (h.Day, h.Name.Replace('’', '\''))));
    }

    private AddClosingDays Closing(DateOnly from, DateOnly? until) =>
        new(new ClosingOwner(_given.Lecco.AssociationId, null).Word, "Closed", "Chiusura", from, until, false, null) { OperationId = Ids.New(_given.Clock) };

    private PreviewClosingDays Preview(DateOnly from, DateOnly? until) =>
        new(new ClosingOwner(_given.Lecco.AssociationId, null).Word, "Closed", "Chiusura", from, until, false);

    private async Task<CaseId> OpenAsync() => await _given.CaseAsync(await _given.FirmAsync(_given.Lecco, ++_firms));

    private Task<List<DateOnly>> TermsAsync(CaseId id) => _given.ReadAsync(async db =>
        (await db.WorkItems.Where(i => i.CaseId == id && i.Status == WorkItemStatus.Open && i.DueOn != null).ToListAsync()).Select(i => i.DueOn!.Value).Order().ToList());
}
