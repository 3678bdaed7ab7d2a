using Networks.Data.Firms;
using Networks.Data.Reference;
using Networks.Workflows.Common;

namespace Networks.Workflows.Intake.EditFirm;

/// <summary>What cannot be right in a form of firm data, all at once, each at its field.</summary>
internal static class FirmFaults
{
    private const int name = 400;
    private const int identifier = 32;

    public static IEnumerable<Refusal> Of(IReadOnlyDictionary<string, string> values)
    {
        string At(string field) => values.GetValueOrDefault(field, "");
        var italian = At("country") is "" or "IT";
        if (values.ContainsKey("name") && At("name").Length == 0)
        {
            yield return Fault("name", "intake.firm-name-missing");
        }

        foreach (var refusal in Numbers(values, italian).Concat(Mailboxes(values)).Concat(Seat(values, italian)).Concat(Person(values)).Concat(Choices(values)).Concat(Days(values)))
        {
            yield return refusal;
        }

        foreach (var (field, value) in values.Where(v => v.Value.Length > (v.Key is "phone" ? identifier : name)))
        {
            yield return IntakeRefusals.TooLong(field, field is "phone" ? identifier : name);
        }
    }

    private static IEnumerable<Refusal> Numbers(IReadOnlyDictionary<string, string> values, bool italian)
    {
        if (values.TryGetValue("tax-code", out var code) && (italian || code.Length == 0) && !TaxCode.TryParse(code, out _, out var fault))
        {
            yield return Fault("tax-code", fault);
        }

        if (values.TryGetValue("vat-number", out var vat) && vat.Length > 0 && !VatNumber.TryParse(vat, out _, out var wrong))
        {
            yield return Fault("vat-number", wrong);
        }

        if (values.TryGetValue("rea", out var rea) && rea.Length > 0 && !ReaNumber.TryParse(rea, out _, out var bad))
        {
            yield return Fault("rea", bad);
        }
    }

    private static IEnumerable<Refusal> Mailboxes(IReadOnlyDictionary<string, string> values)
    {
        if (values.TryGetValue("certified-email", out var pec) && pec.Length > 0 && !CertifiedEmail.TryParse(pec, out _, out var fault))
        {
            yield return Fault("certified-email", fault);
        }

        if (values.TryGetValue("email", out var email) && email.Length > 0 && !EmailAddress.TryParse(email, out _, out var wrong))
        {
            yield return Fault("email", wrong);
        }
    }

    // The standard model wants the house number, or the letters SNC where there is none.
    private static IEnumerable<Refusal> Seat(IReadOnlyDictionary<string, string> values, bool italian)
    {
        string At(string field) => values.GetValueOrDefault(field, "");
        if (FirmFields.Seat.All(field => At(field).Length == 0))
        {
            yield break;
        }

        foreach (var field in FirmFields.Seat.Where(f => At(f).Length == 0 && (italian || f != "seat-province")))
        {
            yield return Fault(field, $"intake.{field}-missing");
        }

        if (italian && At("seat-postal-code") is { Length: > 0 } code && !(code.Length == 5 && code.All(char.IsAsciiDigit)))
        {
            yield return Fault("seat-postal-code", "intake.seat-postal-code-wrong");
        }

        if (italian && At("seat-province") is { Length: > 0 } sigla && !Provinces.All.Any(p => p.Sigla == sigla))
        {
            yield return new Refusal(RefusalKind.Invalid, "identifiers.rea-unknown-province", sigla) { Field = "seat-province" };
        }
    }

    private static IEnumerable<Refusal> Person(IReadOnlyDictionary<string, string> values)
    {
        string At(string field) => values.GetValueOrDefault(field, "");
        if (At("representative-name").Length == 0 && (At("representative-tax-code").Length > 0 || At("representative-office").Length > 0))
        {
            yield return Fault("representative-name", "intake.representative-name-missing");
        }

        if (At("representative-tax-code") is { Length: > 0 } code)
        {
            if (!TaxCode.TryParse(code, out var read, out var fault))
            {
                yield return Fault("representative-tax-code", fault);
            }
            else if (!read.IsPerson)
            {
                yield return Fault("representative-tax-code", "intake.representative-not-a-person");
            }
        }
    }

    // Only a hand-made post sends a word that the form does not offer.
    private static IEnumerable<Refusal> Choices(IReadOnlyDictionary<string, string> values)
    {
        if (values.TryGetValue("legal-form", out var form) && !Enum.TryParse<LegalForm>(form, out _))
        {
            yield return Fault("legal-form", "intake.choose-one");
        }

        if (values.TryGetValue("register", out var register) && !Enum.TryParse<RegisterStatus>(register, out _))
        {
            yield return Fault("register", "intake.choose-one");
        }

        if (values.TryGetValue("language", out var language) && language is not ("it" or "en" or "fr"))
        {
            yield return Fault("language", "intake.choose-one");
        }

        if (values.TryGetValue("country", out var country) && !(country.Length == 2 && country.All(char.IsAsciiLetterUpper)))
        {
            yield return Fault("country", "intake.country-wrong");
        }
    }

    private static IEnumerable<Refusal> Days(IReadOnlyDictionary<string, string> values) =>
        from field in new[] { "register-checked-on", "representative-from", "privacy-on" }
        where values.GetValueOrDefault(field, "") is { Length: > 0 } typed && FirmFields.Day(typed) is null
        select Fault(field, "intake.not-a-day");

    private static Refusal Fault(string field, string code) => new(RefusalKind.Invalid, code) { Field = field };

    private static Refusal Fault(string field, IdentifierFault fault) => new(RefusalKind.Invalid, fault.Code, fault.Values) { Field = field };
}
