using System.Globalization;
using System.Text;
using Networks.Data;
using Networks.Data.Discovery;
using Networks.Data.Firms;
using Networks.Data.Reference;

namespace Networks.Workflows.Discovery.Cards;

/// <summary>
/// The terms by which a firm is found. A facet begins with <c>x</c> and a letter of its kind and ends with a zero; words of
/// the firm's own text have letters only, so that neither can be taken for the other.
/// </summary>
internal static class FirmTerms
{
    /// <summary>Shorter words tell nothing.</summary>
    private const int _shortest = 4;

    private const int _longest = 24;

    private static readonly HashSet<string> _idle = new(
        ("anche come con dalla dalle degli della delle dello dove fino hanno loro nella nelle ogni oltre però quale quali quando questa questo sono sotto sulla sulle tutta tutte tutti tutto " +
        "verso azienda aziende impresa imprese società ditta nostra nostro nostri about also from have into more other that their them they this with your company firm " +
        "avec chez dans depuis elle leur leurs mais nous pour sans sous tous toute toutes vers votre entreprise entreprises societe soci srl spa snc").Split(' ').Select(Fold),
        StringComparer.Ordinal);

    private static readonly Dictionary<string, string> _regions =
        Provinces.All.GroupBy(p => p.Sigla).ToDictionary(same => same.Key, same => same.Last().RegionIstat, StringComparer.Ordinal);

    public static string Desk(AssociationId desk) => $"xh{desk.Value:n}0";

    public static string Division(string division) => $"xd{division}0";

    public static string Activity(ActivityCode code) =>
        $"xa{(code.Classification == ActivityClassification.Ateco2007 ? "07" : "25")}{code.Code.Replace(".", "", StringComparison.Ordinal)}0";

    public static string Province(string sigla) => $"xp{sigla.ToLowerInvariant()}0";

    public static string Region(string istat) => $"xr{istat}0";

    public static string Country(string code) => $"xc{code.ToLowerInvariant()}0";

    public static string Nuts(string code) => $"xn{code.ToLowerInvariant()}0";

    public static string Size(SizeClass size) => $"xs{size.ToString().ToLowerInvariant()}0";

    public static string Works(Reach reach) => $"xe{reach.ToString().ToLowerInvariant()}0";

    public static string Capability(string word) => $"xk{Plain(word)}0";

    public static string Certificate(string word) => $"xq{Plain(word)}0";

    /// <summary>A word of the firm's name: for its own desk only.</summary>
    public static string Name(string word) => $"xw{word}";

    /// <summary>Whether other firms may have it on their card too.</summary>
    public static bool IsShareable(ReadOnlySpan<char> term) => term is not ['x', 'h' or 'w', ..];

    public static bool IsProvince(string term) => term is ['x', 'p', ..] && !IsWord(term);

    public static bool IsWord(string term) => term.Length > 0 && term[^1] != '0';

    /// <summary>Two digits; null while the activity is not known.</summary>
    public static string? DivisionOf(FirmProfile profile) => profile.ActivityCode is { } code ? code.Division : null;

    /// <summary>Everything that the firm's own desk finds it by, each term once, as it is stored.</summary>
    public static string Own(Firm firm, FirmProfile profile)
    {
        var terms = new List<string> { Desk(firm.HeldBy), Country(firm.Country) };
        if (profile.ActivityCode is { } code)
        {
            terms.Add(Division(code.Division));
            if (code.Code.Length > 2)
            {
                terms.Add(Activity(code));
            }
        }

        AddTerritory(terms, firm, profile);
        terms.AddRange(profile.Size is { } size ? [Size(size)] : []);
        terms.AddRange(profile.Reach is { } reach ? [Works(reach)] : []);
        terms.AddRange(profile.Capabilities.Select(Capability));
        terms.AddRange(profile.Certificates.Select(Certificate));
        var names = NamesIn(firm);
        terms.AddRange(WordsIn(firm.Name).Select(Name));
        terms.AddRange(WordsIn(profile.Offers).Where(word => !names.Contains(word)));
        return Joined(terms);
    }

    /// <summary>The words of a text that can be looked for: small letters without accents, no numbers, none that says nothing.</summary>
    public static IEnumerable<string> WordsIn(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            yield break;
        }

        foreach (var word in Fold(text).Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (word.Length is >= _shortest and <= _longest && word.All(char.IsAsciiLetterLower) && !_idle.Contains(word))
            {
                yield return word;
            }
        }
    }

    /// <summary>What a searched word must begin with: without the ending that tells one from many.</summary>
    public static string Stem(string word) => word.Length > _shortest ? word[..^1] : word;

    private static void AddTerritory(List<string> terms, Firm firm, FirmProfile profile)
    {
        if ((firm.Seat?.Province ?? firm.ReaProvince) is { Length: 2 } sigla && firm.Country == "IT")
        {
            terms.Add(Province(sigla));
            terms.AddRange(_regions.TryGetValue(sigla, out var region) ? [Region(region)] : []);
        }
        else if (profile.Nuts3 is { Length: 5 } nuts)
        {
            terms.Add(Nuts(nuts));
            terms.Add(Nuts(nuts[..4]));
        }
    }

    // A person's or the firm's own name in its text would tell who it is even in company.
    internal static HashSet<string> NamesIn(Firm firm) =>
        [.. WordsIn(firm.Name), .. WordsIn(firm.ContactName), .. firm.Representatives.SelectMany(p => WordsIn(p.FullName))];

    private static string Joined(IEnumerable<string> terms)
    {
        var text = new StringBuilder();
        foreach (var term in terms.Distinct(StringComparer.Ordinal))
        {
            if (text.Length + term.Length + 1 > SearchEntry.TermsLimit)
            {
                break;
            }

            text.Append(text.Length > 0 ? " " : "").Append(term);
        }

        return text.ToString();
    }

    private static string Plain(string word) => word.Replace("-", "", StringComparison.Ordinal);

    // Accents go, everything that is neither letter nor digit is a blank.
    private static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var c in text.Normalize(NormalizationForm.FormD))
        {
            if (char.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
            {
                folded.Append(char.IsLetterOrDigit(c) ? char.ToLowerInvariant(c) : ' ');
            }
        }

        return folded.ToString();
    }
}
