using System.Net;
using System.Text.RegularExpressions;

namespace Networks.Web.Tests.Rights;

/// <summary>
/// Every act form of every page, posted by everybody with a good anti-forgery token of their own and nothing filled in.
/// </summary>
internal sealed partial class PostedForms(RightsWorld world)
{
    private readonly List<(Addressed Endpoint, Place Place, Person Person)> _pages = [];
    private readonly HashSet<(Addressed Endpoint, string Form)> _forms = [];
    private readonly HashSet<(Addressed Endpoint, string Form, Place Place, Person Person)> _shown = [];

    /// <summary>Reads every page as everybody and keeps which forms it shows to whom.</summary>
    public async Task FindAsync(IEnumerable<Addressed> endpoints)
    {
        foreach (var endpoint in endpoints.Where(e => e is { Gets: true, Posts: true } && e.Right != Networks.Workflows.Access.Right.Public))
        {
            foreach (var place in endpoint.Pattern.Parameters.Count == 0 ? world.Places.Take(1) : world.Places)
            {
                foreach (var person in world.People)
                {
                    _pages.Add((endpoint, place, person));
                    using var answer = await person.Client.GetAsync(new Uri(endpoint.In(place), UriKind.Relative));
                    foreach (Match form in FormName().Matches(answer.StatusCode == HttpStatusCode.OK ? await answer.Content.ReadAsStringAsync() : ""))
                    {
                        _forms.Add((endpoint, form.Groups[1].Value));
                        _shown.Add((endpoint, form.Groups[1].Value, place, person));
                    }
                }
            }
        }
    }

    /// <param name="mayAct">Whether those post who were shown the form, or all the others.</param>
    public async Task<(int Cells, IReadOnlyList<string> Wrong)> PostAsync(bool mayAct)
    {
        var wrong = new List<string>();
        var cells = 0;
        foreach (var (endpoint, place, person) in _pages)
        {
            foreach (var form in _forms.Where(f => f.Endpoint == endpoint).Select(f => f.Form))
            {
                if (_shown.Contains((endpoint, form, place, person)) != mayAct)
                {
                    continue;
                }

                using var answer = await PostAsync(person, endpoint.In(place), form);
                cells++;
                if (Fault(endpoint, place, person, answer, mayAct) is { } fault)
                {
                    wrong.Add($"POST {endpoint.Route} form {form} ({endpoint.Right}) by {person.Name} in the {place.Name} case: {fault}");
                }
            }
        }

        return (cells, wrong);
    }

    // A page that is read but shows no form there answers 4xx of any kind; where the page itself is closed the row decides.
    private string? Fault(Addressed endpoint, Place place, Person person, HttpResponseMessage answer, bool mayAct)
    {
        var expected = ExpectedAnswers.Of(world, endpoint, person, place);
        if (mayAct)
        {
            return Expected.Allowed.Judge(answer);
        }

        return expected is Expected.Allowed or Expected.Open or Expected.Forbidden
            ? (int)answer.StatusCode is >= 400 and < 500 ? null : $"not shown, answered {(int)answer.StatusCode}"
            : expected.Judge(answer);
    }

    private async Task<HttpResponseMessage> PostAsync(Person person, string address, string form)
    {
        var page = await person.Client.GetStringAsync(new Uri(person.IsSignedIn ? "/account" : "/sign-in", UriKind.Relative));
        using var content = new FormUrlEncodedContent(
        [
            new("_handler", form),
            new("__RequestVerificationToken", Token().Match(page).Groups[1].Value),
            new("op", Networks.Data.Ids.New(world.Desk.Given.Clock).ToString()),
        ]);
        return await person.Client.PostAsync(new Uri(address, UriKind.Relative), content);
    }

    [GeneratedRegex("<form [^>]*id=\"form-([^\"]+)\"")]
    private static partial Regex FormName();

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
