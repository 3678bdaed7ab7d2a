using Networks.Web.Tests.Support;

namespace Networks.Web.Tests.Casework;

public sealed class KeptFiltersTests
{
    [Fact]
    public async Task Given_a_filtered_list_when_the_filter_is_kept_then_it_is_there_from_every_computer_for_this_person_alone()
    {
        await using var desk = await DeskApp.StartAsync();
        await desk.Given.CaseInDraftingAsync(2);
        using var here = await desk.ClientAsync(desk.Given.Lecco);
        using var elsewhere = await desk.ClientAsync(desk.Given.Lecco);
        using var como = await desk.ClientAsync(desk.Given.Como);
        const string filtered = "/networks?q=rete&phase=Drafting";

        using var nameless = await here.PostFormAsync(filtered, "keep-filter");
        using var kept = await here.PostFormAsync(filtered, "keep-filter", ("name", "Testi in corso"));

        Assert.Equal(["casework.filter-name-missing"], Html.Codes(await nameless.Content.ReadAsStringAsync()));
        Assert.Equal(System.Net.HttpStatusCode.Found, kept.StatusCode);
        Assert.Contains("Testi in corso", await elsewhere.GetStringAsync(new Uri("/networks", UriKind.Relative)), StringComparison.Ordinal);
        Assert.DoesNotContain("Testi in corso", await como.GetStringAsync(new Uri("/networks", UriKind.Relative)), StringComparison.Ordinal);

        using var dropped = await elsewhere.PostFormAsync(filtered, "drop-filter");
        await here.GetStringAsync(new Uri("/networks", UriKind.Relative));
        Assert.DoesNotContain("Testi in corso", await here.GetStringAsync(new Uri("/networks", UriKind.Relative)), StringComparison.Ordinal);
    }
}
