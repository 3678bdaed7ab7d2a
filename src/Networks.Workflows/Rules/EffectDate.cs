using Networks.Data;
using Networks.Data.EnterpriseNetworks;
using Networks.Data.Filings;

namespace Networks.Workflows.Rules;

/// <summary>The day from which a network contract has effect.</summary>
/// <remarks>Law: D.L. 5/2009 art. 3 co. 4-quater. Sources S01, S02, S08, S10, S20 in docs/law/sources.md.</remarks>
public static class EffectDate
{
    public static LegalRule Rule { get; } = new(
        "effect-date",
        1,
        null,
        "D.L. 10 febbraio 2009, n. 5, art. 3, co. 4-quater",
        ["S01", "S02", "S08", "S10", "S20"],
        ToVerify: false,
        [
            new("Contractual 2026-03-02 2026-03-16 2026-03-09", "2026-03-16",
                () => Said(NetworkKind.Contractual, [Day(2), Day(16), Day(9)], null)),
            new("Contractual 2026-03-02 missing", "none", () => Said(NetworkKind.Contractual, [Day(2), null], null)),
            new("LegalEntity, network entered 2026-03-20", "2026-03-20", () => Said(NetworkKind.LegalEntity, [], Day(20))),
            new("LegalEntity, network not entered, participants 2026-03-02", "none",
                () => Said(NetworkKind.LegalEntity, [Day(2)], null)),
        ]);

    /// <param name="enteredOn">
    /// One element per <em>original</em> signatory: the legal day of its entry in the business register, or null while
    /// it has none. Firms that acceded later do not belong here. Not read for a network with legal personality.
    /// </param>
    /// <param name="networkEnteredOn">The network's own entry at its seat; not read for a contractual network.</param>
    /// <returns>The day, or null while an entry that counts is missing.</returns>
    /// <exception cref="ArgumentException">A contractual network without original signatory: the caller has a bug.</exception>
    public static DateOnly? Of(NetworkKind kind, IReadOnlyCollection<DateOnly?> enteredOn, DateOnly? networkEnteredOn) => kind switch
    {
        NetworkKind.Contractual => LastOf(enteredOn),
        NetworkKind.LegalEntity => networkEnteredOn,
    };

    /// <summary>The same from the filings of a case.</summary>
    /// <param name="originals">The original signatories; filings of firms that acceded later do not count.</param>
    public static DateOnly? OfFilings(NetworkKind kind, IReadOnlyCollection<Filing> filings, IReadOnlyCollection<ParticipantId> originals)
    {
        ArgumentNullException.ThrowIfNull(filings);
        ArgumentNullException.ThrowIfNull(originals);
        return kind switch
        {
            NetworkKind.Contractual => Of(kind, [.. originals.Select(EntryOf)], null),
            NetworkKind.LegalEntity => Of(kind, [], filings.FirstOrDefault(f => f.ParticipantId is null)?.EnteredOn),
        };

        DateOnly? EntryOf(ParticipantId original) => filings.FirstOrDefault(f => f.ParticipantId == original)?.EnteredOn;
    }

    /// <summary>Key of the formula in words, shown beside the day.</summary>
    public static string Formula(NetworkKind kind) => kind switch
    {
        NetworkKind.Contractual => "rules.effect-formula-contractual",
        NetworkKind.LegalEntity => "rules.effect-formula-legal-entity",
    };

    private static DateOnly? LastOf(IReadOnlyCollection<DateOnly?> enteredOn)
    {
        ArgumentNullException.ThrowIfNull(enteredOn);
        if (enteredOn.Count == 0)
        {
            throw new ArgumentException("There is no original signatory.", nameof(enteredOn));
        }

        return enteredOn.Contains(null) ? null : enteredOn.Max();
    }

    private static string Said(NetworkKind kind, DateOnly?[] enteredOn, DateOnly? networkEnteredOn) =>
        Of(kind, enteredOn, networkEnteredOn) is { } day ? day.ToString("O") : "none";

    private static DateOnly? Day(int day) => new(2026, 3, day);
}
