using Networks.Data;
using Networks.Workflows.Access;
using Networks.Workflows.Common;

namespace Networks.Workflows.Signing.RecordDeed;

/// <summary>
/// The deed was made before a notary or another public official: its day, its numbers, the file, and the officer's word
/// that its text is the approved one.
/// </summary>
/// <remarks>
/// Refused: a day to come or before the final approval, no deed awaited, a file that is neither PDF nor .p7m.
/// Law: D.L. 5/2009 art. 3 co. 4-ter; D.Lgs. 82/2005 art. 25; L. 89/1913 art. 62 (repertorio).
/// </remarks>
/// <param name="Collection">Raccolta number; null when there is none.</param>
/// <param name="File">Null when nothing was chosen.</param>
[Access(Right.SigningDecide)]
public sealed record RecordDeed(
    Guid OperationId, CaseId CaseId, DateOnly? Date, string? Notary, string? Repertorio, string? Collection, DeedUpload? File, bool TextIsApproved)
    : ICommand<Done>, IUndoable, IChecked
{
    /// <summary>The most that the file may weigh.</summary>
    public const int MaxBytes = 50 * 1024 * 1024;

    private const int _longestName = 200;
    private const int _longestNumber = 30;

    public IEnumerable<Refusal> Faults()
    {
        if (Date is null)
        {
            yield return SigningRefusals.DateMissing;
        }

        if (Notary is null)
        {
            yield return SigningRefusals.NotaryMissing;
        }

        if (Repertorio is null)
        {
            yield return SigningRefusals.RepertorioMissing;
        }

        if (Notary?.Length > _longestName)
        {
            yield return SigningRefusals.TooLong("notary", _longestName);
        }

        if (Repertorio?.Length > _longestNumber)
        {
            yield return SigningRefusals.TooLong("repertorio", _longestNumber);
        }

        if (Collection?.Length > _longestNumber)
        {
            yield return SigningRefusals.TooLong("collection", _longestNumber);
        }

        if (File is null)
        {
            yield return SigningRefusals.DeedFileMissing;
        }

        if (!TextIsApproved)
        {
            yield return SigningRefusals.TextNotConfirmed;
        }
    }
}

/// <param name="Name">As the uploader called it.</param>
public sealed record DeedUpload(string Name, StoredBytes Bytes);
