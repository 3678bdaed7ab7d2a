namespace Networks.Data.Firms;

/// <summary>What a firm allows.</summary>
public enum ConsentPurpose
{
    /// <summary>Being contacted for networks.</summary>
    Contact,

    /// <summary>Being shown as an anonymous card to other desks.</summary>
    ShowAnonymously,

    /// <summary>Being named to another desk after its own yes.</summary>
    NameAfterConsent,

    /// <summary>Its state in a case being visible to the other participants.</summary>
    ShowState,
}

/// <summary>A permission for one purpose and until a day; withdrawn, never deleted.</summary>
public sealed class Consent
{
    private Consent()
    {
    }

    public Consent(Guid id, ConsentPurpose purpose, DateOnly givenOn, DateOnly? until, string how)
    {
        Id = id;
        Purpose = purpose;
        GivenOn = givenOn;
        Until = until;
        How = how;
    }

    public Guid Id { get; private set; }

    public ConsentPurpose Purpose { get; private set; }

    public DateOnly GivenOn { get; private set; }

    /// <summary>Last day, inclusive; null means until withdrawn.</summary>
    public DateOnly? Until { get; private set; }

    /// <summary>How it was given: "telefono", "modulo", "mail"…</summary>
    public string How { get; private set; } = "";

    public DateOnly? WithdrawnOn { get; private set; }

    public bool CoversDay(DateOnly day) =>
        GivenOn <= day && (Until is null || Until >= day) && (WithdrawnOn is null || WithdrawnOn > day);

    public void Withdraw(DateOnly on) => WithdrawnOn ??= on;
}
