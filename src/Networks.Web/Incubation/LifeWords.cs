using Networks.Data.Incubation;
using Networks.Web.Components;
using Networks.Workflows.Common;
using Networks.Workflows.Incubation.ShowNetworkLife;

namespace Networks.Web.Incubation;

/// <summary>States of the incubation as tags and sentences.</summary>
internal static class LifeWords
{
    public static TagState TagOf(string reply) => reply switch
    {
        PulseWords.Good => TagState.Done,
        PulseWords.Middling => TagState.Partly,
        _ => TagState.No,
    };

    public static (TagState Tag, string Word) Of(MilestoneRow milestone) =>
        milestone.DoneOn is not null ? (TagState.Done, Words.Say("life-pages.milestone-done"))
        : milestone.IsLate ? (TagState.No, Words.Say("life-pages.milestone-late"))
        : (TagState.Open, Words.Say("life-pages.milestone-planned"));

    /// <summary>What nobody said is told as unknown, never as zero.</summary>
    public static (TagState Tag, string Word) Of(ContributionRow row) =>
        row.IsSettled ? (TagState.Done, Words.Say("life-pages.paid"))
        : row.PaidCents is not null ? (TagState.Partly, Words.Say("life-pages.paid-in-part"))
        : row.IsOverdue ? (TagState.No, Words.Say("life-pages.not-known-paid-late"))
        : (TagState.Open, Words.Say("life-pages.not-known-paid"));

    public static string Euros(long? cents) => cents is { } known ? TypedEuros.Text(known) : Words.Say("life-pages.unknown");
}
