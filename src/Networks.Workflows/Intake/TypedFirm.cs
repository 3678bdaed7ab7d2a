using Networks.Data.Firms;
using Networks.Workflows.Common;

namespace Networks.Workflows.Intake;

/// <summary>One firm as it was typed into the field that takes several: a number, a name, or a name with its number.</summary>
/// <param name="Typed">As typed, with single blanks.</param>
/// <param name="Key">Letters and digits of it in capitals: names the fields of a form that are about this firm.</param>
public sealed record TypedFirm(string Typed, string Key)
{
    /// <summary>Null when only a number was typed.</summary>
    public string? Name { get; init; }

    /// <summary>Normalised; for a number of eleven digits the same as <see cref="VatNumber"/>. Null when only a name was typed.</summary>
    public string? TaxCode { get; init; }

    /// <summary>Italian VAT number; null for a person's tax code and for foreign numbers.</summary>
    public string? VatNumber { get; init; }

    /// <summary>ISO 3166-1 alpha-2, read from the number's prefix; Italy where there is none.</summary>
    public string Country { get; init; } = "IT";

    /// <summary>Why the number cannot be right; null when it can, or when there is none.</summary>
    public IdentifierFault? Fault { get; init; }

    public bool HasNumber => TaxCode is not null || Fault is not null;

    /// <summary>The same firm with the number that was typed for it in a field of its own.</summary>
    public TypedFirm WithNumber(string number) => TypedFirms.WithNumber(this, number);

    internal Refusal? Refused() =>
        Fault is null ? null : new(RefusalKind.Invalid, "intake.firm-number-wrong", Typed, Words.Say(Fault.Code, Fault.Values)) { Field = "firms" };
}
