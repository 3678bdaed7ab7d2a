using Networks.Data.Changes;
using Networks.Web.Components;
using Networks.Workflows.Changes.ShowChange;
using Networks.Workflows.Common;

namespace Networks.Web.Changes.ShowChange;

/// <summary>The way of a change, from its opening to its last entry.</summary>
internal static class ChangeTrack
{
    public static IReadOnlyList<TrackerStep> Of(ChangeView view)
    {
        var way = new List<(string Label, bool Done, string? Note)> { (Words.Say("change-pages.step-opened"), true, ChangeWords.Day(view.OpenedOn)) };
        if (view.Votes.Count > 0)
        {
            way.Add((Words.Say("change-pages.step-votes"), view.Agreed is not null, $"{view.Votes.Count(v => v.Yes is not null)}/{view.Votes.Count}"));
        }

        var bare = view is { Kind: ChangeKind.Withdrawal, DocumentOn: null, AwaitsDocument: false, Filings.Count: 0 };
        var light = view is { Kind: ChangeKind.Amendment, Votes.Count: 0, DocumentOn: null, AwaitsDocument: false };
        if (!bare && !light)
        {
            way.Add((Words.Say("change-pages.step-document"), view.DocumentOn is not null, view.DocumentOn is { } on ? ChangeWords.Day(on) : null));
        }

        if (view is { Kind: ChangeKind.Withdrawal, EffectiveOn: { } day })
        {
            way.Add((Words.Say("change-pages.step-day"), view.DocumentOn is not null && day <= view.Today, ChangeWords.Day(day)));
        }

        if (view.Filings.Count > 0)
        {
            way.Add((Words.Say("change-pages.step-filings"), view.Entered == view.Filings.Count, $"{view.Entered}/{view.Filings.Count}"));
        }

        if (view.Kind == ChangeKind.Closing)
        {
            way.Add((Words.Say("change-pages.step-end"), view.EffectiveOn is not null, view.EffectiveOn is { } last ? ChangeWords.Day(last) : null));
        }

        way.Add((Words.Say("change-pages.step-done"), view.Status == ChangeStatus.Done, view.EndedOn is { } ended ? ChangeWords.Day(ended) : null));
        var here = view.Status == ChangeStatus.UnderWay ? way.FindIndex(s => !s.Done) : -1;
        return [.. way.Select((s, place) => new TrackerStep(s.Label, s.Done ? StepPlace.Done : place == here ? StepPlace.Here : StepPlace.Ahead, s.Note))];
    }
}
