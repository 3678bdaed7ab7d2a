using Networks.Data.Firms;

namespace Networks.Workflows.Tests.Support;

/// <summary>Identifiers that pass the checks and belong to nobody: VAT numbers begin with 9, persons have no name's letters.</summary>
public static class InventedIdentifiers
{
    /// <summary>An eleven-digit VAT number for a small number.</summary>
    public static string Vat(int number) => VatNumber.Complete($"{9000000 + number:0000000}015").Value;

    /// <summary>A person's tax code for a number from 1 to 99.</summary>
    public static string Person(int number) => TaxCode.Complete($"XXXYYY{number:00}A01H501").Value;
}
