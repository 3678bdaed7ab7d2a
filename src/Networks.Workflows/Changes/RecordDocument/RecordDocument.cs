using Networks.Data;
using Networks.Workflows.Access;
using Networks.Workflows.Common;

namespace Networks.Workflows.Changes.RecordDocument;

/// <summary>
/// The document of a change is there: the notice of a firm that leaves, the declaration or deed of one that joins, the
/// deed of all. What is in it the officer has read, not the service.
/// </summary>
/// <remarks>Refused: a day to come or before the contract's deed; a file that is no PDF, .p7m or mail; half of a notary's data.</remarks>
/// <param name="On">Legal day of the document; for a notice, on which it was written.</param>
/// <param name="Notary">Null for a private document, with the repertorio.</param>
/// <param name="SameText">The officer confirms that its text is the one that was decided on.</param>
[Access(Right.SigningDecide)]
public sealed record RecordDocument(
    Guid OperationId, CaseId CaseId, Guid Change, DateOnly? On, string? Notary, string? Repertorio, DocumentUpload? File, bool SameText)
    : ICommand<Done>, ICaseRequest, IChecked
{
    public const int MaxBytes = 50 * 1024 * 1024;

    private const int _longestReason = 4000;

    /// <summary>Why an officer takes a file whose signatures could not be told or are not all there; null where none is needed.</summary>
    public string? Reason { get; init; }

    private const int _longestNotary = 200;
    private const int _longestRepertorio = 30;

    public IEnumerable<Refusal> Faults()
    {
        if (On is null)
        {
            yield return ChangeRefusals.DayMissing("on");
        }

        if (File is null)
        {
            yield return ChangeRefusals.FileMissing;
        }

        if (Notary is null != Repertorio is null)
        {
            yield return ChangeRefusals.NotaryIncomplete;
        }

        if (Notary?.Length > _longestNotary)
        {
            yield return ChangeRefusals.TooLong("notary", _longestNotary);
        }

        if (Repertorio?.Length > _longestRepertorio)
        {
            yield return ChangeRefusals.TooLong("repertorio", _longestRepertorio);
        }

        if (Reason?.Length > _longestReason)
        {
            yield return ChangeRefusals.TooLong("accept-reason", _longestReason);
        }

        if (!SameText)
        {
            yield return ChangeRefusals.TextUnconfirmed;
        }
    }
}

/// <param name="Name">As the uploader called it.</param>
public sealed record DocumentUpload(string Name, StoredBytes Bytes);
