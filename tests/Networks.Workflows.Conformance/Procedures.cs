using Networks.Workflows.Conformance.Host;

namespace Networks.Workflows.Conformance;

/// <summary>The procedures that the promises are tried on.</summary>
internal static class Procedures
{
    /// <summary>Tasks one after the other.</summary>
    public static Plan Tasks(params string[] names) => new Chain([.. names.Select(n => new Ask(n))]);

    /// <summary>Every party answers, then the engine acts, then the desk.</summary>
    public static Plan Branches(Enough enough = Enough.All) =>
        new Chain(new Each("parties", new Ask("answer")) { Enough = enough }, new Effect("announced"), new Ask("after"));

    /// <summary>
    /// Two rounds in which a text is prepared and put to all parties until a last day, with everything that can happen
    /// meanwhile; then the engine announces it and the desk closes.
    /// </summary>
    public static Plan Negotiation(Enough enough) => new Hearing(
        new Chain(
            new Rounds("round", 2, new Chain(
                new Ask("prepare"),
                new Hearing(
                    new Each("parties", new Ask("answer")) { Enough = enough, LastDay = 7, AtLastDay = "silence" },
                    new On("objects", What.RaiseTask, "explain"),
                    new On("joins", What.AddParty),
                    new On("again", What.AskPartyAgain),
                    new On("text", What.Supersede)))),
            new Effect("announced"),
            new Ask("after")),
        new On("leaves", What.PartyLeaves),
        new On("abandoned", What.CancelAll));
}
