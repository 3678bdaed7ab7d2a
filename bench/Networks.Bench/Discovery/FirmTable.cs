using System.Globalization;
using System.Text;
using Networks.Data.Discovery;
using Networks.Data.Firms;
using Networks.Data.Reference;

namespace Networks.Bench.Discovery;

/// <summary>A file of invented firms as a desk would bring it; the same numbers give the same file.</summary>
internal static class FirmTable
{
    private static readonly string[] _trades = ["Officine", "Torneria", "Stampi", "Carpenterie", "Tessitura", "Automazioni", "Arredi", "Lamiere", "Verniciatura", "Bulloneria"];
    private static readonly string[] _goods =
        ["stampi", "acciaio", "inox", "ottone", "ingranaggi", "valvole", "lamiere", "tessuti", "arredi", "quadri", "schede", "motori", "pompe", "molle", "prototipi",
        "serramenti", "imballi", "vernici", "filtri", "tubi", "cuscinetti", "alluminio", "plastica", "gomma", "ceramica", "vetro", "legno", "carta", "pelle", "sensori"];

    private static readonly string[] _divisions = [.. Nace.Divisions.Where(d => string.CompareOrdinal(d, "10") >= 0 && string.CompareOrdinal(d, "75") < 0)];
    private static readonly string[] _provinces = [.. Provinces.All.Where(p => !p.ToVerify).Select(p => p.Sigla).Distinct()];

    /// <param name="division">Of all firms; null for one each, some common and some rare.</param>
    public static byte[] Of(int count, int first, int seed, string? division = null)
    {
        var random = new Random(seed);
        using var stream = new MemoryStream();
        using (var writer = new StreamWriter(stream, new UTF8Encoding(false)))
        {
            writer.Write("Ragione sociale;Partita IVA;Provincia;ATECO 2007;Dimensione;Lavorazioni;Certificazioni;Offre;Consenso anonimo;Mail\n");
            for (var i = 0; i < count; i++)
            {
                writer.Write(string.Create(CultureInfo.InvariantCulture,
                    $"{_trades[random.Next(_trades.Length)]} {Word(random)} Srl;{VatNumber.Complete($"{first + i:0000000}015")};{Skewed(random, _provinces)};{division ?? Skewed(random, _divisions)};{(SizeClass)Math.Min(3, random.Next(3) * random.Next(2) + random.Next(2))};"));
                writer.Write(string.Join(',', Some(random, FacetWords.Capabilities, 4)) + ";" + string.Join(',', Some(random, FacetWords.Certificates, 3)) + ";");
                writer.Write(string.Join(' ', Some(random, _goods, 7)) + (random.Next(10) < 8 ? ";si;" : ";no;"));
                writer.Write(string.Create(CultureInfo.InvariantCulture, $"info@impresa{first + i}.example\n"));
            }
        }

        return stream.ToArray();
    }

    // The first ones are common, the last ones rare, as in life.
    private static string Skewed(Random random, string[] words) => words[(int)(words.Length * Math.Pow(random.NextDouble(), 2))];

    private static IEnumerable<string> Some(Random random, IReadOnlyList<string> words, int most)
    {
        for (var left = random.Next(most); left > 0; left--)
        {
            yield return words[(int)(words.Count * Math.Pow(random.NextDouble(), 1.5))];
        }
    }

    private static string Word(Random random)
    {
        const string consonants = "bcdfglmnprstvz";
        const string vowels = "aeiou";
        return char.ToUpperInvariant(consonants[random.Next(14)]) + string.Concat(Enumerable.Range(0, 3).Select(_ => $"{vowels[random.Next(5)]}{consonants[random.Next(14)]}")) + "a";
    }
}
