using System.Net;
using System.Text.RegularExpressions;

namespace Networks.Web.Tests.Rights;

/// <summary>
/// Every act form of every page, posted by everybody with a good anti-forgery token of their own and nothing filled in.
/// </summary>
internal sealed partial class PostedForms(RightsWorld world)
{
    /// <summary>What an empty form of a reader does, where it is not "fill this in": 422.</summary>
    private static readonly Dictionary<string, HttpStatusCode> _answers = new(StringComparer.Ordinal)
    {
        // Nothing to choose: the act is the button.
        ["/networks/{Id:guid}/complete-intake complete-intake"] = HttpStatusCode.Found,
        ["/networks/{Id:guid} step"] = HttpStatusCode.Found,
        ["/people/{Id:guid} renew"] = HttpStatusCode.Found,
        ["/service pause-mail"] = HttpStatusCode.Found,
        ["/firms/{Firm:guid} own-page"] = HttpStatusCode.Found,
        ["/exports ask"] = HttpStatusCode.Found,

        // The firm that is asked for lets itself be written to, and not be shown.
        ["/ accept"] = HttpStatusCode.Conflict,

        // The new address is shown once, in the answer itself.
        ["/account/calendar renew"] = HttpStatusCode.OK,

        // Proved and told on the same page.
        ["/audit prove"] = HttpStatusCode.OK,

        // A programme may be without targets.
        ["/programmes targets"] = HttpStatusCode.OK,

        // What is not sent stays as it was.
        ["/networks/{Id:guid}/firms/{Participant:guid} edit-firm"] = HttpStatusCode.Found,
        ["/firms/{Firm:guid} firm-record"] = HttpStatusCode.Found,

        // A round is open on the text that would be replaced, and nobody has ticked that this is meant.
        ["/networks/{Id:guid}/contract generate"] = HttpStatusCode.Conflict,
    };

    private readonly List<(Addressed Endpoint, Place Place, Person Person)> _pages = [];
    private readonly HashSet<(Addressed Endpoint, string Form)> _forms = [];
    private readonly HashSet<(Addressed Endpoint, string Form, Place Place, Person Person)> _shown = [];

    /// <summary>A token is good for all forms of the person's session.</summary>
    private readonly Dictionary<Person, string> _tokens = [];

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

    /// <summary>Every form that somebody was shown, once.</summary>
    public IReadOnlyCollection<string> Kinds => _forms.Select(f => $"{f.Endpoint.Route} {Kind(f.Form)}").ToHashSet();

    /// <param name="mayAct">Whether those post who were shown the form, or all the others.</param>
    public async Task<(int Cells, IReadOnlyList<string> Wrong)> PostAsync(bool mayAct)
    {
        var wrong = new List<string>();
        var cells = 0;
        // A task can be handed over until one of the other forms ends it.
        foreach (var (endpoint, place, person) in _pages.OrderByDescending(p => p.Endpoint.Route.EndsWith("/hand-over", StringComparison.Ordinal)))
        {
            foreach (var form in _forms.Where(f => f.Endpoint == endpoint).Select(f => f.Form))
            {
                if (_shown.Contains((endpoint, form, place, person)) != mayAct)
                {
                    continue;
                }

                using var answer = await PostAsync(person, endpoint.In(place), form);
                cells++;
                if (Fault(endpoint, form, place, person, answer, mayAct) is { } fault)
                {
                    wrong.Add($"POST {endpoint.Route} form {form} ({endpoint.Right}) by {person.Name} in the {place.Name} case: {fault}");
                }
            }
        }

        return (cells, wrong);
    }

    // A page that is read but does not show the form says that it has gone on: 409. Where the page is closed the row decides.
    private string? Fault(Addressed endpoint, string form, Place place, Person person, HttpResponseMessage answer, bool mayAct)
    {
        if (!mayAct && ExpectedAnswers.Of(world, endpoint, person, place) is not Expected.Shown and var closed)
        {
            return closed.Judge(answer);
        }

        var expected = mayAct ? _answers.GetValueOrDefault($"{endpoint.Route} {Kind(form)}", HttpStatusCode.UnprocessableEntity)
            : IsTakenBack(endpoint, place, person) ? HttpStatusCode.UnprocessableEntity
            : HttpStatusCode.Conflict;
        return answer.StatusCode == expected ? null : $"expected {(int)expected}, answered {(int)answer.StatusCode}";
    }

    // A form of the terms that was open when the deed was made comes back with its refusal, so that nothing typed is lost.
    private bool IsTakenBack(Addressed endpoint, Place place, Person person) =>
        endpoint.Route.EndsWith("/terms", StringComparison.Ordinal) && place != world.Own
        && world.Relations(person, place).Any(Networks.Workflows.Access.AccessPolicy.Holders(Networks.Workflows.Access.Right.TextWrite).Contains);

    // A form of one row has the row's id in its name.
    private static string Kind(string form) => RowId().Replace(form, "");

    private async Task<HttpResponseMessage> PostAsync(Person person, string address, string form)
    {
        if (!_tokens.TryGetValue(person, out var token))
        {
            var page = await person.Client.GetStringAsync(new Uri(person.IsSignedIn ? "/account" : "/sign-in", UriKind.Relative));
            _tokens[person] = token = Token().Match(page).Groups[1].Value;
        }

        using var content = new FormUrlEncodedContent(
        [
            new("_handler", form),
            new("__RequestVerificationToken", token),
            new("op", Networks.Data.Ids.New(world.Desk.Given.Clock).ToString()),
        ]);
        return await person.Client.PostAsync(new Uri(address, UriKind.Relative), content);
    }

    [GeneratedRegex("-[0-9a-f]{8}-[0-9a-f-]{27}$|-[0-9a-f]{32}$")]
    private static partial Regex RowId();

    [GeneratedRegex("<form [^>]*id=\"form-([^\"]+)\"")]
    private static partial Regex FormName();

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
