using Microsoft.EntityFrameworkCore;
using Networks.Data.EnterpriseNetworks;
using Networks.Workflows.Common;
using Networks.Workflows.Drafting.SetTerms;
using Networks.Workflows.Drafting.ShowTerms;
using Networks.Workflows.Tests.Support;

namespace Networks.Workflows.Tests.Drafting;

public sealed class SetTermsTests : IAsyncLifetime
{
    private Given _given = null!;

    public async ValueTask InitializeAsync() => _given = await Given.NewAsync();

    public ValueTask DisposeAsync() => _given.DisposeAsync();

    [Fact]
    public async Task Given_new_terms_when_they_are_saved_then_the_history_names_what_changed()
    {
        var id = await _given.CaseInDraftingAsync(terms: ContractTerms.None);

        await _given.DoneAsync(_given.Lecco, new SetTerms(id, 1, Content(Given.SmallContract)));

        var sheet = await _given.DoneAsync(_given.Lecco, new ShowTerms(id));
        Assert.Equal((2, 5, 0), (sheet.Revision, sheet.Terms.DurationYears, sheet.Terms.DecisionPercent));
        var facts = await _given.ReadAsync(async db => (await db.CaseEvents.SingleAsync(e => e.Name == "drafting.terms-changed")).Facts);
        Assert.Equal("terms reference-enterprise", facts["fields"]);
    }

    [Fact]
    public async Task Given_two_officers_on_the_same_form_when_the_second_saves_then_it_is_told_who_was_first()
    {
        var id = await _given.CaseInDraftingAsync();
        await _given.DoneAsync(_given.Lecco, new SetTerms(id, 1, Content(Given.SmallContract with { DurationYears = 7 })));

        var answer = await _given.SendAsync(new SetTerms(id, 1, Content(Given.SmallContract with { DurationYears = 9 })));

        Assert.Equal("drafting.terms-moved-on", answer.Refusal?.Code);
        Assert.Equal("Persona Lecco", Assert.Single(answer.Refusal!.Values));
        Assert.Equal(7, (await _given.DoneAsync(_given.Lecco, new ShowTerms(id))).Terms.DurationYears);
    }

    [Fact]
    public async Task Given_impossible_numbers_when_they_are_saved_then_each_field_is_named_at_once()
    {
        var id = await _given.CaseInDraftingAsync();
        _given.Actor = Actor.Of(_given.Lecco);
        var wrong = Given.SmallContract with { DurationYears = 0, MinimumParticipants = 1, TaxRegistrationTaxCode = "RSSMRA80A01H501V" };

        var answer = await _given.SendAsync(new SetTerms(id, 1, Content(wrong)));

        Assert.Equal(["duration", "minimum", "registrant-code"], answer.Refusal!.All.Select(r => r.Field));
        Assert.Equal(5, (await _given.DoneAsync(_given.Lecco, new ShowTerms(id))).Terms.DurationYears);
    }

    private static TermsContent Content(ContractTerms terms) =>
        new("Rete Prova", null, terms, null, null, null, new Dictionary<Guid, long>());
}
