using System.Net;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;
using Networks.Data.Officers;
using Networks.Web.Api;
using Networks.Web.Tests.Support;
using Networks.Workflows.Access;
using Networks.Workflows.Common;

namespace Networks.Web.Tests.Rights;

/// <summary>Every endpoint of the interface about a case, with a token of everybody that permits everything: the row decides, as on the pages.</summary>
public sealed class ApiMatrixTests
{
    [Fact]
    public async Task Given_every_endpoint_about_a_case_when_every_program_calls_it_then_its_row_decides()
    {
        await using var world = await RightsWorld.NewAsync();
        var endpoints = world.Desk.App.Services.GetServices<EndpointDataSource>().SelectMany(s => s.Endpoints).OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<ApiEndpoint>()?.Request?.IsAssignableTo(typeof(ICaseRequest)) == true && e.RoutePattern.GetParameter("id") is not null).ToList();
        var programs = await ProgramsAsync(world);
        var wrong = new List<string>();
        var cells = 0;
        foreach (var endpoint in endpoints)
        {
            var right = endpoint.Metadata.GetMetadata<AccessAttribute>()!.Right;
            foreach (var (person, program) in programs)
            {
                foreach (var place in world.Places)
                {
                    var (status, code) = await CallAsync(program, endpoint, place);
                    var held = world.Relations(person, place);
                    var aboutCase = right is not (Right.DeskWork or Right.ServiceRun or Right.ProcedureMoveMany or Right.OwnAccount);
                    var allowed = (aboutCase ? held : [RightsWorld.Without(person)]).Any(AccessPolicy.Holders(right).Contains);
                    cells++;

                    // What is let in may still not find a part, or be refused for what is not filled in: never for the right.
                    var fits = allowed ? code is not ("common.not-allowed" or "api.token-missing" or "api.scope-missing")
                        : aboutCase && held.Any(AccessPolicy.Holders(Right.CaseRead).Contains) ? status == HttpStatusCode.Forbidden
                        : status == HttpStatusCode.NotFound;
                    if (!fits)
                    {
                        wrong.Add($"{endpoint.RoutePattern.RawText} ({right}) by {person.Name} in the {place.Name} case: {(int)status} {code}");
                    }
                }
            }
        }

        programs.ForEach(p => p.Program.Dispose());
        Assert.True(endpoints.Count >= 65 && cells >= 2000, $"only {endpoints.Count} endpoints, {cells} cells");
        Assert.True(wrong.Count == 0, string.Join("\n", wrong));
    }

    private static async Task<List<(Person Person, ApiClient Program)>> ProgramsAsync(RightsWorld world)
    {
        var officers = await world.Desk.Given.ReadAsync(db => Task.FromResult(db.Officers.ToDictionary(o => o.FullName)));
        var programs = new List<(Person, ApiClient)>();
        foreach (var person in world.People.Where(p => p.IsSignedIn))
        {
            Officer officer = person.Name switch
            {
                "owner desk" => world.Desk.Given.Lecco,
                "co-desk" => world.Desk.Given.Como,
                "invited desk" => world.Desk.Given.Monza,
                var name => officers[$"Persona {name}"],
            };
            programs.Add((person, await world.Desk.ProgramAsync(officer)));
        }

        return programs;
    }

    // Without anything that an act needs: none of them can be done, whoever asks.
    private static async Task<(HttpStatusCode Status, string? Code)> CallAsync(ApiClient program, RouteEndpoint endpoint, Place place)
    {
        var address = "/" + string.Join('/', endpoint.RoutePattern.PathSegments.Select(s => s.Parts[0] is RoutePatternLiteralPart literal ? literal.Content : Value(((RoutePatternParameterPart)s.Parts[0]).Name, place)));
        var method = endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods[0];
        var reply = method == "GET" ? await program.GetAsync(address) : await program.SendAsync(HttpMethod.Post, address, new StringContent("{\"nothing\":true}", System.Text.Encoding.UTF8, "application/json"), []);
        return (reply.Status, reply.Code);
    }

    private static string Value(string name, Place place) => name switch
    {
        "id" => place.Id.ToString(),
        "filingId" => place.Parts["filing"],
        "dutyId" => place.Parts["duty"],
        "signedFileId" => place.Parts["signed"],
        "message" => place.Parts["mail"],

        // What the places have none of is asked for by an id that nothing has.
        _ => place.Parts.GetValueOrDefault(name) ?? Guid.Empty.ToString(),
    };
}
