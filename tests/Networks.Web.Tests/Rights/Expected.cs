using System.Net;
using Networks.Workflows.Access;

namespace Networks.Web.Tests.Rights;

/// <summary>What a cell of the matrix must answer.</summary>
internal enum Expected
{
    /// <summary>Neither signed out, nor forbidden, nor missing.</summary>
    Allowed,

    /// <summary>Public pages may be missing by their own state, such as the set-up when it is done.</summary>
    Open,

    /// <summary>On to the sign-in, in the demo to the choice of a person.</summary>
    SignIn,

    Forbidden,

    NotThere,
}

internal static class ExpectedAnswers
{
    /// <summary>From the row of the endpoint and the matrix; the relations are the test's own.</summary>
    public static Expected Of(RightsWorld world, Addressed endpoint, Person person, Place place)
    {
        switch (endpoint.Right)
        {
            case Right.Public or Right.DemoOnly:
                return Expected.Open;
            case Right.FirmAnswer:
                return place == world.Missing ? Expected.NotThere : DependsOnState(endpoint, place == world.Own) ? Expected.Open : Expected.Allowed;
        }

        if (!person.IsSignedIn)
        {
            return Expected.SignIn;
        }

        if (!endpoint.IsAboutCase)
        {
            return AccessPolicy.Holders(endpoint.Right).Contains(RightsWorld.Without(person)) ? Expected.Open : Expected.NotThere;
        }

        var held = world.Relations(person, place);
        return held.Any(AccessPolicy.Holders(endpoint.Right).Contains) && IsForOwnFirm(endpoint, held) ? DependsOnState(endpoint, place == world.Own) ? Expected.Open : Expected.Allowed
            : held.Any(AccessPolicy.Holders(Right.CaseRead).Contains) ? Expected.Forbidden
            : Expected.NotThere;
    }

    // A desk that was only asked answers for its firm and sees nothing else; the firm of every place is the co-desk's.
    private static bool IsForOwnFirm(Addressed endpoint, IReadOnlyList<Relation> held) =>
        endpoint.Right != Right.CaseActForFirm || endpoint.AsksAnotherDesk || held.Contains(Relation.OwnerDesk) || held.Contains(Relation.CoDesk);

    // Not there for anybody until a text is frozen, a signed file was brought, or the deed is made.
    private static bool DependsOnState(Addressed endpoint, bool inDrafting) => (inDrafting && endpoint.Route.Contains("/filings/", StringComparison.Ordinal)) ||
        endpoint.Route.EndsWith("/text.pdf", StringComparison.Ordinal) || endpoint.Route.Contains("/signing/files/", StringComparison.Ordinal);

    /// <returns>What is wrong; null for nothing.</returns>
    public static string? Judge(this Expected expected, HttpResponseMessage answer)
    {
        var status = (int)answer.StatusCode;
        var signIn = answer.StatusCode == HttpStatusCode.Found && answer.Headers.Location?.ToString() is { } to
            && (to.Contains("/sign-in?", StringComparison.Ordinal) || to.Contains("/demo?", StringComparison.Ordinal));
        var right = expected switch
        {
            Expected.Allowed => status is not (401 or 403 or 404) && status < 500 && !signIn,
            Expected.Open => status is not (401 or 403) && status < 500,
            Expected.SignIn => signIn,
            Expected.Forbidden => status == 403,
            Expected.NotThere => status == 404,
        };
        return right ? null : $"expected {expected}, answered {status} {answer.Headers.Location}".TrimEnd();
    }
}
