using MediatR;
using Networks.Web.Infrastructure.Tables;
using Networks.Web.Security;
using Networks.Workflows.Access;
using Networks.Workflows.Common;

namespace Networks.Web.Associations.ListPeople;

/// <summary>Who can sign in and for what, as a file.</summary>
internal static class PeopleTable
{
    public static void MapPeopleTable(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapTable(PeopleLink.List, Right.PeopleManage, ReadAsync);

    private static async Task<Result<ListTable>> ReadAsync(HttpContext context, IMediator mediator)
    {
        var answer = await mediator.Send(new Workflows.Associations.ListPeople.ListPeople(), context.RequestAborted);
        if (answer.Refusal is { } refusal)
        {
            return refusal;
        }

        var people = answer.Value.SelectMany(a => a.People.Select(p => (Association: a, Person: p))).ToList();
        return new ListTable(T("title"), [], [T("name"), T("table-email"), T("association"), T("kind-desk"), T("roles"), T("access")],
            [.. people.Take(ListTable.Most).Select(p => (object?[])
            [
                p.Person.FullName, p.Person.Email, p.Association.Name, p.Association.DeskName, OfficerWords.Of(p.Person.Roles), PersonAccess.Of(p.Person).Text,
            ])], people.Count);
    }

    private static string T(string key) => Words.Say($"people-pages.{key}");
}
