using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace Networks.Data.Firms;

/// <summary>A region of the European statistics at level 3, such as <c>ITC43</c> for Lecco. Source S39.</summary>
public readonly partial record struct Nuts3 : IIdentifier<Nuts3>
{
    private readonly string? _value;

    private Nuts3(string value) => _value = value;

    public string Value => _value ?? "";

    public string Country => Value.Length < 2 ? "" : Value[..2];

    public static bool TryParse(string? raw, out Nuts3 value, [NotNullWhen(false)] out IdentifierFault? fault)
    {
        var typed = TypedText.Squeeze(raw);
        fault = typed.Length == 0 ? IdentifierFault.Of("nuts", FaultCause.Empty)
            : !Shape().IsMatch(typed) || (typed.StartsWith("IT", StringComparison.Ordinal) && !"CFGHI".Contains(typed[2], StringComparison.Ordinal)) ? IdentifierFault.Of("nuts", FaultCause.WrongShape)
            : null;
        value = fault is null ? new(typed) : default;
        return fault is null;
    }

    public static Nuts3 Parse(string value) =>
        TryParse(value, out var parsed, out var fault) ? parsed : throw new FormatException(fault.Code);

    public override string ToString() => Value;

    [GeneratedRegex(@"^[A-Z]{2}[0-9A-Z]{3}\z")]
    private static partial Regex Shape();
}
