using Networks.Web.Components;
using Networks.Workflows.Common;
using Networks.Workflows.Intake;
using Networks.Workflows.Rules;

namespace Networks.Web.Intake;

/// <summary>Shape and word of what is known about a typed firm, and of what a rule says about it.</summary>
internal static class EntryWords
{
    public static TagState TagOf(EntryState state) => state switch
    {
        EntryState.KnownHere => TagState.Done,
        EntryState.HeldElsewhere => TagState.Partly,
        EntryState.New => TagState.Partly,
        EntryState.NameOnly => TagState.Open,
        EntryState.Ambiguous => TagState.Open,
        EntryState.Twice => TagState.No,
        EntryState.InCase => TagState.No,
        EntryState.Wrong => TagState.No,
    };

    public static string Say(EntryState state) => Words.Say(state switch
    {
        EntryState.KnownHere => "intake-pages.state-known-here",
        EntryState.HeldElsewhere => "intake-pages.state-held-elsewhere",
        EntryState.New => "intake-pages.state-new",
        EntryState.NameOnly => "intake-pages.state-name-only",
        EntryState.Ambiguous => "intake-pages.state-ambiguous",
        EntryState.Twice => "intake-pages.state-twice",
        EntryState.InCase => "intake-pages.state-in-case",
        EntryState.Wrong => "intake-pages.state-wrong",
    });

    public static TagState TagOf(FindingLevel level) => level switch
    {
        FindingLevel.Refusal => TagState.No,
        FindingLevel.Warning => TagState.Partly,
        FindingLevel.Note => TagState.Done,
    };

    public static string Say(FindingLevel level) => Words.Say(level switch
    {
        FindingLevel.Refusal => "intake-pages.level-refusal",
        FindingLevel.Warning => "intake-pages.level-warning",
        FindingLevel.Note => "intake-pages.level-note",
    });
}
