using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Web.Tests.Support;
using Networks.Workflows.Common;
using Networks.Workflows.Tests.Support;

namespace Networks.Web.Tests.BadInput;

/// <summary>Rows chosen for an act on several that cannot be done, and forms that come twice.</summary>
public sealed class ChosenRowsMistakesTests : IAsyncLifetime
{
    private DeskApp _desk = null!;
    private CaseId _case;

    public async ValueTask InitializeAsync()
    {
        _desk = await DeskApp.StartAsync();
        _case = await _desk.Given.CaseAsync(await _desk.Given.FirmAsync(_desk.Given.Lecco, 1));
    }

    public ValueTask DisposeAsync() => _desk.DisposeAsync();

    [Theory]
    [InlineData("/hand-over")]
    [InlineData("/reminders")]
    [InlineData("/firms/consents?act=Withdraw")]
    public async Task Given_no_chosen_row_then_the_page_says_to_choose_one(string page)
    {
        using var lecco = await _desk.ClientAsync(_desk.Given.Lecco);

        Assert.Contains("Nessuna riga è scelta", await lecco.GetStringAsync(new Uri(page, UriKind.Relative)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Given_more_rows_than_one_act_takes_then_it_is_refused_with_both_numbers()
    {
        using var lecco = await _desk.ClientAsync(_desk.Given.Lecco);
        var many = string.Concat(Enumerable.Range(0, BulkLimits.Most + 1).Select(_ => $"&network={Guid.CreateVersion7(_desk.Given.Clock.GetUtcNow()):N}"));

        using var answer = await lecco.GetAsync(new Uri("/hand-over?to=desk" + many, UriKind.Relative));

        Assert.Equal(422, (int)answer.StatusCode);
        Assert.Equal(["common.too-many-chosen"], Html.Codes(await answer.Content.ReadAsStringAsync()).Distinct());
    }

    [Fact]
    public async Task Given_a_network_of_another_desk_among_the_chosen_then_it_is_not_named_and_nothing_is_done()
    {
        using var monza = await _desk.ClientAsync(_desk.Given.Monza);

        var page = await monza.GetStringAsync(new Uri($"/hand-over?to=desk&network={_case.Value:N}", UriKind.Relative));

        Assert.Contains("data-code=\"common.not-found\"", page, StringComparison.Ordinal);
        Assert.Contains("Riga non trovata", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Rete Prova", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Given_the_same_confirmation_twice_then_it_is_done_once_and_told_twice()
    {
        using var lecco = await _desk.ClientAsync(_desk.Given.Lecco);
        var address = $"/hand-over?to={_desk.Given.Lecco.Id.Value}&network={_case.Value:N}";
        var form = await OpenForm.AtAsync(lecco, address, "hand-over-many");

        var first = await form.SendAsync();
        var again = await form.SendAsync();

        Assert.Contains("data-bulk=\"done\"", first.Html, StringComparison.Ordinal);
        Assert.Contains("data-bulk=\"done\"", again.Html, StringComparison.Ordinal);
        Assert.Equal(1, await _desk.Given.ReadAsync(db => db.CaseEvents.CountAsync(e => e.CaseId == _case && e.Name == "casework.task-handed-over")));
    }
}
