using Networks.Data.Duties;
using Networks.Data.Incubation;
using Networks.Workflows.Common;

namespace Networks.Workflows.Incubation.Health;

/// <summary>What a living network has let slip.</summary>
internal static class LifeFindings
{
    public static IEnumerable<HealthFinding> Of(IReadOnlyList<Duty> duties, IReadOnlyList<FundContribution> contributions, IReadOnlyList<Milestone> milestones, DateOnly today)
    {
        foreach (var duty in duties.Where(d => d.DoneOn is null && d.DueOn < today))
        {
            yield return new(HealthMatter.Expired, "duty-late", duty.Citation, Words.Say($"follow-up.duty-{duty.Kind}"), duty.DueOn);
        }

        var contract = Words.Say("incubation.source-contract");
        if (contributions.Count(c => !c.IsSettled && c.DueOn < today) is var late and > 0)
        {
            yield return new(HealthMatter.Expired, "contributions-late", contract, late);
        }

        if (contributions.Count(c => c.DueCents is null && !c.IsSettled) is var unknown and > 0)
        {
            yield return new(HealthMatter.Missing, "contributions-unknown", contract, unknown);
        }

        foreach (var milestone in milestones.Where(m => m.IsLate(today)))
        {
            yield return new(HealthMatter.Expired, "milestone-late", Words.Say("incubation.source-programme"), milestone.Title, milestone.DueOn);
        }
    }
}
