using FsCheck;
using FsCheck.Fluent;
using Networks.Data.EnterpriseNetworks;
using Networks.Data.Firms;
using Networks.Workflows.Common;
using Networks.Workflows.Rules;

namespace Networks.Workflows.Tests.Rules;

public sealed class AdmissionTests
{
    [Theory]
    [InlineData(null, RegisterStatus.Professional, FindingLevel.Warning, "rules.join-professional-choose")]
    [InlineData(NetworkKind.Contractual, RegisterStatus.Professional, FindingLevel.Refusal, "rules.join-professional-contractual")]
    [InlineData(NetworkKind.LegalEntity, RegisterStatus.Professional, FindingLevel.Note, "rules.join-professional-mixed")]
    [InlineData(NetworkKind.LegalEntity, RegisterStatus.ReaOnly, FindingLevel.Refusal, "rules.join-rea-only")]
    [InlineData(NetworkKind.Contractual, RegisterStatus.NotFound, FindingLevel.Refusal, "rules.join-not-found")]
    [InlineData(NetworkKind.Contractual, RegisterStatus.ToVerify, FindingLevel.Warning, "rules.join-to-verify")]
    public void Given_an_enterprise_beside_then_the_other_is_judged_by_status_and_kind(
        NetworkKind? kind, RegisterStatus status, FindingLevel level, string code)
    {
        var found = Assert.Single(WhoMayJoin.Check(kind, [new("Alfa", RegisterStatus.Entered), new("Beta", status)]));

        Assert.Equal("Beta", found.Firm.Name);
        Assert.Equal(level, found.Finding.Level);
        Assert.Equal(code, found.Finding.Code);
        Assert.Contains("Beta", found.Finding.Text, StringComparison.Ordinal);
        Assert.All(Words.Languages, language => Assert.True(Words.Has(language, code)));
    }

    [Fact]
    public void Given_any_firms_then_a_REA_only_body_is_refused_whatever_the_kind() =>
        Prop.ForAll(Gen.NonEmptyListOf(Gen.Elements(Enum.GetValues<RegisterStatus>())).ToArbitrary(), statuses =>
            new NetworkKind?[] { null, NetworkKind.Contractual, NetworkKind.LegalEntity }.All(kind =>
                WhoMayJoin.Check(kind, [.. statuses.Select((s, i) => new JoiningFirm($"{i}", s))])
                    .Count(f => f is { Firm.Register: RegisterStatus.ReaOnly, Finding.Level: FindingLevel.Refusal })
                == statuses.Count(s => s == RegisterStatus.ReaOnly))).QuickCheckThrowOnFailure();

    [Fact]
    public void Given_any_firms_with_a_professional_then_without_refusal_it_is_a_mixed_legal_entity() =>
        Prop.ForAll(
            Gen.NonEmptyListOf(Gen.Elements(Enum.GetValues<RegisterStatus>())).ToArbitrary(),
            Gen.Elements(Enum.GetValues<NetworkKind>()).ToArbitrary(),
            (statuses, kind) =>
            {
                var findings = WhoMayJoin.Check(kind, [.. statuses.Select((s, i) => new JoiningFirm($"{i}", s))]);
                return !statuses.Contains(RegisterStatus.Professional)
                    || findings.Any(f => f.Finding.Level == FindingLevel.Refusal)
                    || (kind == NetworkKind.LegalEntity && statuses.Any(s => s is RegisterStatus.Entered or RegisterStatus.ToVerify));
            }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(true, false, FindingLevel.Warning, "rules.join-foreign-original")]
    [InlineData(false, false, FindingLevel.Note, "rules.join-foreign-accession")]
    public void Given_a_foreign_firm_without_Italian_seat_then_the_accession_route_is_named(
        bool original, bool secondarySeat, FindingLevel level, string code)
    {
        var found = Assert.Single(WhoMayJoin.Check(
            NetworkKind.Contractual, [new("Azur SARL", RegisterStatus.NotFound, "FR", secondarySeat, original)]));

        Assert.Equal(level, found.Finding.Level);
        Assert.Equal(code, found.Finding.Code);
        Assert.True(found.Finding.ToVerify);
    }

    [Fact]
    public void Given_a_foreign_firm_entered_through_its_Italian_seat_then_it_is_as_any_other() =>
        Assert.Empty(WhoMayJoin.Check(NetworkKind.Contractual, [new("Azur SARL", RegisterStatus.Entered, "FR", HasItalianSecondarySeat: true)]));

    [Fact]
    public void Given_any_numbers_then_below_two_or_the_floor_is_never_silent() =>
        Prop.ForAll(Gen.Choose(0, 12).ToArbitrary(), Gen.Choose(0, 12).ToArbitrary(), (active, floor) =>
            (MinimumParticipants.Check(active, floor) is null) == (active >= 2 && active >= floor)
            && MinimumParticipants.IsMet(active, floor) == (active >= 2 && active >= floor)).QuickCheckThrowOnFailure();

    [Fact]
    public void Given_any_answers_then_professionals_always_lead_to_legal_personality_and_conflicts_are_warned() =>
        Assert.All(
            from name in new[] { true, false }
            from professionals in new[] { true, false }
            from burdens in new[] { true, false }
            select new KindAnswers(name, professionals, burdens),
            answers =>
            {
                var advised = KindAdvice.For(answers);

                Assert.Equal(
                    answers.HasProfessionals || (answers.ActsInItsOwnName && answers.AcceptsBurdens),
                    advised.Kind == NetworkKind.LegalEntity);
                Assert.Equal(!answers.AcceptsBurdens && (answers.HasProfessionals || answers.ActsInItsOwnName), advised.Warning is not null);
                Assert.True(Words.Has(Words.Italian, advised.Reason.Code));
            });

    [Fact]
    public void Given_the_three_questions_then_each_has_a_sentence_in_every_language()
    {
        Assert.Equal(3, KindAdvice.Questions.Count);
        Assert.All(KindAdvice.Questions, key => Assert.All(Words.Languages, language => Assert.True(Words.Has(language, key), key)));
    }
}
