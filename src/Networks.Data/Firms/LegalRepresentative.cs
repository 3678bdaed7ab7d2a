namespace Networks.Data.Firms;

/// <summary>The natural person who signs for a firm, for a time.</summary>
public sealed class LegalRepresentative
{
    private LegalRepresentative()
    {
    }

    public LegalRepresentative(Guid id, string fullName, string? taxCode, DateOnly from)
    {
        Id = id;
        FullName = fullName;
        TaxCode = taxCode;
        From = from;
    }

    public Guid Id { get; private set; }

    public string FullName { get; private set; } = "";

    /// <summary>Person's tax code, 16 characters: the one that the signature must carry; null while unknown.</summary>
    public string? TaxCode { get; private set; }

    /// <summary>Role as the register names it, e.g. "amministratore unico".</summary>
    public string? Office { get; init; }

    public DateOnly From { get; private set; }

    /// <summary>Last day in office, inclusive; null while in office.</summary>
    public DateOnly? Until { get; private set; }

    internal void End(DateOnly last) => Until = last;
}
