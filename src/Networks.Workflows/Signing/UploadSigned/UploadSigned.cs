using Networks.Data;
using Networks.Data.Signing;
using Networks.Workflows.Access;
using Networks.Workflows.Common;

namespace Networks.Workflows.Signing.UploadSigned;

/// <summary>
/// A desk brings files that its firms signed outside. Each is compared with the frozen PDF and checked. A valid one
/// counts for every signatory found in it; an invalid one is kept as evidence and counts for nobody; an undecided one
/// waits for a named officer. With the last signature the deed is made.
/// </summary>
/// <remarks>
/// Refused, with nothing kept: nothing to sign, not the desk's firms, the same file twice, a firm that has already
/// signed. Law: D.M. 122/2014; D.Lgs. 82/2005 art. 24.
/// </remarks>
[Access(Right.CaseActForFirm)]
public sealed record UploadSigned(Guid OperationId, CaseId CaseId, IReadOnlyList<SignedUpload> Files) : ICommand<UploadedSigned>, ICaseRequest, IChecked
{
    /// <summary>The most that one file may weigh.</summary>
    public const int MaxBytes = 20 * 1024 * 1024;

    public IEnumerable<Refusal> Faults()
    {
        if (Files.Count == 0)
        {
            yield return SigningRefusals.NoFile;
        }

        foreach (var twice in Files.GroupBy(f => f.Bytes.Sha256).Where(g => g.Count() > 1))
        {
            yield return SigningRefusals.SameFileTwice(twice.Last().Name);
        }
    }
}

/// <param name="Name">As the uploader called it, shown back and never used as a path.</param>
public sealed record SignedUpload(string Name, StoredBytes Bytes);

/// <param name="DeedMade">The last signature was among them.</param>
public sealed record UploadedSigned(IReadOnlyList<CheckedUpload> Files, bool DeedMade);

/// <param name="Summary">The verdict in words, in the language of whoever uploaded it.</param>
/// <param name="Firms">For whom it counts now; empty when it does not.</param>
public sealed record CheckedUpload(Guid Id, string Name, SignatureVerdict Verdict, string Summary, IReadOnlyList<string> Firms);
