namespace Networks.Data.Reference;

/// <summary>Departments of France, read from postal codes: for firms that have no entry in an Italian register.</summary>
public static class FrenchDepartments
{
    private const int Length = 5;

    /// <returns>Two signs, as on the map; null for what is no postal code, and for the departments overseas.</returns>
    public static string? OfPostalCode(string? code)
    {
        if (code is not { Length: Length } || !code.All(char.IsAsciiDigit) || string.CompareOrdinal(code, "97") >= 0 || code.StartsWith("00", StringComparison.Ordinal))
        {
            return null;
        }

        // Corsica was one department until 1976, and its postal codes still are: the south has 200 and 201.
        return !code.StartsWith("20", StringComparison.Ordinal) ? code[..2] : code[2] <= '1' ? "2A" : "2B";
    }
}
