using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using Networks.Data.Firms;
using Networks.Data.Reference;
using Networks.Workflows.Common;

namespace Networks.Workflows.Discovery.Register;

/// <summary>From what people type or spreadsheets hold to what is stored. Words are understood in the three languages.</summary>
internal static class FieldReaders
{
    /// <summary>A consent without a last day.</summary>
    public const string Yes = "yes";

    private static readonly string[] _days = ["yyyy-MM-dd", "d/M/yyyy", "d.M.yyyy", "d-M-yyyy", "yyyy-MM-dd'T'HH:mm:ss", "d/M/yyyy HH:mm:ss"];
    private static readonly HashSet<string> _yes = ["si", "s", "x", "yes", "y", "oui", "o", "1", "true", "vero", "vrai"];
    private static readonly HashSet<string> _no = ["no", "n", "non", "0", "false", "falso", "faux"];

    private static readonly Dictionary<string, string> _provinces = Provinces.All
        .SelectMany(p => new[] { (Plain(p.Sigla), p.Sigla), (Plain(p.Name), p.Sigla) }).GroupBy(p => p.Item1).ToDictionary(same => same.Key, same => same.Last().Sigla);

    private static readonly Dictionary<string, string> _countries = new(StringComparer.Ordinal)
    {
        ["italia"] = "IT",
        ["italy"] = "IT",
        ["italie"] = "IT",
        ["francia"] = "FR",
        ["france"] = "FR",
        ["spagna"] = "ES",
        ["spain"] = "ES",
        ["espagne"] = "ES",
        ["germania"] = "DE",
        ["germany"] = "DE",
        ["allemagne"] = "DE",
        ["svizzera"] = "CH",
        ["switzerland"] = "CH",
        ["suisse"] = "CH",
        ["austria"] = "AT",
        ["autriche"] = "AT",
    };

    private static readonly Dictionary<string, LegalForm> _forms = new(StringComparer.Ordinal)
    {
        ["srl"] = LegalForm.Srl,
        ["srls"] = LegalForm.Srl,
        ["spa"] = LegalForm.Spa,
        ["snc"] = LegalForm.Snc,
        ["sas"] = LegalForm.Sas,
        ["ss"] = LegalForm.SimplePartnership,
        ["impresaindividuale"] = LegalForm.SoleProprietor,
        ["dittaindividuale"] = LegalForm.SoleProprietor,
        ["societasemplice"] = LegalForm.SimplePartnership,
        ["cooperativa"] = LegalForm.Cooperative,
        ["scarl"] = LegalForm.Cooperative,
        ["cooperativasociale"] = LegalForm.SocialCooperative,
        ["consorzio"] = LegalForm.Consortium,
        ["altro"] = LegalForm.Other,
    };

    private static readonly Dictionary<string, SizeClass> _sizes = new(StringComparer.Ordinal)
    {
        ["micro"] = SizeClass.Micro,
        ["microimpresa"] = SizeClass.Micro,
        ["piccola"] = SizeClass.Small,
        ["piccolaimpresa"] = SizeClass.Small,
        ["small"] = SizeClass.Small,
        ["petite"] = SizeClass.Small,
        ["media"] = SizeClass.Medium,
        ["mediaimpresa"] = SizeClass.Medium,
        ["medium"] = SizeClass.Medium,
        ["moyenne"] = SizeClass.Medium,
        ["grande"] = SizeClass.Large,
        ["grandeimpresa"] = SizeClass.Large,
        ["large"] = SizeClass.Large,
    };

    private static readonly Dictionary<string, Reach> _reaches = new(StringComparer.Ordinal)
    {
        ["provincia"] = Reach.Province,
        ["province"] = Reach.Province,
        ["locale"] = Reach.Province,
        ["regione"] = Reach.Region,
        ["region"] = Reach.Region,
        ["italia"] = Reach.Country,
        ["nazionale"] = Reach.Country,
        ["country"] = Reach.Country,
        ["pays"] = Reach.Country,
        ["europa"] = Reach.Europe,
        ["europe"] = Reach.Europe,
        ["mondo"] = Reach.World,
        ["world"] = Reach.World,
        ["monde"] = Reach.World,
    };

    private static readonly ConcurrentDictionary<string, Dictionary<string, string>> _lists = new(StringComparer.Ordinal);

    public static Func<string, FieldReading> Text(int limit) => typed =>
    {
        var text = string.Join(' ', typed.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return text.Length > limit ? FieldReading.No(new Refusal(RefusalKind.Invalid, "discovery.too-long", limit)) : text;
    };

    public static FieldReading ReadTaxCode(string typed) => FieldReading.Of(TaxCode.TryParse(Whole(typed), out var code, out var fault) ? code.Value : "", fault);

    public static FieldReading ReadVatNumber(string typed) => FieldReading.Of(VatNumber.TryParse(Whole(typed), out var vat, out var fault) ? vat.Value : "", fault);

    public static FieldReading ReadLegalForm(string typed) => Among(typed, _forms, "discovery.legal-form-unknown");

    public static FieldReading ReadSize(string typed) => Among(typed, _sizes, "discovery.size-unknown");

    public static FieldReading ReadReach(string typed) => Among(typed, _reaches, "discovery.reach-unknown");

    /// <summary>The class that so many persons make: the number itself is not kept.</summary>
    public static FieldReading ReadEmployees(string typed) =>
        int.TryParse(Plain(typed), NumberStyles.None, CultureInfo.InvariantCulture, out var persons)
            ? $"{SizeClasses.Of(persons)}"
            : Enum.TryParse<SizeClass>(typed, out _) ? typed : FieldReading.No(new Refusal(RefusalKind.Invalid, "discovery.employees-no-number", Cut(typed)));

    public static FieldReading ReadCountry(string typed)
    {
        var plain = Plain(typed);
        return _countries.TryGetValue(plain, out var known) ? known
            : plain.Length == 2 && plain.All(char.IsAsciiLetter) ? plain.ToUpperInvariant()
            : FieldReading.No(new Refusal(RefusalKind.Invalid, "discovery.country-unknown", Cut(typed)));
    }

    public static FieldReading ReadProvince(string typed) =>
        _provinces.TryGetValue(Plain(typed), out var sigla) ? sigla : FieldReading.No(new Refusal(RefusalKind.Invalid, "discovery.province-unknown", Cut(typed)));

    public static FieldReading ReadLanguage(string typed) => Plain(typed) switch
    {
        "it" or "italiano" or "italian" or "italien" => "it",
        "en" or "inglese" or "english" or "anglais" => "en",
        "fr" or "francese" or "french" or "francais" => "fr",
        _ => FieldReading.No(new Refusal(RefusalKind.Invalid, "discovery.language-unknown", Cut(typed))),
    };

    public static FieldReading ReadActivity(ActivityClassification edition, string typed) =>
        !ActivityCode.TryParse(edition, typed, out var code, out var fault) ? FieldReading.Of("", fault)
        : Nace.Knows(code) ? code.Code
        : FieldReading.No(new Refusal(RefusalKind.Invalid, "discovery.activity-unknown", code.Code, edition == ActivityClassification.Ateco2007 ? 2007 : 2025));

    public static FieldReading ReadDay(string typed) => Day(typed) is { } day ? DayOf(day) : FieldReading.No(new Refusal(RefusalKind.Invalid, "discovery.not-a-day", Cut(typed)));

    /// <summary>Yes, no, or yes until a day.</summary>
    public static FieldReading ReadAllowance(string typed) =>
        _yes.Contains(Plain(typed)) ? Yes : _no.Contains(Plain(typed)) ? ""
        : Day(typed) is { } day ? DayOf(day)
        : FieldReading.No(new Refusal(RefusalKind.Invalid, "discovery.not-yes-or-day", Cut(typed)));

    /// <param name="kind">The sentences of the words are <c>discovery.&lt;kind&gt;-&lt;word&gt;</c>; certificates have none.</param>
    public static FieldReading ReadList(string typed, string kind, IReadOnlyList<string> words)
    {
        var known = _lists.GetOrAdd(kind, _ => Spoken(kind, words));
        var found = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var one in typed.Split([';', ',', '|', '/', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var plain = Plain(one);
            var word = known.GetValueOrDefault(plain) ?? (kind == "certificate" ? words.FirstOrDefault(w => plain.StartsWith(Plain(w), StringComparison.Ordinal)) : null);
            if (word is null)
            {
                return FieldReading.No(new Refusal(RefusalKind.Invalid, kind == "certificate" ? "discovery.certificate-unknown" : "discovery.capability-unknown", Cut(one)));
            }

            found.Add(word);
        }

        return string.Join(';', found);
    }

    /// <summary>A typed day in any of the shapes that spreadsheets and people use, or the number of days that a workbook keeps. Null when it is none.</summary>
    public static DateOnly? Day(string typed) =>
        DateTime.TryParseExact(typed, _days, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? DateOnly.FromDateTime(day)
        : typed.Length == 5 && int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var serial) ? DateOnly.FromDateTime(DateTime.FromOADate(serial))
        : null;

    public static string DayOf(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    /// <summary>Small letters and digits alone, without accents.</summary>
    public static string Plain(string typed)
    {
        var plain = new StringBuilder(typed.Length);
        foreach (var c in typed.IsNormalized(NormalizationForm.FormD) ? typed : typed.Normalize(NormalizationForm.FormD))
        {
            if (char.IsAsciiLetterOrDigit(c))
            {
                plain.Append(char.ToLowerInvariant(c));
            }
        }

        return plain.ToString();
    }

    private static Dictionary<string, string> Spoken(string kind, IReadOnlyList<string> words)
    {
        var spoken = words.ToDictionary(Plain, word => word, StringComparer.Ordinal);
        foreach (var word in kind == "capability" ? words : [])
        {
            Words.Languages.ToList().ForEach(language => spoken.TryAdd(Plain(Words.In(language, $"discovery.capability-{word}")), word));
        }

        return spoken;
    }

    private static FieldReading Among<T>(string typed, Dictionary<string, T> words, string code)
        where T : struct, Enum =>
        Enum.TryParse<T>(typed, out var stored) && !char.IsAsciiDigit(typed[0]) ? $"{stored}"
        : words.TryGetValue(Plain(typed), out var known) ? $"{known}"
        : FieldReading.No(new Refusal(RefusalKind.Invalid, code, Cut(typed)));

    // A spreadsheet takes the leading zeros of a number away.
    private static string Whole(string typed)
    {
        var text = typed.Trim();
        return text.Length is >= 8 and < 11 && text.All(char.IsAsciiDigit) ? text.PadLeft(11, '0') : text;
    }

    private static string Cut(string typed) => typed.Length > 40 ? typed[..40] + "…" : typed;
}
