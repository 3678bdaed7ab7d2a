using Networks.Data;
using Networks.Data.Firms;
using Networks.Workflows.Common;
using Networks.Workflows.Rules;

namespace Networks.Workflows.Intake;

/// <summary>What is known about an entry of the field that takes several firms.</summary>
public enum EntryState
{
    /// <summary>Followed by the desk that asks: its data are on file.</summary>
    KnownHere,

    /// <summary>Followed by another desk, which will be asked.</summary>
    HeldElsewhere,

    /// <summary>On nobody's file yet.</summary>
    New,

    /// <summary>A name that is not on the desk's file and has no number.</summary>
    NameOnly,

    /// <summary>A name that fits several firms of the desk.</summary>
    Ambiguous,

    /// <summary>The same firm stands further up.</summary>
    Twice,

    /// <summary>Takes part in the case already, or was asked to.</summary>
    InCase,

    /// <summary>The number cannot be right.</summary>
    Wrong,
}

/// <summary>An entry, what is known about it, and why it cannot be taken, if so.</summary>
internal sealed record FirmMatch(TypedFirm Entry, EntryState State, FirmFacts Facts)
{
    /// <summary>The firm on file; null when there is none.</summary>
    public Firm? Firm { get; init; }

    public Refusal? Refusal { get; init; }

    public IReadOnlyList<RuleFinding> Findings { get; init; } = [];

    /// <summary>The firm's name where the asking desk may read it, else what it typed.</summary>
    public string Shown => State is EntryState.KnownHere && Firm is { } firm ? firm.Name : Facts.Name ?? Entry.Name ?? Entry.TaxCode ?? Entry.Typed;

    public RegisterStatus Register => State == EntryState.KnownHere ? Firm!.RegisterStatus : Facts.Register ?? RegisterStatus.ToVerify;

    public bool IsOwn(AssociationId desk) => Firm is null || Firm.HeldBy == desk;
}
