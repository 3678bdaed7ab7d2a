namespace Networks.Data.Firms;

/// <summary>A seat. The house number is mandatory in the standard model, or the literal <c>SNC</c>.</summary>
/// <param name="PostalCode">Five digits in Italy, never a generic one of a town with zones.</param>
/// <param name="Province">Two-letter sigla in Italy; null abroad.</param>
/// <param name="Country">ISO 3166-1 alpha-2.</param>
public sealed record PostalAddress(string Street, string Number, string PostalCode, string Municipality, string? Province, string Country = "IT")
{
    public override string ToString() =>
        $"{Street} {Number}, {PostalCode} {Municipality}{(Province is null ? "" : $" ({Province})")}";
}
