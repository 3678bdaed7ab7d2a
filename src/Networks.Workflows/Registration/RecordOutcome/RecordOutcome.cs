using Networks.Data;
using Networks.Workflows.Access;
using Networks.Workflows.Common;

namespace Networks.Workflows.Registration.RecordOutcome;

/// <summary>What the chamber said of a filing.</summary>
public enum FilingOutcome
{
    Entered,

    /// <summary>It wants a correction: the desk sends again.</summary>
    Suspended,

    /// <summary>It says no: the filing is prepared again.</summary>
    Rejected,
}

/// <summary>Why chambers suspend or reject, as far as one word tells it. Stored words.</summary>
public static class OutcomeReasons
{
    public const string Other = "other";

    /// <summary>In the order in which they are offered; each has its sentence <c>registration.reason-…</c>.</summary>
    public static IReadOnlyList<string> All { get; } =
        ["missing-attachment", "missing-power", "wrong-data", "wrong-form", "signature", "fees", Other];
}

/// <summary>
/// Records what the chamber said. Where the sending had not been recorded, it is recorded with the outcome, and then the
/// protocol number may stay open. A correction of a recorded entry is a dated correction, not this.
/// </summary>
/// <remarks>
/// Refused: a day before the deed, before the sending or to come; a filing of a firm that is no original signatory; a
/// protocol number of another filing. Law: D.L. 5/2009 art. 3 co. 4-quater.
/// </remarks>
/// <param name="Outcome">Null when none was chosen.</param>
/// <param name="On">Legal day of the entry, suspension or rejection.</param>
/// <param name="Reason">One of <see cref="OutcomeReasons"/>; for suspension and rejection.</param>
/// <param name="Words">The chamber's own words; null when none.</param>
/// <param name="Receipt">Receipt or extract; null when none.</param>
[Access(Right.CaseActForFirm)]
public sealed record RecordOutcome(
    Guid OperationId, CaseId CaseId, FilingId FilingId, FilingOutcome? Outcome, DateOnly? On, string? Protocol, string? Reason, string? Words, ReceiptUpload? Receipt)
    : ICommand<RecordedOutcome>, IUndoable, IChecked
{
    /// <summary>The most that a receipt may weigh.</summary>
    public const int MaxBytes = 20 * 1024 * 1024;

    private const int _longestWords = 2000;

    public IEnumerable<Refusal> Faults()
    {
        if (Outcome is null)
        {
            yield return RegistrationRefusals.OutcomeMissing;
        }

        if (On is null)
        {
            yield return RegistrationRefusals.DateMissing("on");
        }

        if (Outcome is FilingOutcome.Suspended or FilingOutcome.Rejected
            && (Reason is null || !OutcomeReasons.All.Contains(Reason) || (Reason == OutcomeReasons.Other && Words is null)))
        {
            yield return RegistrationRefusals.ReasonMissing;
        }

        if (FilingAct.Protocol(Protocol)?.Length > FilingAct.LongestProtocol)
        {
            yield return RegistrationRefusals.TooLong("protocol", FilingAct.LongestProtocol);
        }

        if (Words?.Length > _longestWords)
        {
            yield return RegistrationRefusals.TooLong("words", _longestWords);
        }
    }
}

/// <param name="Name">As the uploader called it.</param>
public sealed record ReceiptUpload(string Name, StoredBytes Bytes);

/// <param name="Name">The firm, or the network.</param>
/// <param name="Missing">Entries that are still missing before the day of effect is known.</param>
public sealed record RecordedOutcome(string Name, FilingOutcome Outcome, int Missing);
