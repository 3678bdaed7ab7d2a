using Networks.Data;
using Networks.Data.Changes;
using Networks.Data.EnterpriseNetworks;

namespace Networks.Workflows.Rules;

/// <summary>On whose position in the register a later change is entered.</summary>
/// <remarks>
/// Law: D.L. 5/2009 art. 3 co. 4-quater: a change is filed once by the enterprise named in the deed and annotated by the
/// other offices; an accession and a withdrawal touch the firm's own position too; at the end every entry is deleted
/// (MISE 23320/2020). A rete-soggetto files for itself at its seat. How each chamber wants an accession is to be verified.
/// Sources S02, S10, S11.
/// </remarks>
public static class ChangeFilings
{
    public static LegalRule Rule { get; } = new(
        "change-filings",
        1,
        null,
        "D.L. 10 febbraio 2009, n. 5, art. 3, co. 4-quater; parere MISE 28 gennaio 2020, prot. 23320",
        ["S02", "S10", "S11"],
        ToVerify: true,
        [
            new("Contractual, accession of D to A B C, reference B", "D B", () => Said(NetworkKind.Contractual, ChangeKind.Accession, 3)),
            new("Contractual, withdrawal of D from A B C, reference B", "D B", () => Said(NetworkKind.Contractual, ChangeKind.Withdrawal, 3)),
            new("Contractual, amendment among A B C, reference B", "B", () => Said(NetworkKind.Contractual, ChangeKind.Amendment, null)),
            new("Contractual, end of A B C", "A B C", () => Said(NetworkKind.Contractual, ChangeKind.Closing, null)),
            new("LegalEntity, any", "network", () => Said(NetworkKind.LegalEntity, ChangeKind.Closing, null)),
        ]);

    /// <param name="firm">The firm that joins or leaves; null for the other changes.</param>
    /// <param name="remaining">The firms that take part beside it, in the contract's order.</param>
    /// <param name="filer">Whoever files for all: the enterprise named in the deed, else the impresa di riferimento; null for none.</param>
    /// <returns>Null stands for the network's own position.</returns>
    public static IReadOnlyList<ParticipantId?> Of(
        NetworkKind kind, ChangeKind change, ParticipantId? firm, IReadOnlyList<ParticipantId> remaining, ParticipantId? filer)
    {
        ArgumentNullException.ThrowIfNull(remaining);
        if (kind == NetworkKind.LegalEntity)
        {
            return [null];
        }

        ParticipantId? forAll = filer is { } named && remaining.Contains(named) ? named : remaining.Count > 0 ? remaining[0] : null;
        ParticipantId?[] all = change switch
        {
            ChangeKind.Accession or ChangeKind.Withdrawal => [firm, forAll],
            ChangeKind.Amendment => [forAll],
            ChangeKind.Closing => [.. remaining.Select(p => (ParticipantId?)p)],
        };
        return [.. all.Where(p => p is not null).Distinct()];
    }

    private static string Said(NetworkKind kind, ChangeKind change, int? firm)
    {
        var all = Enumerable.Range(0, 4).Select(n => new ParticipantId(new Guid(n + 1, 0, 0, new byte[8]))).ToList();
        return string.Join(' ', Of(kind, change, firm is { } f ? all[f] : null, all[..3], all[1]).Select(p => p is { } id ? $"{(char)('A' + all.IndexOf(id))}" : "network"));
    }
}
