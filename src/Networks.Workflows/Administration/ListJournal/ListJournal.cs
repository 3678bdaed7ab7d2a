using Networks.Data;
using Networks.Workflows.Access;

namespace Networks.Workflows.Administration.ListJournal;

/// <summary>
/// Who did what and when, newest first: acts beside the cases, acts on cases without their content, sign-ins, refused
/// attempts, files that left, what the lead opened. Of one's own association; the lead association's people see all of
/// the programme.
/// </summary>
/// <param name="Kind">One of <see cref="JournalRows.Kinds"/>; null: all.</param>
/// <param name="Reference">Of a network; null: all, and what belongs to none.</param>
/// <param name="Before">Where the page begins, in ticks of UTC; null: with the newest.</param>
[Access(Right.JournalRead)]
public sealed record ListJournal(string? Kind, OfficerId? Person, DateOnly? From, DateOnly? Until, string? Reference, long? Before) : Common.IQuery<JournalPage>
{
    public const int PageSize = 100;
}

/// <param name="People">Whom the list can be narrowed to.</param>
/// <param name="Before">Where the next page begins; null: this is the last.</param>
public sealed record JournalPage(IReadOnlyList<JournalRow> Rows, long? Before, IReadOnlyList<JournalPerson> People, bool All);

public sealed record JournalPerson(OfficerId Id, string Name);

/// <param name="Kind">Stored word.</param>
/// <param name="Sentence">What happened, in the reader's language.</param>
/// <param name="Facts">What the act was about, as <c>name=value</c>; empty for nothing.</param>
public sealed record JournalRow(DateTimeOffset At, string Kind, string Sentence, string? Who, string? Association, string? Reference, string Facts);
