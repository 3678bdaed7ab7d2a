using Networks.Workflows.Common;

namespace Networks.Workflows.Rules;

/// <summary>The last day for registering the contract with the tax office (imposta di registro).</summary>
/// <remarks>That it must be registered: source S05. Amount and term are to be verified and hence configuration.</remarks>
public static class TaxRegistrationDeadline
{
    public static LegalRule Rule { get; } = new(
        "tax-registration",
        1,
        null,
        "D.P.R. 26 aprile 1986, n. 131; D.M. 10 aprile 2014, n. 122",
        ["S05"],
        ToVerify: true,
        [
            new("deed 2026-03-02, 30 days", "2026-04-01", () => $"{Of(new(2026, 3, 2), new()):O}"),
            new("deed 2026-12-01, 30 days", "2026-12-31", () => $"{Of(new(2026, 12, 1), new()):O}"),
            new("deed 2026-12-02, 30 days", "2027-01-04", () => $"{Of(new(2026, 12, 2), new()):O}"),
        ]);

    /// <returns>A working day: a term that ends on a holiday moves on.</returns>
    public static DateOnly Of(DateOnly deedOn, VerifiableFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        return BusinessCalendar.NextWorkingDay(deedOn.AddDays(facts.RegistrationTaxTermDays.Value));
    }
}
