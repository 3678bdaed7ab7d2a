using System.Text.RegularExpressions;
using Networks.Data.Discovery;
using Networks.Data.Firms;
using Networks.Data.Reference;
using Networks.Workflows.Common;
using Networks.Workflows.Discovery.Cards;
using Networks.Workflows.Discovery.Register;

namespace Networks.Workflows.Discovery.FindPartners;

/// <summary>
/// What the need of a case says, as a search: capabilities and certificates by their names in any of the languages, an
/// ATECO code, a size, places; where it names no place, around the firms that are there. A proposal: the person sees every
/// part of it in the form and changes it.
/// </summary>
internal static partial class NeedFacets
{
    /// <summary>Kilometres around the firms of the case.</summary>
    private const int Near = 60;

    /// <summary>Letters by which a word may end otherwise: one and many, he and she.</summary>
    private const int Ending = 2;

    private static readonly Lazy<IReadOnlyList<(string Word, string Name)>> _capabilities = new(() =>
        [.. from word in FacetWords.Capabilities from language in Words.Languages select (word, Words.In(language, $"discovery.capability-{word}"))]);

    private static readonly IReadOnlyList<string> _sizes = ["micro", "piccol|small|petite", "medi|medium|moyenne", "grand|large"];

    /// <param name="around">Provinces of the firms that the case has.</param>
    public static Facets Of(string need, IReadOnlyList<string> around)
    {
        var words = FirmTerms.WordsIn(need).ToList();
        var plain = FieldReaders.Plain(need);
        var provinces = Provinces.All.Where(p => Names(need, p.Name) || Names(need, p.Name.Split(' ')[0])).Select(p => p.Sigla).Distinct().ToList();
        var region = provinces.Count > 0 ? null : Provinces.All.FirstOrDefault(p => Names(need, p.Region))?.RegionIstat;
        var guessed = provinces.Count == 0 && region is null;
        return new Facets
        {
            Text = need,
            Division = DivisionIn(need),
            Provinces = guessed ? around : provinces,
            Within = guessed && around.Count > 0 ? Near : null,
            Region = region,
            Size = SizeIn(need),
            Capabilities = [.. _capabilities.Value.Where(c => c.Name.Any(char.IsAsciiDigit) ? plain.Contains(FieldReaders.Plain(c.Name), StringComparison.Ordinal) : Says(words, [.. FirmTerms.WordsIn(c.Name)])).Select(c => c.Word).Distinct()],
            Certificates = [.. FacetWords.Certificates.Where(c => plain.Contains(FieldReaders.Plain(c), StringComparison.Ordinal))],
        };
    }

    /// <summary>The searches of a proposal, the fullest first: the first that finds something is shown.</summary>
    public static IEnumerable<Facets> Ever(Facets whole)
    {
        // What the need says in words is said by its capabilities too, and few firms use the same words.
        var parts = whole.Capabilities.Count > 0 ? whole with { Text = null } : whole;
        return new[] { whole, parts, whole.Within is null ? whole : parts with { Provinces = [], Within = null }, new Facets { Text = whole.Text } }.Distinct();
    }

    private static string? DivisionIn(string need) =>
        Ateco().Match(need) is { Success: true } found && Nace.Divisions.FirstOrDefault(d => d == found.Groups[1].Value) is { } division ? division : null;

    private static SizeClass? SizeIn(string need)
    {
        var found = Enum.GetValues<SizeClass>().Where(size => Regex.IsMatch(need, $@"\b({_sizes[(int)size]})\w*[ -]?(impres|aziend|entrepr|firm|compan|enterpr)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)).ToList();
        return found.Count == 1 ? found[0] : null;
    }

    // Many provinces are called like common words (Potenza, Massa, Prato): a place has a capital and does not begin the text.
    private static bool Names(string need, string place) =>
        place.Length > 3 && place != "Reggio" && need.IndexOf(place, StringComparison.Ordinal) is > 0 and var at
        && !char.IsLetterOrDigit(need[at - 1]) && (at + place.Length == need.Length || !char.IsLetter(need[at + place.Length]));

    private static bool Says(List<string> words, List<string> name) =>
        name.Count > 0 && Enumerable.Range(0, Math.Max(0, words.Count - name.Count + 1)).Any(at => name.Select((word, i) => IsSame(words[at + i], word)).All(same => same));

    private static bool IsSame(string said, string word) => said.StartsWith(FirmTerms.Stem(word), StringComparison.Ordinal) && said.Length <= word.Length + Ending;

    [GeneratedRegex(@"\b(?:ateco|nace)\W{0,3}(\d\d)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Ateco();
}
