using Networks.Data;
using Networks.Data.Discovery;
using Networks.Data.Firms;
using static Networks.Workflows.Discovery.Register.FieldReaders;

namespace Networks.Workflows.Discovery.Register;

/// <summary>Every field of a firm in the register, in the order of the form.</summary>
public static class RegisterFields
{
    /// <summary>Longest offer or wish.</summary>
    public const int TextLimit = 2000;

    internal static readonly IReadOnlyList<RegisterField> All =
    [
        new("name", Text(300), s => s.Firm.HasName ? s.Firm.Name : "", (s, v) => s.Firm.Name = v.Length == 0 ? s.Firm.TaxCode : v),
        new("tax-code", ReadTaxCode, s => s.Firm.Country == "IT" ? s.Firm.TaxCode : "", (s, v) => s.Firm.TaxCode = v.Length == 0 ? s.Firm.TaxCode : v),
        new("vat-number", ReadVatNumber, s => s.Firm.VatNumber ?? "", (s, v) => s.Firm.VatNumber = OrNull(v)),
        new("eu-vat", v => FieldReading.Of(EuVat.TryParse(v, out var n, out var f) ? n.Value : "", f), s => s.Profile.EuVat ?? "", WriteEuVat),
        new("siret", v => FieldReading.Of(Siret.TryParse(v, out var n, out var f) ? n.Value : "", f), s => s.Profile.Siret ?? "", (s, v) => s.Profile.Siret = OrNull(v)),
        new("legal-form", ReadLegalForm, s => $"{s.Firm.LegalForm}", (s, v) => s.Firm.LegalForm = v.Length == 0 ? LegalForm.Other : Enum.Parse<LegalForm>(v)),
        new("country", ReadCountry, s => s.Firm.Country, (s, v) => s.Firm.Country = v.Length == 0 ? "IT" : v),
        new("province", ReadProvince, s => s.Firm.ReaProvince ?? s.Firm.Seat?.Province ?? "", (s, v) => s.Firm.ReaProvince = OrNull(v)),
        new("rea", v => FieldReading.Of(ReaNumber.TryParse(v, out var n, out var f) ? n.Value : "", f), ReadRea, WriteRea),
        new("nuts", v => FieldReading.Of(Nuts3.TryParse(v, out var n, out var f) ? n.Value : "", f), s => s.Profile.Nuts3 ?? "", (s, v) => s.Profile.Nuts3 = OrNull(v)),
        new("certified-email", v => FieldReading.Of(CertifiedEmail.TryParse(v, out var n, out var f) ? n.Value : "", f), s => s.Firm.CertifiedEmail ?? "", (s, v) => s.Firm.CertifiedEmail = OrNull(v)),
        new("email", v => FieldReading.Of(EmailAddress.TryParse(v, out var n, out var f) ? n.Value : "", f), s => s.Firm.Email ?? "", (s, v) => s.Firm.Email = OrNull(v)),
        new("phone", Text(30), s => s.Firm.Phone ?? "", (s, v) => s.Firm.Phone = OrNull(v)),
        new("contact", Text(200), s => s.Firm.ContactName ?? "", (s, v) => s.Firm.ContactName = OrNull(v)),
        new("language", ReadLanguage, s => s.Firm.Language, (s, v) => s.Firm.Language = v.Length == 0 ? "it" : v),
        new("activity-2025", v => ReadActivity(ActivityClassification.Ateco2025, v), s => ActivityOf(s, ActivityClassification.Ateco2025), (s, v) => WriteActivity(s, ActivityClassification.Ateco2025, v)),
        new("activity-2007", v => ReadActivity(ActivityClassification.Ateco2007, v), s => ActivityOf(s, ActivityClassification.Ateco2007), (s, v) => WriteActivity(s, ActivityClassification.Ateco2007, v)),
        new("size", ReadSize, s => $"{s.Profile.Size}", (s, v) => s.Profile.Size = v.Length == 0 ? null : Enum.Parse<SizeClass>(v)),
        new("employees", ReadEmployees, _ => "", (s, v) => s.Profile.Size = v.Length == 0 ? s.Profile.Size : Enum.Parse<SizeClass>(v)),
        new("reach", ReadReach, s => $"{s.Profile.Reach}", (s, v) => s.Profile.Reach = v.Length == 0 ? null : Enum.Parse<Reach>(v)),
        new("capabilities", v => ReadList(v, "capability", FacetWords.Capabilities), s => string.Join(';', s.Profile.Capabilities), (s, v) => s.Profile.Capabilities = ListOf(v)),
        new("certificates", v => ReadList(v, "certificate", FacetWords.Certificates), s => string.Join(';', s.Profile.Certificates), (s, v) => s.Profile.Certificates = ListOf(v)),
        new("offers", Text(TextLimit), s => s.Profile.Offers ?? "", (s, v) => s.Profile.Offers = OrNull(v)),
        new("seeks", Text(TextLimit), s => s.Profile.Seeks ?? "", (s, v) => s.Profile.Seeks = OrNull(v)),
        new("available-until", ReadDay, s => DayOf(s.Profile.AvailableUntil), (s, v) => s.Profile.AvailableUntil = Day(v)),
        new("privacy-on", ReadDay, s => DayOf(s.Firm.PrivacyNoticeOn), WritePrivacy),
        Consent("allows-contact", ConsentPurpose.Contact),
        Consent("allows-anonymous", ConsentPurpose.ShowAnonymously),
        Consent("allows-name", ConsentPurpose.NameAfterConsent),
    ];

    /// <summary>The country goes first: what a number means depends on it.</summary>
    internal static readonly IReadOnlyList<RegisterField> InOrderOfWriting = [.. All.OrderByDescending(f => f.Name == "country")];

    internal static readonly IReadOnlyDictionary<string, RegisterField> ByName = All.ToDictionary(f => f.Name, StringComparer.Ordinal);

    /// <summary>Words of the fields, in order.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. All.Select(f => f.Name)];

    internal static Dictionary<string, string> Read(FirmState state) => All.ToDictionary(f => f.Name, f => f.Read(state), StringComparer.Ordinal);

    private static RegisterField Consent(string name, ConsentPurpose purpose) => new(
        name,
        ReadAllowance,
        s => s.Firm.Consents.LastOrDefault(c => c.Purpose == purpose && c.CoversDay(s.Today)) is { } c ? c.Until is { } until ? DayOf(until) : Yes : "",
        (s, v) => WriteConsent(s, purpose, v));

    private static void WriteConsent(FirmState state, ConsentPurpose purpose, string value)
    {
        var until = Day(value);
        var given = state.Firm.Consents.Where(c => c.Purpose == purpose && c.CoversDay(state.Today)).ToList();
        if (value.Length > 0 && given.Count == 1 && given[0].Until == until)
        {
            return;
        }

        given.ForEach(c => c.Withdraw(state.Today));
        if (value.Length > 0)
        {
            state.Firm.Give(new Consent(Ids.New(state.Clock), purpose, state.Today, until, state.How));
        }
    }

    private static void WriteEuVat(FirmState state, string value)
    {
        state.Profile.EuVat = OrNull(value);
        if (value.Length > 0 && state.Firm.Country != "IT")
        {
            state.Firm.TaxCode = value;
        }
    }

    private static void WritePrivacy(FirmState state, string value)
    {
        state.Firm.PrivacyNoticeOn = Day(value);
        state.Firm.PrivacyNoticeHow = value.Length == 0 ? null : state.Firm.PrivacyNoticeHow ?? state.How;
    }

    private static string ReadRea(FirmState state) =>
        state.Firm is { ReaProvince: { } sigla, ReaNumber: { } number } ? $"{sigla}-{number}" : "";

    private static void WriteRea(FirmState state, string value)
    {
        if (value.Length == 0)
        {
            state.Firm.ReaNumber = null;
            return;
        }

        var rea = ReaNumber.Parse(value);
        (state.Firm.ReaProvince, state.Firm.ReaNumber) = (rea.Sigla, rea.Number);
    }

    private static string ActivityOf(FirmState state, ActivityClassification edition) =>
        state.Profile.ActivityCode is { } code && code.Classification == edition ? code.Code : "";

    private static void WriteActivity(FirmState state, ActivityClassification edition, string value)
    {
        if (value.Length > 0)
        {
            state.Profile.Activity = ActivityCode.TryParse(edition, value, out var code, out _) ? code.Value : null;
        }
        else if (state.Profile.ActivityCode?.Classification == edition)
        {
            state.Profile.Activity = null;
        }
    }

    private static string? OrNull(string value) => value.Length == 0 ? null : value;

    private static string[] ListOf(string value) => value.Length == 0 ? [] : value.Split(';');
}
