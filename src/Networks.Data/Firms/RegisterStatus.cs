namespace Networks.Data.Firms;

/// <summary>What is known of a firm's entry in the business register (Registro delle Imprese).</summary>
public enum RegisterStatus
{
    /// <summary>Entered as an enterprise.</summary>
    Entered,

    /// <summary>A professional without register entry (L. 81/2017 art. 12).</summary>
    Professional,

    /// <summary>Known to the REA only (associations, foundations): cannot take part.</summary>
    ReaOnly,

    /// <summary>Looked for and not found.</summary>
    NotFound,

    /// <summary>Not checked yet: unknown is not a no.</summary>
    ToVerify,
}
