using Networks.Data;

namespace Networks.Workflows.Casework;

/// <summary>The groups of "Oggi", in their order.</summary>
public enum TaskGroup
{
    /// <summary>Terms set by law or by a call.</summary>
    ByLaw,

    /// <summary>The desk's own turn.</summary>
    Mine,

    /// <summary>Somebody answered and the desk goes on from there.</summary>
    Answers,

    /// <summary>Somebody else is silent for longer than is usual.</summary>
    Silent,

    /// <summary>A mail that could not be delivered.</summary>
    Mail,

    /// <summary>Filings at a chamber.</summary>
    Registrations,

    /// <summary>Others have the turn, within their time: folded.</summary>
    Waiting,
}

/// <summary>One line of a worklist: a network, what it needs, why, by when, and where the act is done.</summary>
/// <param name="Id">Stable, for coming back to the row.</param>
/// <param name="Task">The word that tells where the button leads.</param>
/// <param name="Subject">Participant, filing, duty or next step that it is about; empty for the case.</param>
/// <param name="Participant">The firm that a note about it would be about; null for none.</param>
/// <param name="DaysLeft">Working days to the due day, negative when it has passed; null without a due day.</param>
/// <param name="Decisive">The case waits for nothing else on its way to effect.</param>
/// <param name="Since">When it opened.</param>
public sealed record TaskRow(
    string Id,
    TaskGroup Group,
    CaseId CaseId,
    string Network,
    string Task,
    Guid Subject,
    Guid? Participant,
    TaskSentence Sentence,
    DateOnly? DueOn,
    int? DaysLeft,
    bool Decisive,
    DateTimeOffset Since)
{
    /// <summary>The one task that the line is about; null for a line about several, and for a next step.</summary>
    public Guid? Item { get; init; }

    /// <summary>Name of the colleague who has it in hand; null when anybody of the desk does it.</summary>
    public string? InHand { get; init; }

    /// <summary>That colleague: two people of a desk may have one name.</summary>
    public OfficerId? InHandOf { get; init; }
}
