using System.Reflection;
using System.Runtime.CompilerServices;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Networks.Data;
using Networks.Workflows;
using Networks.Workflows.Access;
using Networks.Workflows.Common;
using Networks.Workflows.Pipeline;

namespace Networks.Web.Tests.Rights;

/// <summary>The second gate: every request about a case, by every role, through the pipeline's own permission step.</summary>
public sealed class PipelineMatrixTests
{
    private static readonly MethodInfo _ask = typeof(PipelineMatrixTests).GetMethod(nameof(AskAsync), BindingFlags.NonPublic | BindingFlags.Static)!;

    [Fact]
    public async Task Given_every_request_about_a_case_when_everybody_sends_it_then_the_matrix_decides()
    {
        await using var world = await RightsWorld.NewAsync();
        var requests = typeof(WorkflowsModule).Assembly.GetTypes().Where(t => t is { IsAbstract: false, IsInterface: false } && t.IsAssignableTo(typeof(ICaseRequest))).ToList();
        var people = await PeopleAsync(world);
        var wrong = new List<string>();
        var cells = 0;
        foreach (var request in requests)
        {
            var right = request.GetCustomAttribute<AccessAttribute>()!.Right;
            foreach (var person in people)
            {
                foreach (var place in world.Places)
                {
                    var expected = ExpectedCode(right, person.Relations(place));
                    var answered = await SendAsync(world, request, person.Actor, place);
                    cells++;
                    if (expected != answered)
                    {
                        wrong.Add($"{request.Name} ({right}) by {person.Name} in the {place.Name} case: expected {expected}, answered {answered}");
                    }
                }
            }
        }

        Assert.True(cells >= 2900, $"only {cells} cells");
        Assert.Empty(wrong);
    }

    private static string ExpectedCode(Right right, IReadOnlyList<Relation> held) =>
        held.Any(AccessPolicy.Holders(right).Contains) ? "passed"
        : held.Any(AccessPolicy.Holders(Right.CaseRead).Contains) ? "common.not-allowed"
        : "common.not-found";

    private static async Task<List<Sender>> PeopleAsync(RightsWorld world)
    {
        var officers = await world.Desk.Given.ReadAsync(db => Task.FromResult(db.Officers.ToList()));
        var given = world.Desk.Given;
        var senders = new List<Sender>();
        foreach (var person in world.People.Where(p => p.IsSignedIn))
        {
            var officer = person.Name switch
            {
                "owner desk" => given.Lecco,
                "co-desk" => given.Como,
                "invited desk" => given.Monza,
                var name => officers.Single(o => o.FullName == $"Persona {name}"),
            };
            senders.Add(new Sender(person.Name, Actor.Of(officer), place => world.Relations(person, place)));
        }

        senders.Add(new Sender("anonymous", Actor.Nobody, _ => [Relation.Anonymous]));
        foreach (var home in new[] { world.Own, world.Foreign })
        {
            var actor = Actor.FirmByLink(new ParticipantId(Guid.Parse(home.Parts["participant"])), FirmId.New(given.Clock), new CaseId(home.Id));
            senders.Add(new Sender($"firm of the {home.Name} case", actor, place => [place == home ? Relation.FirmInCase : Relation.FirmElsewhere]));
        }

        return senders;
    }

    private static async Task<string> SendAsync(RightsWorld world, Type request, Actor actor, Place place)
    {
        await using var scope = world.Desk.App.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Who = actor;
        var blank = RuntimeHelpers.GetUninitializedObject(request);
        request.GetField("<CaseId>k__BackingField", BindingFlags.Instance | BindingFlags.NonPublic)!.SetValue(blank, new CaseId(place.Id));
        var answer = request.GetInterfaces().Single(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IRequest<>)).GetGenericArguments()[0];
        return await (Task<string>)_ask.MakeGenericMethod(request, answer).Invoke(null, [scope.ServiceProvider, blank])!;
    }

    private static async Task<string> AskAsync<TRequest, TResponse>(IServiceProvider services, TRequest request)
        where TRequest : IRequest<TResponse>
        where TResponse : IResult<TResponse>
    {
        var gate = services.GetServices<IPipelineBehavior<TRequest, TResponse>>().OfType<PermissionBehavior<TRequest, TResponse>>().Single();
        var answer = await gate.Handle(request, TestContext.Current.CancellationToken, () => Task.FromResult(TResponse.Refused(new Refusal(RefusalKind.Conflict, "passed"))));
        return answer.Refusal!.Code;
    }

    private sealed record Sender(string Name, Actor Actor, Func<Place, IReadOnlyList<Relation>> Relations);
}
