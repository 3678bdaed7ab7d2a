using FsCheck;
using FsCheck.Fluent;
using Networks.Data.EnterpriseNetworks;
using Networks.Workflows.Rules;

namespace Networks.Workflows.Tests.Rules;

public sealed class EffectDateTests
{
    private static readonly Gen<DateOnly> _days = Gen.Choose(739000, 741000).Select(DateOnly.FromDayNumber);

    private static readonly Arbitrary<DateOnly[]> _entries = Gen.NonEmptyListOf(_days).Select(l => l.ToArray()).ToArbitrary();

    [Fact]
    public void Given_any_contractual_network_with_one_entry_missing_then_there_is_no_effect() =>
        Prop.ForAll(_entries, entries => Enumerable.Range(0, entries.Length).All(missing =>
            EffectDate.Of(NetworkKind.Contractual, [.. entries.Select((d, i) => i == missing ? (DateOnly?)null : d)], null) is null))
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Given_any_contractual_network_with_all_entries_then_effect_is_the_latest_whatever_the_order() =>
        Prop.ForAll(_entries, entries =>
        {
            var effect = EffectDate.Of(NetworkKind.Contractual, [.. entries.Cast<DateOnly?>()], null);
            return effect is { } day
                && entries.Contains(day)
                && entries.All(e => e <= day)
                && EffectDate.Of(NetworkKind.Contractual, [.. entries.Reverse().Cast<DateOnly?>()], null) == day;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Given_a_network_with_legal_personality_then_only_its_own_entry_counts() =>
        Prop.ForAll(_entries, _days.ToArbitrary(), (entries, own) =>
            EffectDate.Of(NetworkKind.LegalEntity, [.. entries.Cast<DateOnly?>()], own) == own
            && EffectDate.Of(NetworkKind.LegalEntity, [.. entries.Cast<DateOnly?>()], null) is null).QuickCheckThrowOnFailure();

    [Fact]
    public void Given_no_original_signatory_then_it_is_the_callers_mistake() =>
        Assert.Throws<ArgumentException>(() => EffectDate.Of(NetworkKind.Contractual, [], null));

    [Fact]
    public void Given_any_network_then_an_amendment_makes_one_filing_and_a_first_registration_one_for_each_signatory() =>
        Prop.ForAll(Gen.Choose(2, 260).ToArbitrary(), originals =>
            FilingsDue.Count(NetworkKind.Contractual, FilingOccasion.FirstRegistration, originals) == originals
            && FilingsDue.Count(NetworkKind.LegalEntity, FilingOccasion.FirstRegistration, originals) == 1
            && Enum.GetValues<NetworkKind>().All(k => FilingsDue.Count(k, FilingOccasion.Amendment, originals) == 1))
            .QuickCheckThrowOnFailure();
}
