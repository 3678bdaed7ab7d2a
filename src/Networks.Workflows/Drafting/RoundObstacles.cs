using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Cases;
using Networks.Data.Drafts;
using Networks.Data.EnterpriseNetworks;
using Networks.Workflows.Common;
using Networks.Workflows.Rules;

namespace Networks.Workflows.Drafting;

/// <summary>Why a text cannot be put to the firms now.</summary>
internal static class RoundObstacles
{
    /// <summary>All of them at once, so that the desk can see to all of them; empty when the round may open.</summary>
    public static async Task<IReadOnlyList<Refusal>> OfAsync(
        NetworksDbContext db, Case @case, IReadOnlyList<RoundFirm> firms, Draft? draft, RoundKind kind, DateOnly today, CancellationToken cancellationToken)
    {
        var active = firms.Where(f => f.Participant.IsActive).ToList();
        var newest = await Rounds.NewestAsync(db, @case.Id, cancellationToken);
        var network = await db.EnterpriseNetworks.AsNoTracking().FirstOrDefaultAsync(n => n.CaseId == @case.Id, cancellationToken);
        return
        [
            .. If(@case.Phase != CasePhase.Drafting, RoundRefusals.NotNow),
            .. If(draft is null, RoundRefusals.NoVersion),
            .. If(newest?.Status == RoundStatus.Open, RoundRefusals.AlreadyOpen),
            .. If(draft is not null && IsStale(newest, draft, active), RoundRefusals.VersionSuperseded),
            .. If(active.Count < 2, RoundRefusals.OneFirmOnly),
            .. Named(firms.Where(f => f.Participant.Status == ParticipantStatus.Proposed).Select(f => f.Firm.TaxCode), RoundRefusals.Unconfirmed),
            .. Named(active.Where(f => f.Firm.RepresentativeOn(today) is null).Select(f => f.Firm.Name), RoundRefusals.NoRepresentative),
            .. kind == RoundKind.Final && network is not null ? Contents(network, active, today) : [],
        ];
    }

    /// <summary>Firms that get no mail; the desk must say that it calls them.</summary>
    public static IReadOnlyList<RoundFirm> WithoutMailbox(IEnumerable<RoundFirm> firms) =>
        [.. firms.Where(f => f.Participant.IsActive && string.IsNullOrWhiteSpace(f.Firm.Email))];

    public static string Names(IEnumerable<RoundFirm> firms) => string.Join(", ", firms.Select(f => f.Firm.Name));

    // The text names the firms: once they are others, it must be made anew.
    private static bool IsStale(ApprovalRound? newest, Draft draft, List<RoundFirm> active) =>
        newest is { Status: RoundStatus.Superseded } && newest.DraftId == draft.Id
        && !newest.Answers.Select(a => a.ParticipantId).ToHashSet().SetEquals(active.Select(f => f.Participant.Id));

    private static IEnumerable<Refusal> Contents(EnterpriseNetwork network, List<RoundFirm> active, DateOnly today)
    {
        var missing = MandatoryContents.Missing(ContractFacts.Of(network, active.Select(f => (f.Participant, f.Firm)), today));
        return missing.Count == 0 ? [] : [RoundRefusals.ContentsMissing(string.Join(" ", missing.Select(m => m.Text)))];
    }

    // A firm whose desk has not said yes goes by its tax code: its name is not known here.
    private static IEnumerable<Refusal> Named(IEnumerable<string> firms, Func<string, Refusal> refusal)
    {
        var names = string.Join(", ", firms);
        return names.Length == 0 ? [] : [refusal(names)];
    }

    private static IEnumerable<Refusal> If(bool holds, Refusal refusal) => holds ? [refusal] : [];
}
