using System.Diagnostics.CodeAnalysis;

namespace Networks.Data.Firms;

/// <summary>An ordinary e-mail address, in lower case.</summary>
/// <remarks>
/// The local part is compared without case too, as every mail service in use does.
/// </remarks>
public readonly record struct EmailAddress : IIdentifier<EmailAddress>
{
    private readonly string? _value;

    private EmailAddress(string value) => _value = value;

    public string Value => _value ?? "";

    public static bool TryParse(string? raw, out EmailAddress value, [NotNullWhen(false)] out IdentifierFault? fault)
    {
        var address = Mailbox.Normalise(raw);
        fault = Mailbox.FaultOf(address) is { } wrong ? IdentifierFault.Of("email", wrong, address.Length) : null;
        value = fault is null ? new(address) : default;
        return fault is null;
    }

    public static EmailAddress Parse(string value) =>
        TryParse(value, out var parsed, out var fault) ? parsed : throw new FormatException(fault.Code);

    public override string ToString() => Value;
}
