namespace Networks.Data.Firms;

/// <summary>Why a typed identifier cannot be accepted.</summary>
public enum FaultCause
{
    Empty,
    WrongLength,
    WrongShape,

    /// <summary>The shape is right and the check digit, letter or key is not: nearly always a slip of the keyboard.</summary>
    WrongCheck,

    /// <summary>The number satisfies its check but belongs to a range that is never assigned.</summary>
    NotAssigned,

    /// <summary>The day of birth inside a tax code exists in no year.</summary>
    NoSuchDay,

    /// <summary>The two letters are the sigla of no Italian province.</summary>
    UnknownProvince,
}

/// <summary>Cause and sentence of a refused identifier.</summary>
/// <param name="Code">Key of the sentence, such as <c>identifiers.vat-wrong-check</c>; a stored word.</param>
/// <param name="Values">Values of the sentence, in the order of its placeholders.</param>
public sealed record IdentifierFault(FaultCause Cause, string Code, params object[] Values)
{
    internal static IdentifierFault Of(string identifier, FaultCause cause, params object[] values) =>
        new(cause, $"identifiers.{identifier}-{Word(cause)}", values);

    private static string Word(FaultCause cause) => cause switch
    {
        FaultCause.Empty => "empty",
        FaultCause.WrongLength => "wrong-length",
        FaultCause.WrongShape => "wrong-shape",
        FaultCause.WrongCheck => "wrong-check",
        FaultCause.NotAssigned => "not-assigned",
        FaultCause.NoSuchDay => "no-such-day",
        FaultCause.UnknownProvince => "unknown-province",
    };
}
