using System.Globalization;
using Networks.Data.Firms;

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

    /// <summary>An eleven-digit VAT number, different for different numbers from 0 to 99,999.</summary>
    public static string Vat(int number) => VatNumber.Complete($"{9_100_000 + number:0000000}{_office}").Value;

    /// <summary>A French VAT number on a SIREN that begins with zeros, as none that is given out does.</summary>
    public static string FrenchVat(int number)
    {
        var siren = Enumerable.Range(0, 10).Select(check => $"{number:00000000}{check}").First(text => Siren.TryParse(text, out _, out _));
        return $"FR{(12 + (3 * (int.Parse(siren, CultureInfo.InvariantCulture) % 97))) % 97:00}{siren}";
    }

    /// <summary>A person's tax code, made of the name as the decree of 1976 says.</summary>
    /// <param name="place">Cadastral code of the place of birth.</param>
    public static string Person(string firstName, string lastName, DateOnly born, bool woman, string place = "E507")
    {
        var day = born.Day + (woman ? 40 : 0);
        return TaxCode.Complete($"{Three(lastName, four: false)}{Three(firstName, four: true)}{born.Year % 100:00}{_months[born.Month - 1]}{day:00}{place}").Value;
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
}
