// Code that breaks each rule on purpose: the tests show with it that they can fail.
#pragma warning disable IDE0130 // the namespaces play the real ones
namespace Networks.Architecture.Tests.CounterExamples.Workflows.Drafting
{
    internal sealed class KnowsAnotherPhase
    {
        public static string Peek() => new Signing.AnotherPhase().ToString()!;
    }
}

namespace Networks.Architecture.Tests.CounterExamples.Workflows.Signing
{
    internal sealed class AnotherPhase;
}

namespace Networks.Architecture.Tests.CounterExamples.Workflows.Rules
{
    internal sealed class KnowsAPhase
    {
        public IReadOnlyList<Signing.AnotherPhase> All { get; } = [];
    }
}

namespace Networks.Architecture.Tests.CounterExamples.Workflows.Intake.OpenThing
{
    internal sealed record OpenThing : Networks.Workflows.Common.ICommand<string>
    {
        public Guid OperationId { get; init; }
    }

#pragma warning disable CA1852 // not sealed: that is the point
    public class OpenThingHandler : MediatR.IRequestHandler<OpenThing2, string>
#pragma warning restore CA1852
    {
        public Task<string> Handle(OpenThing2 request, CancellationToken cancellationToken) => Task.FromResult("");
    }

    public sealed record OpenThing2 : MediatR.IRequest<string>;

    internal sealed class ThingManager;
}

namespace Networks.Architecture.Tests.CounterExamples.Web.Drafting
{
    internal sealed class PageWithADatabase(Data.NetworksDbContext db)
    {
        public int Firms => db.Firms.Count();
    }
}

namespace Networks.Architecture.Tests.CounterExamples.Web
{
    internal static class SaysEarly
    {
        public static readonly string Kept = Networks.Workflows.Common.Words.Say("common.not-found");
    }
}
