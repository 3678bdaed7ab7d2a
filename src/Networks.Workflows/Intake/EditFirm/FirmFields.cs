using System.Globalization;
using Networks.Data.Firms;

namespace Networks.Workflows.Intake.EditFirm;

/// <summary>
/// The data of a firm as fields of a form: texts by name, never null, empty for unknown; days as yyyy-MM-dd, enums by the
/// names of their members, <c>yes</c> for a tick. Names are stored words, part of the history's event names.
/// </summary>
public static class FirmFields
{
    public const string Yes = "yes";

    internal static readonly IReadOnlyList<FirmField> All =
    [
        new("name", Personal: true, f => f.HasName ? f.Name : "", (f, v) => f.Name = v),
        new("legal-form", Personal: false, f => $"{f.LegalForm}", (f, v) => f.LegalForm = Enum.Parse<LegalForm>(v)),
        new("tax-code", Personal: true, f => f.TaxCode, (f, v) => f.TaxCode = v),
        new("vat-number", Personal: false, f => f.VatNumber ?? "", (f, v) => f.VatNumber = OrNull(v)),
        new("rea", Personal: false, f => FirmText.ReaOf(f) ?? "", WriteRea),
        new("register", Personal: false, f => $"{f.RegisterStatus}", (f, v) => f.RegisterStatus = Enum.Parse<RegisterStatus>(v)),
        new("register-checked-on", Personal: false, f => DayOf(f.RegisterCheckedOn), (f, v) => f.RegisterCheckedOn = Day(v)),
        new("country", Personal: false, f => f.Country, (f, v) => f.Country = v),
        new("italian-seat", Personal: false, f => f.HasItalianSecondarySeat ? Yes : "", (f, v) => f.HasItalianSecondarySeat = v == Yes),
        new("certified-email", Personal: false, f => f.CertifiedEmail ?? "", (f, v) => f.CertifiedEmail = OrNull(v)),
        new("email", Personal: true, f => f.Email ?? "", (f, v) => f.Email = OrNull(v)) { IsContact = true },
        new("phone", Personal: true, f => f.Phone ?? "", (f, v) => f.Phone = OrNull(v)) { IsContact = true },
        new("contact", Personal: true, f => f.ContactName ?? "", (f, v) => f.ContactName = OrNull(v)) { IsContact = true },
        new("language", Personal: false, f => f.Language, (f, v) => f.Language = v),
        new("privacy-on", Personal: false, f => DayOf(f.PrivacyNoticeOn), (f, v) => f.PrivacyNoticeOn = Day(v)) { IsContact = true },
        new("privacy-how", Personal: false, f => f.PrivacyNoticeHow ?? "", (f, v) => f.PrivacyNoticeHow = OrNull(v)) { IsContact = true },
    ];

    /// <summary>The parts of the seat, which change as one.</summary>
    internal static readonly IReadOnlyList<string> Seat = ["seat-street", "seat-number", "seat-postal-code", "seat-municipality", "seat-province"];

    /// <summary>The representative, who changes as one.</summary>
    internal static readonly IReadOnlyList<string> Representative =
        ["representative-name", "representative-tax-code", "representative-office", "representative-from"];

    /// <summary>What the firm allows, by field.</summary>
    public static readonly IReadOnlyDictionary<string, ConsentPurpose> Consents = new Dictionary<string, ConsentPurpose>
    {
        ["allows-contact"] = ConsentPurpose.Contact,
        ["allows-anonymous"] = ConsentPurpose.ShowAnonymously,
        ["allows-name"] = ConsentPurpose.NameAfterConsent,
        ["allows-state"] = ConsentPurpose.ShowState,
    };

    public static IEnumerable<string> Names => [.. All.Select(f => f.Name), .. Seat, .. Representative, .. Consents.Keys];

    /// <summary>A typed day: ISO, or as the three languages write it. Null when it is none.</summary>
    public static DateOnly? Day(string? typed) =>
        DateOnly.TryParseExact(typed, ["yyyy-MM-dd", "d/M/yyyy", "d.M.yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    internal static Dictionary<string, string> Read(Firm firm, DateOnly today)
    {
        var values = All.ToDictionary(f => f.Name, f => f.Read(firm));
        var seat = firm.Seat;
        Put(Seat, seat?.Street, seat?.Number, seat?.PostalCode, seat?.Municipality, seat?.Province);
        var person = firm.RepresentativeOn(today);
        Put(Representative, person?.FullName, person?.TaxCode, person?.Office, DayOf(person?.From));
        foreach (var (field, purpose) in Consents)
        {
            values[field] = firm.Allows(purpose, today) ? Yes : "";
        }

        return values;

        void Put(IReadOnlyList<string> names, params string?[] texts)
        {
            foreach (var (name, text) in names.Zip(texts))
            {
                values[name] = text ?? "";
            }
        }
    }

    /// <summary>Identifiers as they are stored, sigla and house number in capitals where they are words; the rest trimmed.</summary>
    internal static Dictionary<string, string> Normalise(IReadOnlyDictionary<string, string> typed) =>
        typed.ToDictionary(pair => pair.Key, pair => Normal(pair.Key, pair.Value.Trim()));

    internal static string DayOf(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    private static string Normal(string field, string value) => field switch
    {
        "vat-number" when VatNumber.TryParse(value, out var vat, out _) => vat.Value,
        "tax-code" or "representative-tax-code" when TaxCode.TryParse(value, out var code, out _) => code.Value,
        "rea" when ReaNumber.TryParse(value, out var rea, out _) => rea.Value,
        "certified-email" when CertifiedEmail.TryParse(value, out var pec, out _) => pec.Value,
        "email" when EmailAddress.TryParse(value, out var email, out _) => email.Value,
        "seat-province" or "country" => value.ToUpperInvariant(),
        "seat-number" when value.Equals("snc", StringComparison.OrdinalIgnoreCase) => "SNC",
        "register-checked-on" or "representative-from" or "privacy-on" when Day(value) is { } day => DayOf(day),
        _ => value,
    };

    private static void WriteRea(Firm firm, string value)
    {
        ReaNumber? rea = value.Length == 0 ? null : ReaNumber.Parse(value);
        firm.ReaProvince = rea?.Sigla;
        firm.ReaNumber = rea?.Number;
    }

    private static string? OrNull(string value) => value.Length == 0 ? null : value;
}

/// <param name="Name">Name of the form's field, and part of the event's name.</param>
/// <param name="Personal">Its values may name a person: they go into the erasable text of the history.</param>
internal sealed record FirmField(string Name, bool Personal, Func<Firm, string> Read, Action<Firm, string> Write)
{
    /// <summary>Seen by the firm's own desk and by the one that leads the case.</summary>
    public bool IsContact { get; init; }
}
