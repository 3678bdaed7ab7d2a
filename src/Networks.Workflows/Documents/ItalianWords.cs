using System.Globalization;

namespace Networks.Workflows.Documents;

/// <summary>Numbers, amounts and dates as an Italian contract writes them.</summary>
public static class ItalianWords
{
    private static readonly CultureInfo _italian = CultureInfo.GetCultureInfo("it-IT");

    private static readonly string[] _small =
    [
        "zero", "uno", "due", "tre", "quattro", "cinque", "sei", "sette", "otto", "nove", "dieci", "undici", "dodici",
        "tredici", "quattordici", "quindici", "sedici", "diciassette", "diciotto", "diciannove",
    ];

    private static readonly string[] _tens =
        ["", "", "venti", "trenta", "quaranta", "cinquanta", "sessanta", "settanta", "ottanta", "novanta"];

    /// <summary>4000 is <c>quattromila</c>; one word, as on a cheque.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Negative, or a million millions and more.</exception>
    public static string Number(long number)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(number);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(number, 1_000_000_000_000);
        if (number == 0)
        {
            return _small[0];
        }

        var words = Group(number / 1_000_000_000, "unmiliardo", "miliardi")
            + Group(number / 1_000_000 % 1000, "unmilione", "milioni")
            + Group(number / 1000 % 1000, "mille", "mila")
            + UnderThousand((int)(number % 1000));

        return words.Length > 3 && words.EndsWith("tre", StringComparison.Ordinal) ? words[..^1] + "é" : words;
    }

    /// <summary>400000 cents are <c>quattromila/00</c>.</summary>
    public static string Amount(long cents)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(cents);
        return string.Create(CultureInfo.InvariantCulture, $"{Number(cents / 100)}/{cents % 100:00}");
    }

    /// <summary><c>4.000,00</c>, without the currency.</summary>
    public static string Figures(long cents) => (cents / 100m).ToString("N2", _italian);

    /// <summary><c>1° marzo 2026</c>.</summary>
    public static string LongDate(DateOnly day) =>
        (day.Day == 1 ? "1°" : day.Day.ToString(CultureInfo.InvariantCulture)) + day.ToString(" MMMM yyyy", _italian);

    public static string ShortDate(DateOnly day) => day.ToString("dd/MM/yyyy", _italian);

    private static string Group(long count, string one, string many) =>
        count switch
        {
            0 => "",
            1 => one,
            _ => UnderThousand((int)count) + many,
        };

    private static string UnderThousand(int number)
    {
        var rest = UnderHundred(number % 100);
        var hundreds = number / 100;
        if (hundreds == 0)
        {
            return rest;
        }

        // centotto and centottanta drop one "o"; centouno and centoundici do not.
        var cento = rest.StartsWith("ott", StringComparison.Ordinal) ? "cent" : "cento";
        return (hundreds == 1 ? "" : _small[hundreds]) + cento + rest;
    }

    private static string UnderHundred(int number)
    {
        if (number < 20)
        {
            return number == 0 ? "" : _small[number];
        }

        var tens = _tens[number / 10];
        var unit = number % 10;
        return unit switch
        {
            0 => tens,
            1 or 8 => tens[..^1] + _small[unit],
            _ => tens + _small[unit],
        };
    }
}
