using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.EnterpriseNetworks;
using Networks.Data.Firms;
using Networks.Workflows.Common;
using Networks.Workflows.Rules;

namespace Networks.Workflows.Intake;

/// <summary>
/// Compares typed firms with the file. Names are looked for among the desk's own firms only: by a name nobody can find
/// out what another association follows.
/// </summary>
internal sealed class FirmMatching(NetworksDbContext db, IActor actor)
{
    /// <param name="caseId">The case that they join; null for one that is being opened.</param>
    public async Task<IReadOnlyList<FirmMatch>> MatchAsync(
        string? typed, IReadOnlyList<FirmFacts> facts, NetworkKind? kind, CaseId? caseId, CancellationToken cancellationToken)
    {
        var entries = TypedFirms.Read(typed).Take(TypedFirms.AtMost).Select(e => WithFacts(e, facts)).ToList();
        var known = await KnownAsync(entries.Select(e => e.Entry), cancellationToken);
        var names = entries.Exists(e => !e.Entry.HasNumber) ? await OwnNamesAsync(cancellationToken) : [];
        var there = caseId is { } id ? await ThereAsync(id, cancellationToken) : [];
        var matches = new List<FirmMatch>();
        foreach (var (entry, its) in entries)
        {
            matches.Add(Place(new FirmMatch(entry, EntryState.New, its), known, names, there, matches));
        }

        return Judge(matches, kind, there);
    }

    private static (TypedFirm Entry, FirmFacts Facts) WithFacts(TypedFirm entry, IReadOnlyList<FirmFacts> facts)
    {
        var its = facts.FirstOrDefault(f => f.Key == entry.Key) ?? new FirmFacts(entry.Key);
        return (its.Number is { } number && !entry.HasNumber ? entry.WithNumber(number) : entry, its);
    }

    private FirmMatch Place(FirmMatch match, List<Firm> known, List<Firm> names, List<There> there, List<FirmMatch> before)
    {
        var entry = match.Entry;
        if (entry.Fault is not null)
        {
            return match with { State = EntryState.Wrong, Refusal = entry.Refused() };
        }

        var firm = entry.TaxCode is { } code ? known.Find(f => f.TaxCode == code || f.VatNumber == code) : null;
        if (entry.TaxCode is null)
        {
            var named = FirmNames.Find(names, entry.Name ?? "");
            if (named.Count != 1)
            {
                return named.Count == 0
                    ? match with { State = EntryState.NameOnly, Refusal = IntakeRefusals.NumberMissing(entry) }
                    : match with { State = EntryState.Ambiguous, Refusal = IntakeRefusals.SeveralFirms(entry, named.Count) };
            }

            firm = named[0];
        }

        if (before.Exists(b => b.Refusal is null && (firm is null ? b.Entry.TaxCode == entry.TaxCode : b.Firm?.Id == firm.Id)))
        {
            return match with { State = EntryState.Twice, Refusal = IntakeRefusals.FirmTwice(entry) };
        }

        if (firm is not null && there.Exists(t => t.Firm.Id == firm.Id))
        {
            return match with { State = EntryState.InCase, Refusal = IntakeRefusals.FirmInCase(entry) };
        }

        return match with { Firm = firm, State = firm is null ? EntryState.New : firm.HeldBy == actor.Association ? EntryState.KnownHere : EntryState.HeldElsewhere };
    }

    // A firm of another desk is judged by that desk: here it only counts as one that may be an enterprise.
    private static List<FirmMatch> Judge(List<FirmMatch> matches, NetworkKind? kind, List<There> there)
    {
        var joining = matches.Where(m => m.Refusal is null)
            .ToDictionary(m => m, m => m.State == EntryState.HeldElsewhere
                ? new JoiningFirm(m.Shown, RegisterStatus.Entered)
                : new JoiningFirm(m.Shown, m.Register, m.Firm?.Country ?? m.Entry.Country, m.Firm?.HasItalianSecondarySeat ?? false));
        var findings = WhoMayJoin.Check(kind, [.. joining.Values, .. there.Where(t => t.Takes).Select(t => Admission.Of(t.Firm))]);
        return [.. matches.Select(m => joining.TryGetValue(m, out var firm)
            ? m with { Findings = [.. findings.Where(f => ReferenceEquals(f.Firm, firm)).Select(f => f.Finding)] }
            : m)];
    }

    private Task<List<Firm>> KnownAsync(IEnumerable<TypedFirm> entries, CancellationToken cancellationToken)
    {
        var codes = entries.Select(e => e.TaxCode).OfType<string>().Distinct().ToList();
        return db.Firms.Where(f => codes.Contains(f.TaxCode) || (f.VatNumber != null && codes.Contains(f.VatNumber))).ToListAsync(cancellationToken);
    }

    private Task<List<Firm>> OwnNamesAsync(CancellationToken cancellationToken) =>
        db.Firms.Where(f => f.HeldBy == actor.Association).ToListAsync(cancellationToken);

    private Task<List<There>> ThereAsync(CaseId caseId, CancellationToken cancellationToken) => (
        from p in db.Participants
        where p.CaseId == caseId && (p.Status == ParticipantStatus.Active || p.Status == ParticipantStatus.Proposed || p.Status == ParticipantStatus.Acceding)
        join f in db.Firms on p.FirmId equals f.Id
        select new There(f, p.Status == ParticipantStatus.Active)).ToListAsync(cancellationToken);

    /// <param name="Takes">Takes part; false while its desk has not answered.</param>
    private sealed record There(Firm Firm, bool Takes);
}
