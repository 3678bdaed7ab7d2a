using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Networks.Web.Tests.Screens;
using Networks.Web.Tests.Support;
using Networks.Workflows.Access;
using Networks.Workflows.Common;

namespace Networks.Web.Tests.Security;

/// <summary>The pages before anybody is signed in, and those of refusals, in every language.</summary>
public sealed class PublicPagesTests
{
    /// <summary>What each answers where it is met, in the order of a service that is set up.</summary>
    private static readonly Dictionary<string, (string Path, HttpStatusCode Status)> _met = new(StringComparer.Ordinal)
    {
        ["/setup"] = ("/setup", HttpStatusCode.OK),
        ["/sign-in"] = ("/sign-in", HttpStatusCode.OK),
        ["/sign-in/enrol"] = ("/sign-in/enrol", HttpStatusCode.OK),
        ["/sign-in/second-factor"] = ("/sign-in/second-factor", HttpStatusCode.OK),
        ["/sign-in/recovery"] = ("/sign-in/recovery", HttpStatusCode.OK),
        ["/sign-out"] = ("/sign-out", HttpStatusCode.OK),
        ["/welcome/{Id:guid}/{Proof}"] = ($"/welcome/{Guid.Empty}/abc", HttpStatusCode.OK),
        ["/i/{Key}"] = ("/i/a-key-that-nobody-has", HttpStatusCode.NotFound),
        ["/p/{Page}"] = ("/p/a-page-that-nobody-has", HttpStatusCode.NotFound),
        ["/v/{Ballot}"] = ("/v/a-ballot-that-nobody-has", HttpStatusCode.NotFound),
        ["/m/{Mailing}"] = ("/m/a-mailing-that-nobody-has", HttpStatusCode.NotFound),
        ["/status/{Code:int}"] = ("/status/404", HttpStatusCode.NotFound),
        ["/not-found"] = ("/nowhere", HttpStatusCode.NotFound),
        ["/error"] = ("/error", HttpStatusCode.NotFound),
    };

    [Fact]
    public async Task Given_a_page_without_sign_in_when_it_is_opened_then_it_speaks_the_browsers_language_alone()
    {
        await using var app = await App.StartAsync();
        using var person = app.Client();
        var pages = app.Services.GetServices<EndpointDataSource>().SelectMany(s => s.Endpoints).OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<ComponentTypeMetadata>() is not null && e.Metadata.GetMetadata<AccessAttribute>()!.Right == Right.Public);
        Assert.Equal(_met.Keys.Order(StringComparer.Ordinal), pages.Select(p => p.RoutePattern.RawText!).Distinct().Order(StringComparer.Ordinal));

        var wrong = await LookAsync(person, "/setup");
        await app.SetUpAsync(person);
        wrong.AddRange(await LookAsync(person, "/sign-in", "/sign-out", "/welcome/{Id:guid}/{Proof}", "/i/{Key}", "/p/{Page}", "/v/{Ballot}", "/m/{Mailing}", "/status/{Code:int}", "/not-found", "/error"));
        await person.PasswordAsync(SignedIn.Email, SignedIn.Password);
        wrong.AddRange(await LookAsync(person, "/sign-in/enrol"));
        using var enrolled = app.Client();
        await enrolled.EnrolAsync(SignedIn.Email, SignedIn.Password);
        using var again = app.Client();
        await again.PasswordAsync(SignedIn.Email, SignedIn.Password);
        wrong.AddRange(await LookAsync(again, "/sign-in/second-factor", "/sign-in/recovery"));

        Assert.Empty(wrong);
    }

    private static async Task<List<string>> LookAsync(HttpClient client, params string[] routes)
    {
        var wrong = new List<string>();
        foreach (var route in routes)
        {
            var headings = new List<string>();
            foreach (var language in Words.Languages)
            {
                using var answer = await AskAsync(client, _met[route].Path, language);
                var html = await answer.Content.ReadAsStringAsync();
                headings.Add(Spoken.Of(html).Heading);
                wrong.AddRange(Spoken.Faults(html, language).Select(fault => $"{route} in {language.Name} {fault}"));
                if (answer.StatusCode != _met[route].Status)
                {
                    wrong.Add($"{route} in {language.Name} answers {(int)answer.StatusCode}");
                }
            }

            if (headings.Distinct().Count() != Words.Languages.Count)
            {
                wrong.Add($"{route}: the heading {string.Join(" | ", headings)}");
            }
        }

        return wrong;
    }

    private static async Task<HttpResponseMessage> AskAsync(HttpClient client, string path, CultureInfo language)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Add("Accept-Language", language.Name);
        return await client.SendAsync(request);
    }
}
