namespace Networks.Data.EnterpriseNetworks;

/// <summary>The two kinds of network contract (D.L. 5/2009 art. 3 co. 4-ter and 4-quater).</summary>
public enum NetworkKind
{
    /// <summary>Rete-contratto: no legal personality; registered on every participant's position.</summary>
    Contractual,

    /// <summary>Rete-soggetto: legal personality by its own entry at its seat.</summary>
    LegalEntity,
}
