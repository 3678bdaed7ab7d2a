using System.Diagnostics.CodeAnalysis;

namespace Networks.Data.Firms;

/// <summary>Sex as a tax code states it.</summary>
public enum Sex
{
    Male,
    Female,
}

/// <summary>
/// An Italian tax code (codice fiscale): sixteen characters for a natural person, with or without the letters that tell
/// namesakes apart (omocodia), or eleven digits for a body.
/// </summary>
/// <remarks>
/// The letters of name and surname are not compared with anything: they are a hint at most. The code of a sole
/// proprietor is a person's, hence personal data. Sources S27, S28.
/// </remarks>
public readonly record struct TaxCode : IIdentifier<TaxCode>
{
    private readonly string? _value;

    private TaxCode(string value) => _value = value;

    public string Value => _value ?? "";

    public bool IsPerson => Value.Length == PersonalTaxCode.Length;

    /// <summary>An eleven-digit code whose issuing office is none of the known ones: a warning, not a refusal.</summary>
    public bool HasOddOffice => Value.Length == ItalianNumber.Length && ItalianNumber.HasOddOffice(Value);

    /// <summary>How many digits were replaced by letters to tell namesakes apart, 0 to 7; 0 for a body.</summary>
    public int OmocodiaLevel => IsPerson ? PersonalTaxCode.ReplacedDigits(Value) : 0;

    /// <summary>Null for a body.</summary>
    public Sex? Sex => !IsPerson ? null : PersonalTaxCode.IsFemale(Value) ? Firms.Sex.Female : Firms.Sex.Male;

    /// <summary>Cadastral code of the place of birth, letter and three digits; Z means born abroad. Null for a body.</summary>
    public string? PlaceCode => IsPerson ? PersonalTaxCode.PlaceOf(Value) : null;

    /// <param name="raw">As typed: spaces, dots and dashes are taken away, letters become capitals.</param>
    public static bool TryParse(string? raw, out TaxCode value, [NotNullWhen(false)] out IdentifierFault? fault)
    {
        var typed = TypedText.Squeeze(raw);
        FaultCause? cause = typed.Length switch
        {
            0 => FaultCause.Empty,
            PersonalTaxCode.Length => PersonalTaxCode.FaultOf(typed),
            _ => ItalianNumber.FaultOf(typed),
        };
        fault = cause is { } wrong ? IdentifierFault.Of("tax-code", wrong, typed.Length) : null;
        value = fault is null ? new(typed) : default;
        return fault is null;
    }

    public static TaxCode Parse(string value) =>
        TryParse(value, out var parsed, out var fault) ? parsed : throw new FormatException(fault.Code);

    /// <summary>The person's code that begins with the given fifteen characters.</summary>
    public static TaxCode Complete(string first15) => Parse(first15 + PersonalTaxCode.CheckLetter(first15));

    /// <summary>
    /// The day of birth. The code has two digits of the year, so the latest year is taken that makes the person at
    /// least eighteen on the given day; an officer may know better.
    /// </summary>
    /// <param name="onDay">Usually the day of signing.</param>
    /// <returns>Null for a body.</returns>
    public DateOnly? BirthDate(DateOnly onDay) => IsPerson ? PersonalTaxCode.BirthDate(Value, onDay) : null;

    public override string ToString() => Value;
}
