using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Networks.Data;
using Networks.Data.Changes;
using Networks.Data.EnterpriseNetworks;
using Networks.Data.Firms;
using Networks.Workflows.Changes.AmendNetwork;
using Networks.Workflows.Changes.GiveUpChange;
using Networks.Workflows.Changes.RecordVote;
using Networks.Workflows.Changes.ShowChange;
using Networks.Workflows.Common;
using Networks.Workflows.Intake.OpenAccession;
using Networks.Workflows.Registration.SendFiling;
using Networks.Workflows.Rules;
using Networks.Workflows.Tests.Support;

namespace Networks.Workflows.Tests.Changes;

/// <summary>The contract of a network that runs is changed.</summary>
public sealed class AmendmentTests : IAsyncLifetime
{
    private static readonly DateOnly _today = new(2026, 3, 10);
    private Given _given = null!;

    public async ValueTask InitializeAsync() => _given = await Given.NewAsync();

    public ValueTask DisposeAsync() => _given.DisposeAsync();

    [Fact]
    public async Task Given_another_programme_when_the_majority_of_the_contract_agrees_then_it_holds_from_its_one_entry_and_the_effect_stays()
    {
        var network = await _given.RunningNetworkAsync(terms: Given.SmallContract with { ProgrammeChangePercent = 60 });
        var opened = await OpenAsync(network, t => t with { Programme = "Vendere insieme all'estero" });
        Assert.Equal([AmendedPart.Programme], opened.Parts);
        Assert.Equal(3, opened.Asked);

        await VoteAsync(network, opened.Change, true, false, true);
        Assert.Equal(["record-document"], await _given.OpenBesideAsync(network.Id));
        await _given.DocumentAsync(network.Id, opened.Change, _today);
        Assert.Equal(["send-filing"], await _given.OpenBesideAsync(network.Id));
        Assert.NotEqual("Vendere insieme all'estero", (await TermsAsync(network)).Programme);
        await _given.EnterFilingsAsync(network.Id, opened.Change, _today);

        Assert.Equal("Vendere insieme all'estero", (await TermsAsync(network)).Programme);
        Assert.Equal((ChangeStatus.Done, _today), ((await ChangeAsync(opened.Change)).Status, (await ChangeAsync(opened.Change)).EffectiveOn!.Value));
        Assert.Equal(Given.RunningSince, await EffectAsync(network.Id));
        Assert.Equal(2, await _given.ReadAsync(db => db.EnterpriseNetworks.Where(n => n.CaseId == network.Id).Select(n => n.TermsRevision).SingleAsync()));
    }

    [Fact]
    public async Task Given_another_duration_when_one_of_three_is_against_then_nothing_changes()
    {
        var network = await _given.RunningNetworkAsync(terms: Given.SmallContract with { ProgrammeChangePercent = 60, DurationYears = 5 });
        var opened = await OpenAsync(network, t => t with { DurationYears = 9 });

        await VoteAsync(network, opened.Change, true, false, true);

        Assert.Equal(ChangeStatus.GivenUp, (await ChangeAsync(opened.Change)).Status);
        Assert.Equal(5, (await TermsAsync(network)).DurationYears);
    }

    [Fact]
    public async Task Given_another_reference_enterprise_alone_when_it_is_opened_then_one_notice_without_vote_or_deed_is_enough()
    {
        var network = await _given.RunningNetworkAsync();

        var opened = await OpenAsync(network, t => t with { Reference = network.Firms[1] });

        Assert.Equal([AmendedPart.Reference], opened.Parts);
        Assert.Equal(0, opened.Asked);
        Assert.Equal(["send-filing"], await _given.OpenBesideAsync(network.Id));
        Assert.Equal(network.Firms[1], await _given.ReadAsync(db => db.Filings.Where(f => f.ChangeId == opened.Change).Select(f => f.ParticipantId).SingleAsync()));
        await _given.EnterFilingsAsync(network.Id, opened.Change, _today);
        Assert.Equal(network.Firms[1], (await TermsAsync(network)).Reference);
        Assert.Equal(0, await _given.ReadAsync(db => db.ChangeVotes.CountAsync()));
    }

    [Fact]
    public async Task Given_a_notice_that_was_sent_when_it_is_given_up_then_it_is_refused()
    {
        var network = await _given.RunningNetworkAsync();
        var opened = await OpenAsync(network, t => t with { Reference = network.Firms[1] });
        var filing = await _given.ReadAsync(db => db.Filings.Where(f => f.ChangeId == opened.Change).Select(f => f.Id).SingleAsync());
        await _given.DoneAsync(_given.Lecco, new SendFiling(Ids.New(_given.Clock), network.Id, filing, _today, "12345/2026"));

        Assert.Equal("changes.irreversible", await RefusedAsync(new GiveUpChange(Ids.New(_given.Clock), network.Id, opened.Change, "ci ripensano")));
        Assert.False((await _given.DoneAsync(_given.Lecco, new ShowChange(network.Id, opened.Change))).MayGiveUp);
    }

    [Fact]
    public async Task Given_any_amendments_when_they_are_entered_then_the_day_of_effect_is_never_another()
    {
        var random = new Random(7);
        for (var round = 0; round < 4; round++)
        {
            var kind = random.Next(2) == 0 ? NetworkKind.LegalEntity : NetworkKind.Contractual;
            var network = await _given.RunningNetworkAsync(random.Next(2, 4), kind: kind);
            var before = await EffectAsync(network.Id);
            var opened = await OpenAsync(network, t => t with { Name = $"Rete {round}", DurationYears = 7 + round, Seat = new PostalAddress("Via Nuova", "SNC", "20900", "Monza", "MB") });
            await VoteAsync(network, opened.Change, [.. network.Firms.Select(_ => true)]);
            await _given.DocumentAsync(network.Id, opened.Change, _today);
            await _given.EnterFilingsAsync(network.Id, opened.Change, _today);

            Assert.Equal(before, await EffectAsync(network.Id));
            Assert.Equal(($"Rete {round}", 7 + round), ((await TermsAsync(network)).Name, (await TermsAsync(network)).DurationYears!.Value));
        }
    }

    [Fact]
    public async Task Given_a_proposal_that_cannot_be_when_it_is_opened_then_each_fault_is_named()
    {
        var network = await _given.RunningNetworkAsync();
        var legal = await _given.RunningNetworkAsync(kind: NetworkKind.LegalEntity);
        var early = await _given.RunningNetworkAsync(stage: Workflows.Changes.WhatIf.WithdrawalStage.AfterDeed);

        Assert.Equal("changes.nothing-changes", await RefusedAsync(await OfAsync(network, t => t)));
        Assert.Equal("changes.part-incomplete-name", await RefusedAsync(await OfAsync(network, t => t with { Name = " " })));
        Assert.Equal("changes.part-incomplete-holder", await RefusedAsync(await OfAsync(network, t => t with { Body = new CommonBody("Maria Verdi", "", "", null) })));
        Assert.Equal("changes.province-unknown", await RefusedAsync(await OfAsync(network, t => t with { Seat = new PostalAddress("Via Roma", "1", "23900", "Lecco", "ZZ") })));
        Assert.Equal("changes.number-out-of-range", await RefusedAsync(await OfAsync(network, t => t with { DurationYears = 120 })));
        Assert.Equal("changes.reference-not-taking-part", await RefusedAsync(await OfAsync(network, t => t with { Reference = legal.Firms[0] })));
        Assert.Equal("changes.reference-only-contractual", await RefusedAsync(await OfAsync(legal, t => t with { Reference = legal.Firms[0] })));
        Assert.Equal("changes.not-in-effect", await RefusedAsync(await OfAsync(early, t => t with { Name = "Altro" })));
        await OpenAsync(network, t => t with { Name = "Altro" });
        Assert.Equal("changes.amendment-under-way", await RefusedAsync(await OfAsync(network, t => t with { Name = "Ancora altro" })));
    }

    [Fact]
    public async Task Given_two_votes_at_once_when_one_is_complete_then_the_desk_still_chases_the_other()
    {
        var network = await _given.RunningNetworkAsync(terms: Given.SmallContract with { OpenAccession = false, DecisionPercent = 0 });
        var amendment = (await OpenAsync(network, t => t with { Name = "Altro nome" })).Change;
        var accession = (await _given.DoneAsync(_given.Lecco, new OpenAccession(Ids.New(_given.Clock), network.Id, (await _given.FirmAsync(await _given.FirmAsync(_given.Lecco, 30))).TaxCode, null, null))).Change;
        await _given.GoAndSweepAsync(new DateOnly(2026, 4, 1));
        Assert.Equal(2, (await _given.OpenBesideAsync(network.Id)).Count(t => t == "chase-votes"));

        await VoteAsync(network, accession, true, true, true);

        Assert.Single(await _given.OpenBesideAsync(network.Id), t => t == "chase-votes");
        await VoteAsync(network, amendment, true, true, true);
        Assert.DoesNotContain("chase-votes", await _given.OpenBesideAsync(network.Id));
        Assert.Equal((true, true), ((await ChangeAsync(amendment)).Agreed, (await ChangeAsync(accession)).Agreed));
    }

    [Fact]
    public async Task Given_a_firm_that_leaves_while_the_others_vote_when_it_votes_then_it_is_refused_and_the_rest_decide()
    {
        var network = await _given.RunningNetworkAsync();
        var opened = await OpenAsync(network, t => t with { Name = "Altro nome" });
        var left = (await _given.DoneAsync(_given.Lecco, new ShowChange(network.Id, opened.Change))).Votes[2];
        var leaving = (await _given.DoneAsync(_given.Lecco, _given.Accept(network, await _given.SimulateAsync(network, "just-cause", _today, 2)))).Changes.Single();
        await _given.DocumentAsync(network.Id, leaving, _today);

        Assert.Equal("changes.vote-closed", await RefusedAsync(new RecordVote(Ids.New(_given.Clock), network.Id, left.Vote, false, "al telefono")));
        await VoteAsync(network, opened.Change, true, true);

        Assert.True((await ChangeAsync(opened.Change)).Agreed);
    }

    private async Task<OpenAmendment> OfAsync(RunningNetwork network, Func<AmendableTerms, AmendableTerms> change) =>
        new(Ids.New(_given.Clock), network.Id, change(await TermsAsync(network)), "come deciso in assemblea", null);

    private async Task<OpenedAmendment> OpenAsync(RunningNetwork network, Func<AmendableTerms, AmendableTerms> change) =>
        await _given.DoneAsync(_given.Lecco, await OfAsync(network, change));

    private Task<AmendableTerms> TermsAsync(RunningNetwork network) =>
        _given.ReadAsync(async db => AmendableTerms.Of(await db.EnterpriseNetworks.SingleAsync(n => n.CaseId == network.Id)));

    private async Task VoteAsync(RunningNetwork network, Guid change, params bool[] answers)
    {
        foreach (var (vote, yes) in (await _given.DoneAsync(_given.Lecco, new ShowChange(network.Id, change))).Votes.Zip(answers))
        {
            await _given.DoneAsync(_given.Lecco, new RecordVote(Ids.New(_given.Clock), network.Id, vote.Vote, yes, "in assemblea"));
        }
    }

    private Task<NetworkChange> ChangeAsync(Guid id) => _given.ReadAsync(db => db.NetworkChanges.SingleAsync(c => c.Id == id));

    private async Task<DateOnly?> EffectAsync(CaseId id)
    {
        await using var scope = _given.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<LegalEffect>().ComputeAsync(id, default);
    }

    private async Task<string> RefusedAsync<T>(MediatR.IRequest<Result<T>> request)
    {
        _given.Actor = Actor.Of(_given.Lecco);
        return (await _given.SendAsync(request)).Refusal!.Code;
    }
}
