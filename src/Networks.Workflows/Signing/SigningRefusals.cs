using Networks.Workflows.Common;

namespace Networks.Workflows.Signing;

/// <summary>Every "no" of the signing phase.</summary>
internal static class SigningRefusals
{
    /// <summary>Form field of the uploaded files.</summary>
    public const string Files = "files";

    public static Refusal NotSigning => new(RefusalKind.Conflict, "signing.not-signing");

    public static Refusal DeedAlreadyMade(DateOnly on) => new(RefusalKind.Conflict, "signing.deed-already-made", on);

    public static Refusal NotYourFirms => new(RefusalKind.NotAllowed, "signing.not-your-firms");

    public static Refusal OtherDesksFirm(string file, string firms) =>
        new(RefusalKind.NotAllowed, "signing.other-desks-firm", file, firms) { Field = Files };

    public static Refusal NoFile => new(RefusalKind.Invalid, "signing.no-file") { Field = Files };

    public static Refusal SameFileTwice(string file) => new(RefusalKind.Invalid, "signing.same-file-twice", file) { Field = Files };

    public static Refusal AlreadyLookedAt(string file) => new(RefusalKind.Invalid, "signing.already-looked-at", file) { Field = Files };

    public static Refusal AlreadySigned(string file, string firms) =>
        new(RefusalKind.Invalid, "signing.already-signed", file, firms) { Field = Files };

    public static Refusal ReaProvinceMissing(string firm) => new(RefusalKind.Invalid, "signing.rea-province-missing", firm);

    public static Refusal NetworkSeatMissing => new(RefusalKind.Invalid, "signing.network-seat-missing");

    public static Refusal FileNotFound => new(RefusalKind.NotFound, "common.not-found");

    public static Refusal InvalidCannotPass => new(RefusalKind.Invalid, "signing.invalid-cannot-pass");

    public static Refusal NothingToDecide => new(RefusalKind.Conflict, "signing.nothing-to-decide");

    public static Refusal OtherVersion => new(RefusalKind.Conflict, "signing.other-version");

    public static Refusal ReasonMissing => new(RefusalKind.Invalid, "signing.reason-missing") { Field = "reason" };

    public static Refusal SignatoriesMissing => new(RefusalKind.Invalid, "signing.signatories-missing") { Field = "signatories" };

    public static Refusal SignedAlready(string firms) => new(RefusalKind.Invalid, "signing.signed-already", firms) { Field = "signatories" };

    public static Refusal NotASignatory => new(RefusalKind.Invalid, "signing.not-a-signatory") { Field = "signatories" };

    public static Refusal DeedNotAwaited => new(RefusalKind.Conflict, "signing.deed-not-awaited");

    public static Refusal DateMissing => new(RefusalKind.Invalid, "signing.date-missing") { Field = "date" };

    public static Refusal DateInFuture(DateOnly day) => new(RefusalKind.Invalid, "signing.date-in-future", day) { Field = "date" };

    public static Refusal BeforeApproval(DateOnly day, DateOnly approvedOn) =>
        new(RefusalKind.Invalid, "signing.before-approval", day, approvedOn) { Field = "date" };

    public static Refusal NotaryMissing => new(RefusalKind.Invalid, "signing.notary-missing") { Field = "notary" };

    public static Refusal RepertorioMissing => new(RefusalKind.Invalid, "signing.repertorio-missing") { Field = "repertorio" };

    public static Refusal DeedFileMissing => new(RefusalKind.Invalid, "signing.deed-file-missing") { Field = "file" };

    public static Refusal DeedFileKind => new(RefusalKind.Invalid, "signing.deed-file-kind") { Field = "file" };

    public static Refusal TextNotConfirmed => new(RefusalKind.Invalid, "signing.text-not-confirmed") { Field = "same-text" };

    public static Refusal TooLong(string field, int characters) => new(RefusalKind.Invalid, "signing.too-long", characters) { Field = field };
}
