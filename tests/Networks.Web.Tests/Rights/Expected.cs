using System.Net;
using Networks.Workflows.Access;

namespace Networks.Web.Tests.Rights;

/// <summary>What a cell of the matrix must answer, to the number.</summary>
internal enum Expected
{
    /// <summary>200.</summary>
    Shown,

    /// <summary>302 to the sign-in of a service with passwords: the page needs half a sign-in.</summary>
    ToPassword,

    /// <summary>302: on to the choice of a person, and back here.</summary>
    SignIn,

    /// <summary>403.</summary>
    Forbidden,

    /// <summary>404.</summary>
    NotThere,
}

internal static class ExpectedAnswers
{
    /// <summary>Pages without sign-in that do not answer 200 to whoever comes by, each with its reason.</summary>
    private static readonly Dictionary<string, Expected> _public = new(StringComparer.Ordinal)
    {
        // There is an administrator, and the set-up happens once.
        ["/setup"] = Expected.NotThere,

        // Nobody in this world has given a password.
        ["/sign-in/enrol"] = Expected.ToPassword,
        ["/sign-in/second-factor"] = Expected.ToPassword,
        ["/sign-in/recovery"] = Expected.ToPassword,

        // Nobody has sent a pulse in this world.
        ["/f/{Token}/pulse"] = Expected.NotThere,

        // The link of a firm in a case opens no introduction.
        ["/i/{Key}"] = Expected.NotThere,

        // Nor the firm's own page.
        ["/p/{Page}"] = Expected.NotThere,

        // Nor a participant's vote.
        ["/v/{Ballot}"] = Expected.NotThere,
        ["/v/{ballot}/text.docx"] = Expected.NotThere,

        // Nor does it end the mailing of a view.
        ["/m/{Mailing}"] = Expected.NotThere,
        ["/m/{mailing}/end"] = Expected.NotThere,

        // Nor is it the secret of a calendar.
        ["/calendar/{secret}.ics"] = Expected.NotThere,

        // What stands in for a refused or broken request has no address of its own.
        ["/error"] = Expected.NotThere,
        ["/not-found"] = Expected.NotThere,
        ["/status/{Code:int}"] = Expected.NotThere,
    };

    /// <summary>From the row of the endpoint and the matrix; the relations and what a case has are the test's own.</summary>
    public static Expected Of(RightsWorld world, Addressed endpoint, Person person, Place place)
    {
        var isThere = !endpoint.Named.Any(place.Lacks.Contains) ? Expected.Shown : Expected.NotThere;
        switch (endpoint.Right)
        {
            case Right.Public:
                return _public.GetValueOrDefault(endpoint.Route, Expected.Shown);
            case Right.DemoOnly or Right.FirmAnswer:
                return _public.GetValueOrDefault(endpoint.Route, isThere);
        }

        if (!person.IsSignedIn)
        {
            return Expected.SignIn;
        }

        // A firm of the register and an import into it are there for the desk that follows the firm alone.
        if (endpoint.Named.Contains("firm") || endpoint.Named.Contains("import"))
        {
            return RightsWorld.Follows(person, place) ? isThere : Expected.NotThere;
        }

        // A need is there for every desk of its programme.
        if (endpoint.Named.Contains("need") && place.Name is not ("own" or "shared"))
        {
            return Expected.NotThere;
        }

        // An introduction is there for the two desks that it is between.
        if (endpoint.Named.Contains("introduction"))
        {
            return (person.Name is "owner desk" or "co-desk") && (place.Name is "own" or "shared") ? isThere : Expected.NotThere;
        }

        if (!endpoint.IsAboutCase)
        {
            return AccessPolicy.Holders(endpoint.Right).Contains(RightsWorld.Without(person)) ? isThere : Expected.NotThere;
        }

        var held = world.Relations(person, place);
        return held.Any(AccessPolicy.Holders(endpoint.Right).Contains) ? isThere
            : held.Any(AccessPolicy.Holders(Right.CaseRead).Contains) ? Expected.Forbidden
            : Expected.NotThere;
    }

    /// <returns>What is wrong; null for nothing.</returns>
    public static string? Judge(this Expected expected, HttpResponseMessage answer)
    {
        var to = answer.Headers.Location is { } location ? location.IsAbsoluteUri ? location.PathAndQuery : location.OriginalString : "";
        var right = (expected, answer.StatusCode) switch
        {
            (Expected.Shown, HttpStatusCode.OK) => true,
            (Expected.ToPassword, HttpStatusCode.Found) => to == "/sign-in",
            (Expected.SignIn, HttpStatusCode.Found) => to.StartsWith("/demo?return=", StringComparison.Ordinal),
            (Expected.Forbidden, HttpStatusCode.Forbidden) => true,
            (Expected.NotThere, HttpStatusCode.NotFound) => true,
            _ => false,
        };
        return right ? null : $"expected {expected}, answered {(int)answer.StatusCode} {to}".TrimEnd();
    }
}
