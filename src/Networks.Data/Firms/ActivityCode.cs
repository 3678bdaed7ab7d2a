using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace Networks.Data.Firms;

/// <summary>The edition that an activity code belongs to; codes of two editions compare at division level only.</summary>
public enum ActivityClassification
{
    /// <summary>Refines NACE Rev. 2; in use until March 2025.</summary>
    Ateco2007,

    /// <summary>Refines NACE Rev. 2.1; in force from 1 January 2025, used from 1 April 2025.</summary>
    Ateco2025,
}

/// <summary>An activity code (ATECO) with its edition: division <c>28</c> to sub-category <c>28.29.91</c>.</summary>
/// <remarks>The shape is checked, not whether the edition holds the code. Sources S28, S30.</remarks>
public readonly partial record struct ActivityCode : IIdentifier<ActivityCode>
{
    private readonly string? _code;

    private ActivityCode(ActivityClassification classification, string code)
    {
        Classification = classification;
        _code = code;
    }

    public ActivityClassification Classification { get; }

    /// <summary>With dots, as in <c>28.29.9</c>.</summary>
    public string Code => _code ?? "";

    /// <summary>Edition and code, as stored: <c>Ateco2025:28.29.9</c>.</summary>
    public string Value => _code is null ? "" : $"{Classification}:{_code}";

    public string Division => Code.Length < 2 ? "" : Code[..2];

    /// <summary>The European class, as in <c>28.29</c>; null for a shorter code.</summary>
    public string? NaceClass => Code.Length >= 5 ? Code[..5] : null;

    /// <param name="raw">With dots, or without as in the register's lists (<c>28299</c>).</param>
    public static bool TryParse(
        ActivityClassification classification,
        string? raw,
        out ActivityCode value,
        [NotNullWhen(false)] out IdentifierFault? fault)
    {
        var typed = (raw ?? "").Trim();
        var digits = TypedText.Squeeze(raw);
        FaultCause? cause =
            digits.Length == 0 ? FaultCause.Empty
            : digits.Length is < 2 or > 6 ? FaultCause.WrongLength
            : typed.Contains('.', StringComparison.Ordinal) && !Dotted().IsMatch(typed) ? FaultCause.WrongShape
            : !TypedText.AllDigits(digits) || digits.StartsWith("00", StringComparison.Ordinal) ? FaultCause.WrongShape
            : null;
        fault = cause is { } wrong ? IdentifierFault.Of("activity-code", wrong, digits.Length) : null;
        value = fault is null ? new(classification, WithDots(digits)) : default;
        return fault is null;
    }

    public static ActivityCode Parse(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        var colon = value.IndexOf(':', StringComparison.Ordinal);
        return colon > 0
            && Enum.TryParse<ActivityClassification>(value[..colon], out var classification)
            && TryParse(classification, value[(colon + 1)..], out var parsed, out _)
                ? parsed
                : throw new FormatException($"Not a stored activity code: {value}");
    }

    public override string ToString() => Code;

    private static string WithDots(string digits) => digits.Length switch
    {
        2 => digits,
        <= 4 => $"{digits[..2]}.{digits[2..]}",
        _ => $"{digits[..2]}.{digits[2..4]}.{digits[4..]}",
    };

    [GeneratedRegex(@"^[0-9]{2}(\.[0-9]|\.[0-9]{2}(\.[0-9]{1,2})?)?\z")]
    private static partial Regex Dotted();
}
