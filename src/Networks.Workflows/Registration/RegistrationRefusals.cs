using Networks.Workflows.Common;

namespace Networks.Workflows.Registration;

/// <summary>Every "no" of the registration phase.</summary>
internal static class RegistrationRefusals
{
    public static Refusal FilingNotFound => new(RefusalKind.NotFound, "common.not-found");

    public static Refusal NoDeed => new(RefusalKind.Conflict, "registration.no-deed");

    public static Refusal NotASignatory(string firm) => new(RefusalKind.Invalid, "registration.not-a-signatory", firm);

    public static Refusal OtherDesksFiling(string desk) => new(RefusalKind.NotAllowed, "registration.other-desks-filing", desk);

    public static Refusal DateMissing(string field) => new(RefusalKind.Invalid, "registration.date-missing") { Field = field };

    public static Refusal ProtocolMissing => new(RefusalKind.Invalid, "registration.protocol-missing") { Field = "protocol" };

    public static Refusal ProtocolTaken(string chamber, string firm) =>
        new(RefusalKind.Invalid, "registration.protocol-taken", chamber, firm) { Field = "protocol" };

    public static Refusal ProtocolTakenElsewhere(string chamber) =>
        new(RefusalKind.Invalid, "registration.protocol-taken-elsewhere", chamber) { Field = "protocol" };

    public static Refusal NotToSend => new(RefusalKind.Conflict, "registration.not-to-send");

    public static Refusal AlreadyEntered(DateOnly on) => new(RefusalKind.Conflict, "registration.already-entered", on);

    public static Refusal NotAwaited => new(RefusalKind.Conflict, "registration.not-awaited");

    public static Refusal OutcomeMissing => new(RefusalKind.Invalid, "registration.outcome-missing") { Field = "outcome" };

    public static Refusal ReasonMissing => new(RefusalKind.Invalid, "registration.reason-missing") { Field = "reason" };

    public static Refusal TooLong(string field, int characters) => new(RefusalKind.Invalid, "registration.too-long", characters) { Field = field };

    public static Refusal ReferenceNotSignatory => new(RefusalKind.Invalid, "registration.reference-not-signatory") { Field = "participant" };

    public static Refusal ReferenceOnlyContractual => new(RefusalKind.Invalid, "registration.reference-only-contractual") { Field = "participant" };

    public static Refusal ReferenceByNotice => new(RefusalKind.Conflict, "registration.reference-by-notice") { Field = "participant" };

    public static Refusal StatementDone(DateOnly on) => new(RefusalKind.Conflict, "registration.statement-done", on);

    public static Refusal StatementSent(DateOnly on) => new(RefusalKind.Conflict, "registration.statement-sent-already", on);

    public static Refusal StatementWithoutSeat => new(RefusalKind.Conflict, "registration.statement-without-seat");

    public static Refusal EffectNotComplete(int missing) => new(RefusalKind.Conflict, "registration.effect-not-complete", missing);

    public static Refusal EffectConfirmed(DateOnly on) => new(RefusalKind.Conflict, "registration.effect-confirmed-already", on);

    public static Refusal EffectChanged(DateOnly seen, DateOnly now) => new(RefusalKind.Conflict, "registration.effect-changed", seen, now);
}
