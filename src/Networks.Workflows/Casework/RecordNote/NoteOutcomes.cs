using Networks.Workflows.Common;

namespace Networks.Workflows.Casework.RecordNote;

/// <summary>How a call or meeting can end, and what usually follows.</summary>
/// <param name="Word">Stored word.</param>
/// <param name="NextInDays">Working days until the next step; null when nothing follows.</param>
public sealed record NoteOutcome(string Word, int? NextInDays)
{
    public string Label => Words.Say($"casework.outcome-{Word}");

    /// <summary>The day that it proposes; null when nothing follows.</summary>
    public DateOnly? NextOn(DateOnly today) => NextInDays is { } days ? BusinessCalendar.AddWorkingDays(today, days) : null;

    /// <summary>What is to be done then.</summary>
    /// <param name="firm">Name of the firm; empty when the note is about the case.</param>
    public string NextText(string firm) => Words.Say(firm.Length == 0 ? $"casework.next-{Word}-case" : $"casework.next-{Word}", firm);
}

public static class NoteOutcomes
{
    /// <summary>Characters of a note: two pages.</summary>
    public const int TextLimit = 4000;

    /// <summary>Characters of a next step: one line.</summary>
    public const int NextTextLimit = 300;

    /// <summary>In the order of the chips: the most frequent first.</summary>
    public static readonly IReadOnlyList<NoteOutcome> All =
    [
        new("no-answer", 1),
        new("call-back", 2),
        new("will-answer", 3),
        new("agrees", null),
        new("has-doubts", 2),
        new("sends-documents", 5),
        new("not-interested", null),
        new("other", null),
    ];

    public static NoteOutcome? Find(string? word) => All.FirstOrDefault(o => o.Word == word);
}
