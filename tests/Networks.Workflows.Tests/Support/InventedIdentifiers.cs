using System.Globalization;

namespace Networks.Workflows.Tests.Support;

/// <summary>Identifiers that pass the checks and belong to nobody: the office digits stand for none.</summary>
public static class InventedIdentifiers
{
    private static readonly int[] _odd = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23];

    /// <summary>An eleven-digit VAT number for a small number.</summary>
    public static string Vat(int number)
    {
        var digits = (9000000 + number).ToString(CultureInfo.InvariantCulture) + "015";
        var sum = digits.Select((c, i) => i % 2 == 0 ? c - '0' : Fold(2 * (c - '0'))).Sum();
        return digits + ((10 - (sum % 10)) % 10).ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>A person's tax code for a number from 1 to 99.</summary>
    public static string Person(int number)
    {
        var body = $"XXXYYY{number:00}A01H501";
        var sum = body.Select((c, i) => i % 2 == 0 ? Odd(c) : Even(c)).Sum();
        return body + (char)('A' + (sum % 26));
    }

    private static int Fold(int value) => value > 9 ? value - 9 : value;

    private static int Even(char c) => char.IsDigit(c) ? c - '0' : c - 'A';

    private static int Odd(char c) => _odd[char.IsDigit(c) ? c - '0' : c - 'A'];
}
