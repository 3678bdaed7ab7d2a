using Networks.Data;
using Networks.Workflows.Access;
using Networks.Workflows.Common;

namespace Networks.Workflows.Signing.AcceptSigned;

/// <summary>
/// A named officer lets a file pass whose signature could not be told, or was not checked, with a written reason and the
/// firms it counts for. An invalid file never passes.
/// </summary>
/// <remarks>Law: the three verdicts of Regulation (EU) 910/2014 art. 32; the decision stays a person's.</remarks>
[Access(Right.SigningDecide)]
public sealed record AcceptSigned(Guid OperationId, CaseId CaseId, Guid SignedFileId, string? Reason, IReadOnlyList<ParticipantId> Signatories)
    : ICommand<AcceptedSigned>, ICaseRequest, IChecked
{
    private const int _longest = 4000;

    public IEnumerable<Refusal> Faults()
    {
        if (string.IsNullOrWhiteSpace(Reason))
        {
            yield return SigningRefusals.ReasonMissing;
        }
        else if (Reason.Length > _longest)
        {
            yield return SigningRefusals.TooLong("reason", _longest);
        }

        if (Signatories.Count == 0)
        {
            yield return SigningRefusals.SignatoriesMissing;
        }
    }
}

/// <param name="Firms">For whom it counts now.</param>
public sealed record AcceptedSigned(IReadOnlyList<string> Firms, bool DeedMade);
