using Networks.Data.Firms;
using Networks.Workflows.Common;

namespace Networks.Workflows.Discovery.Register;

/// <summary>A firm with its profile, and what is needed to write a field of them.</summary>
/// <param name="How">How consents were heard: a stored word of the privacy notice.</param>
internal sealed record FirmState(Firm Firm, FirmProfile Profile, DateOnly Today, string How, TimeProvider Clock);

/// <summary>A typed value as it is stored, or why it cannot be.</summary>
internal readonly record struct FieldReading(string Value, Refusal? Fault)
{
    public static implicit operator FieldReading(string value) => new FieldReading(value, null);

    public static FieldReading Of(string value, IdentifierFault? fault) =>
        fault is null ? new FieldReading(value, null) : new FieldReading(value, new Refusal(RefusalKind.Invalid, fault.Code, fault.Values));

    public static FieldReading No(Refusal fault) => new FieldReading("", fault);
}

/// <summary>A field of the register: the same in the form, in an import's column and in what an import writes back.</summary>
/// <param name="Name">Word of the form's field and of the column.</param>
/// <param name="Normal">From what somebody typed, never empty, to what is stored.</param>
internal sealed record RegisterField(string Name, Func<string, FieldReading> Normal, Func<FirmState, string> Read, Action<FirmState, string> Write);
