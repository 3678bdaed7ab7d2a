using Networks.Data;
using Networks.Workflows.Access;
using Networks.Workflows.Common;

namespace Networks.Workflows.Intake.EditFirm;

/// <summary>
/// The desk that follows a firm corrects its data. Every change is a row of the case's history. Fields that somebody else
/// changed meanwhile stay as they are; where both changed the same field the act is refused, with the other's name and
/// value, and nothing is stored.
/// </summary>
/// <param name="Values">What the form holds now, by the names of <see cref="FirmFields"/>; an absent field stays as it was.</param>
/// <param name="Was">What the form was made from.</param>
[Access(Right.CaseActForFirm)]
public sealed record EditFirm(
    CaseId CaseId,
    ParticipantId Participant,
    IReadOnlyDictionary<string, string> Values,
    IReadOnlyDictionary<string, string> Was) : ICommand<EditedFirm>, ICaseRequest
{
    public Guid OperationId { get; init; }
}

/// <param name="Changes">How many facts changed; zero when all was as before.</param>
/// <param name="Warnings">Keys of sentences: stored all the same, but worth a look.</param>
public sealed record EditedFirm(int Changes, IReadOnlyList<string> Warnings);

/// <summary>
/// A firm's data in a case. Its own desk and the one that leads the case see everything; the others neither contacts nor
/// consents.
/// </summary>
[Access(Right.CaseRead)]
public sealed record ShowFirm(CaseId CaseId, ParticipantId Participant) : IQuery<FirmCard>, ICaseRequest;

/// <param name="Title">The firm's name, or its tax code to a desk that may not read the name yet.</param>
/// <param name="Mine">The viewer's desk follows the firm and may change its data.</param>
/// <param name="Values">By the names of <see cref="FirmFields"/>; what the viewer may not see is absent.</param>
/// <param name="CheckedBy">Who last looked the firm up in the register; null when nobody did in this case.</param>
/// <param name="Warnings">Keys of sentences about the data as they stand.</param>
/// <param name="Gaps">Keys of what is missing in the register's eyes; null unless the procedure waits for it and the viewer's desk acts.</param>
public sealed record FirmCard(
    string Network,
    string Title,
    string Desk,
    bool Mine,
    bool Takes,
    bool CanLeave,
    IReadOnlyDictionary<string, string> Values,
    string? CheckedBy,
    IReadOnlyList<string> Warnings,
    IReadOnlyList<string>? Gaps);
