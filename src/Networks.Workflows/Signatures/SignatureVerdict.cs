namespace Networks.Workflows.Signatures;

/// <summary>What can be said of a signed file. Stored as a word.</summary>
/// <remarks>The three answers of ETSI EN 319 102-1, and a fourth for files that are kept without being read.</remarks>
public enum SignatureVerdict
{
    /// <summary>Everything that is checked here holds. A finding with this verdict is a note.</summary>
    Valid,

    /// <summary>The file cannot be accepted; the finding says what to do instead.</summary>
    Invalid,

    /// <summary>Nothing is wrong, and something cannot be known here: a named person decides and writes why.</summary>
    Indeterminate,

    /// <summary>Kept as it came, without any check of its signatures.</summary>
    NotChecked,
}
