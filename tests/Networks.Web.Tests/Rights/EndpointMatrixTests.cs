using System.Collections.Concurrent;
using System.Net;
using System.Text.RegularExpressions;
using Networks.Web.Tests.Support;

namespace Networks.Web.Tests.Rights;

/// <summary>Every endpoint by every role on every case, expected from the row that the endpoint itself declares.</summary>
public sealed partial class EndpointMatrixTests : IAsyncLifetime
{
    private RightsWorld _world = null!;
    private IReadOnlyList<Addressed> _endpoints = [];

    public async ValueTask InitializeAsync()
    {
        _world = await RightsWorld.NewAsync();
        _endpoints = Addressed.All(_world.Desk.App);
    }

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task Given_every_endpoint_when_everybody_asks_for_every_case_then_its_row_decides_and_nothing_is_written()
    {
        // An address that names nothing is the same in every case.
        var cells = (
            from endpoint in _endpoints.Where(e => e.Gets)
            from person in _world.People
            from place in endpoint.Pattern.Parameters.Count == 0 ? _world.Places.Take(1) : _world.Places
            select (endpoint, person, place)).ToList();
        var before = await WrittenAsync();

        var first = await AskAsync(cells);
        var second = await AskAsync(cells.Where(c => c.place == _world.Own));

        Assert.True(cells.Count >= 2450, $"only {cells.Count} cells");
        Assert.True(first.Count == 0, string.Join("\n", first));
        Assert.True(second.Count == 0, string.Join("\n", second));
        Assert.Equal(before, await WrittenAsync());
    }

    // That somebody was refused, and what the lead opened, stands in the journal: it alone grows.
    private async Task<IEnumerable<KeyValuePair<string, string>>> WrittenAsync() =>
        (await _world.Desk.Given.FingerprintAsync()).Where(table => table.Key is not ("Journal" or "JournalHeads"));

    [Fact]
    public async Task Given_a_case_of_others_and_one_that_does_not_exist_then_nobody_can_tell_them_apart()
    {
        var pairs = 0;
        foreach (var endpoint in _endpoints.Where(e => e.Gets && e.IsAboutCase))
        {
            foreach (var person in _world.People)
            {
                var foreign = await ShowAsync(person, endpoint.In(_world.Foreign));
                var missing = await ShowAsync(person, endpoint.In(_world.Missing));
                Assert.True(foreign == missing, $"{endpoint.Route} for {person.Name}: {foreign.Status} and {missing.Status}, or another text");
                pairs++;
            }
        }

        Assert.True(pairs >= 310, $"only {pairs} pairs");
    }

    [Fact]
    public async Task Given_an_own_case_when_a_part_of_another_case_is_named_then_it_is_not_there()
    {
        var wrong = new List<string>();
        var asked = 0;
        foreach (var endpoint in _endpoints.Where(e => e.Gets && e is { IsAboutCase: true, HasParts: true } && e.Pattern.GetParameter("number") is null))
        {
            foreach (var parts in new[] { _world.Foreign, _world.Missing })
            {
                var (status, _) = await ShowAsync(_world.People.Single(p => p.Name == "owner desk"), endpoint.In(_world.Own, parts));
                asked++;
                if (status != HttpStatusCode.NotFound)
                {
                    wrong.Add($"{endpoint.Route} with a {parts.Name} part: {(int)status}");
                }
            }
        }

        Assert.True(asked >= 22, $"only {asked}");
        Assert.True(wrong.Count == 0, string.Join("\n", wrong));
    }

    [Fact]
    public async Task Given_every_form_when_everybody_posts_it_then_only_those_who_see_it_are_heard()
    {
        var posted = new PostedForms(_world);
        await posted.FindAsync(_endpoints);
        var before = await _world.Desk.Given.FingerprintAsync();

        var unheard = await posted.PostAsync(mayAct: false);

        Assert.True(unheard.Wrong.Count == 0, string.Join("\n", unheard.Wrong));
        Assert.Equal(before, await _world.Desk.Given.FingerprintAsync());
        var heard = await posted.PostAsync(mayAct: true);
        Assert.True(heard.Wrong.Count == 0, string.Join("\n", heard.Wrong));
        Assert.True(unheard.Cells >= 1100 && heard.Cells >= 120 && posted.Kinds.Count >= 33, $"only {unheard.Cells} and {heard.Cells} cells of {posted.Kinds.Count} forms");
    }

    private async Task<IReadOnlyCollection<string>> AskAsync(IEnumerable<(Addressed Endpoint, Person Person, Place Place)> cells)
    {
        var wrong = new ConcurrentBag<string>();
        await Parallel.ForEachAsync(cells, new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (cell, cancellation) =>
        {
            using var answer = await cell.Person.Client.GetAsync(new Uri(cell.Endpoint.In(cell.Place), UriKind.Relative), cancellation);
            if (ExpectedAnswers.Of(_world, cell.Endpoint, cell.Person, cell.Place).Judge(answer) is { } fault)
            {
                wrong.Add($"GET {cell.Endpoint.Route} ({cell.Endpoint.Right}) by {cell.Person.Name} in the {cell.Place.Name} case: {fault}");
            }
        });
        return [.. wrong.Order(StringComparer.Ordinal)];
    }

    private static async Task<(HttpStatusCode Status, string Text)> ShowAsync(Person person, string address)
    {
        using var answer = await person.Client.GetAsync(new Uri(address, UriKind.Relative));
        var text = await answer.Content.ReadAsStringAsync();
        return (answer.StatusCode, Changing().Replace(text.Replace(address, "*", StringComparison.Ordinal), "*"));
    }

    // Beside the address that the page repeats: anti-forgery tokens and ids.
    [GeneratedRegex("value=\"CfDJ[^\"]*\"|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", RegexOptions.IgnoreCase)]
    private static partial Regex Changing();
}
