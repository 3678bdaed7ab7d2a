using Networks.Data;
using Networks.Workflows.Access;
using Networks.Workflows.Common;

namespace Networks.Workflows.Incubation.Opportunities;

/// <summary>Notes a call or another source of money for a network that runs. Refused: a last day that has passed.</summary>
/// <param name="Deadline">Last day for applying, inclusive; null while open.</param>
/// <param name="Note">Where it stands and what it asks for; null when nothing was said.</param>
[Access(Right.CaseManage)]
public sealed record NoteOpportunity(CaseId CaseId, string? Title, DateOnly? Deadline, string? Note) : ICommand<Guid>, ICaseRequest, IChecked
{
    private const int _longestTitle = 200;
    private const int _longestNote = 2000;

    public Guid OperationId { get; init; }

    public IEnumerable<Refusal> Faults()
    {
        if (string.IsNullOrWhiteSpace(Title))
        {
            yield return IncubationRefusals.TitleMissing;
        }

        if (Title?.Length > _longestTitle)
        {
            yield return IncubationRefusals.TooLong(_longestTitle, "title");
        }

        if (Note?.Length > _longestNote)
        {
            yield return IncubationRefusals.TooLong(_longestNote, "note");
        }
    }
}

/// <summary>What came of a noted opportunity: applied for, won, let go of. Refused: settled already.</summary>
[Access(Right.CaseManage)]
public sealed record SettleOpportunity(CaseId CaseId, Guid Opportunity, string? Outcome) : ICommand<Done>, ICaseRequest, IChecked
{
    private const int _longest = 2000;

    public Guid OperationId { get; init; }

    public IEnumerable<Refusal> Faults()
    {
        if (string.IsNullOrWhiteSpace(Outcome))
        {
            yield return IncubationRefusals.NoteMissing with { Field = "outcome" };
        }

        if (Outcome?.Length > _longest)
        {
            yield return IncubationRefusals.TooLong(_longest, "outcome");
        }
    }
}
