using System.Diagnostics.CodeAnalysis;

namespace Networks.Data.Firms;

/// <summary>A certified e-mail address (PEC), in lower case: the digital domicile of a firm.</summary>
/// <remarks>
/// No rule of the name tells a certified address from another; only the public index does. One firm alone holds it, so
/// the same address at two firms is worth a warning. Source S31.
/// </remarks>
public readonly record struct CertifiedEmail : IIdentifier<CertifiedEmail>
{
    private readonly string? _value;

    private CertifiedEmail(string value) => _value = value;

    public string Value => _value ?? "";

    public static bool TryParse(string? raw, out CertifiedEmail value, [NotNullWhen(false)] out IdentifierFault? fault)
    {
        var address = Mailbox.Normalise(raw);
        fault = Mailbox.FaultOf(address) is { } wrong ? IdentifierFault.Of("certified-email", wrong, address.Length) : null;
        value = fault is null ? new(address) : default;
        return fault is null;
    }

    public static CertifiedEmail Parse(string value) =>
        TryParse(value, out var parsed, out var fault) ? parsed : throw new FormatException(fault.Code);

    public override string ToString() => Value;
}
