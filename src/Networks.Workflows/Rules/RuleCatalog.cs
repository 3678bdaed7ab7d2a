namespace Networks.Workflows.Rules;

/// <summary>Every legal rule of the product, for the page that lists them and for <c>networks rules test</c>.</summary>
public static class RuleCatalog
{
    public static IReadOnlyList<LegalRule> All { get; } =
    [
        WhoMayJoin.Rule,
        KindAdvice.Rule,
        MinimumParticipants.Rule,
        MandatoryContents.Rule,
        SigningForm.Rule,
        FilingsDue.Rule,
        EffectDate.Rule,
        FeeEstimate.Rule,
        TaxRegistrationDeadline.Rule,
        AnnualStatementDeadline.Rule,
        FilingDates.Rule,
        WithdrawalDay.Rule,
        ChangeFilings.Rule,
        Quorum.Rule,
        FundShares.Rule,
    ];

    /// <exception cref="InvalidOperationException">No rule has that id: the caller has a bug.</exception>
    public static LegalRule Find(string id) => All.Single(r => r.Id == id);

    /// <summary>Runs every worked example of every rule.</summary>
    public static IReadOnlyList<ExampleOutcome> RunExamples() =>
        [.. from rule in All from example in rule.Examples select new ExampleOutcome(rule.Id, example.Given, example.Expected, example.Run())];
}
