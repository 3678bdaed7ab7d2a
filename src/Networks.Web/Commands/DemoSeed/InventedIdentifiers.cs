using System.Globalization;

namespace Networks.Web.Commands.DemoSeed;

/// <summary>
/// Identifiers that pass every check and belong to nobody: VAT numbers begin with 9, which the tax office gives to bodies
/// without business only; persons have syllables that are no names.
/// </summary>
internal static class InventedIdentifiers
{
    private const string _office = "015";
    private const string _months = "ABCDEHLMPRST";
    private const string _vowels = "AEIOU";
    private static readonly int[] _odd = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23];

    /// <summary>An eleven-digit VAT number, different for different numbers from 0 to 99,999.</summary>
    public static string Vat(int number)
    {
        var digits = (9_100_000 + number).ToString(CultureInfo.InvariantCulture) + _office;
        var sum = digits.Select((c, i) => i % 2 == 0 ? c - '0' : Folded(2 * (c - '0'))).Sum();
        return digits + ((10 - (sum % 10)) % 10).ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>A person's tax code, made of the name as the decree of 1976 says.</summary>
    /// <param name="place">Cadastral code of the place of birth.</param>
    public static string Person(string firstName, string lastName, DateOnly born, bool woman, string place = "E507")
    {
        var day = born.Day + (woman ? 40 : 0);
        var body = Three(lastName, four: false) + Three(firstName, four: true)
            + $"{born.Year % 100:00}{_months[born.Month - 1]}{day:00}{place}";
        var sum = body.Select((c, i) => i % 2 == 0 ? Odd(c) : Even(c)).Sum();
        return body + (char)('A' + (sum % 26));
    }

    // Consonants, then vowels, then X; a first name with four consonants leaves out the second.
    private static string Three(string name, bool four)
    {
        var letters = name.ToUpperInvariant().Where(char.IsAsciiLetterUpper).ToList();
        var consonants = letters.Where(c => !_vowels.Contains(c)).ToList();
        if (four && consonants.Count > 3)
        {
            consonants.RemoveAt(1);
        }

        return new string([.. consonants.Concat(letters.Where(c => _vowels.Contains(c))).Concat("XXX").Take(3)]);
    }

    private static int Folded(int value) => value > 9 ? value - 9 : value;

    private static int Even(char c) => char.IsDigit(c) ? c - '0' : c - 'A';

    private static int Odd(char c) => _odd[char.IsDigit(c) ? c - '0' : c - 'A'];
}
