namespace Networks.Workflows.Common;

/// <summary>What kind of "no" an answer is; the kind alone decides the HTTP status.</summary>
public enum RefusalKind
{
    /// <summary>Foreign and not existing answer the same: 404.</summary>
    NotFound,

    /// <summary>Reading is allowed and this act is not: 403.</summary>
    NotAllowed,

    /// <summary>The state moved on, or somebody else was first: 409.</summary>
    Conflict,

    /// <summary>The input cannot be accepted as it stands: 422.</summary>
    Invalid,

    /// <summary>What was read before acting is no longer so: 412. Only where the sender asked for this check.</summary>
    Outdated,

    /// <summary>Asked too often: 429.</summary>
    TooMany,

    /// <summary>The input is larger than the stated limit: 413.</summary>
    TooLarge,

    /// <summary>Something outside does not answer now; trying later is right: 503.</summary>
    Unavailable,

    /// <summary>There is no room to store the act; nothing was stored: 507.</summary>
    NoRoom,
}

/// <summary>An expected "no" that the user can be told: a stable code, its values, and the field it is about.</summary>
/// <param name="Code">Stored word, <c>area.words-with-dashes</c>; also the key of its sentence in <c>Texts/</c>.</param>
/// <param name="Values">Values for the sentence, in the order of its placeholders.</param>
public sealed record Refusal(RefusalKind Kind, string Code, params object[] Values)
{
    /// <summary>Name of the form field that the refusal is about; null when it is about the whole act.</summary>
    public string? Field { get; init; }

    /// <summary>Further refusals of the same input, so that all mistakes are told at once. Never null.</summary>
    public IReadOnlyList<Refusal> Others { get; init; } = [];

    /// <summary>This refusal and the others, in the order of the form.</summary>
    public IEnumerable<Refusal> All => [this, .. Others];

    /// <summary>The first with the others behind it, so that all mistakes are told at once; null when there is none.</summary>
    public static Refusal? Together(IEnumerable<Refusal?> refusals) =>
        refusals.OfType<Refusal>().ToList() is [var first, .. var others] ? first with { Others = others } : null;

    /// <summary>The sentence with cause and cure, in the current UI language.</summary>
    public string Text => Words.Say(Code, Values);
}
