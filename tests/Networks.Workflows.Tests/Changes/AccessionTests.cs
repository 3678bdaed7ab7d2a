using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Networks.Data;
using Networks.Data.Changes;
using Networks.Data.EnterpriseNetworks;
using Networks.Data.Firms;
using Networks.Workflows.Changes.RecordVote;
using Networks.Workflows.Changes.ShowChange;
using Networks.Workflows.Changes.VoteByLink;
using Networks.Workflows.Changes.WhatIf;
using Networks.Workflows.Common;
using Networks.Workflows.Intake.ConfirmFirm;
using Networks.Workflows.Intake.OpenAccession;
using Networks.Workflows.Tests.Support;

namespace Networks.Workflows.Tests.Changes;

/// <summary>A firm joins a network that runs.</summary>
public sealed partial class AccessionTests : IAsyncLifetime
{
    private static readonly DateOnly _today = new(2026, 3, 10);
    private Given _given = null!;

    public async ValueTask InitializeAsync() => _given = await Given.NewAsync();

    public ValueTask DisposeAsync() => _given.DisposeAsync();

    [Fact]
    public async Task Given_an_open_contract_when_a_firm_accedes_then_it_takes_part_from_its_own_entry()
    {
        var network = await _given.RunningNetworkAsync();
        var opened = await OpenAsync(network, await _given.FirmAsync(_given.Lecco, 20));
        Assert.Equal(["record-document"], await _given.OpenBesideAsync(network.Id));

        await _given.DocumentAsync(network.Id, opened.Change, _today);
        Assert.Equal(["send-filing", "send-filing"], await _given.OpenBesideAsync(network.Id));
        Assert.Equal(ParticipantStatus.Acceding, (await JoiningAsync(network)).Status);
        _given.Clock.GoTo(new DateOnly(2026, 3, 20));
        await _given.EnterFilingsAsync(network.Id, opened.Change, new DateOnly(2026, 3, 18));

        var firm = await JoiningAsync(network);
        Assert.Equal((ParticipantStatus.Active, ParticipantKind.Accession, new DateOnly(2026, 3, 18)), (firm.Status, firm.Kind, firm.JoinedOn));
        Assert.Equal(ChangeStatus.Done, (await ChangeAsync(opened.Change)).Status);
        Assert.Equal(Given.RunningSince, await _given.ReadAsync(db => db.Cases.Where(c => c.Id == network.Id).Select(c => c.EffectOn).SingleAsync()));
    }

    [Fact]
    public async Task Given_any_accessions_when_they_are_entered_then_the_day_of_effect_is_never_another()
    {
        var random = new Random(4);
        for (var round = 0; round < 6; round++)
        {
            var stage = random.Next(2) == 0 ? WithdrawalStage.AfterEffect : WithdrawalStage.AfterDeed;
            var network = await _given.RunningNetworkAsync(random.Next(2, 5), stage, random.Next(3) == 0 ? NetworkKind.LegalEntity : NetworkKind.Contractual);
            var before = await ComputedAsync(network.Id);
            for (var one = 0; one < 2; one++)
            {
                var opened = await OpenAsync(network, await _given.FirmAsync(_given.Lecco, 1 + await _given.ReadAsync(db => db.Firms.CountAsync())));
                await _given.DocumentAsync(network.Id, opened.Change, _today);
                await _given.EnterFilingsAsync(network.Id, opened.Change, _today);
                Assert.Equal(before, await ComputedAsync(network.Id));
            }
        }
    }

    [Fact]
    public async Task Given_a_contract_that_wants_the_majority_when_two_of_three_agree_by_link_and_by_telephone_then_the_firm_is_admitted()
    {
        var network = await _given.RunningNetworkAsync(terms: Given.SmallContract with { OpenAccession = false, DecisionPercent = 0 });
        var opened = await OpenAsync(network, await _given.FirmAsync(_given.Lecco, 20, "Delta Srl"));
        Assert.Equal(["vote-on-change", "vote-on-change", "vote-on-change"], await _given.OpenBesideAsync(network.Id));
        var token = Token().Match((await _given.MailAsync(network.Id, 1, "changes.vote-asked")).Body).Groups[1].Value;

        var seen = await AsNobodyAsync(new ShowVote(token));
        Assert.Equal(("Delta Srl", true), (seen.Value.About, seen.Value.CanAnswer));
        Assert.True((await AsNobodyAsync(new VoteByLink(network.Id, token, true, "Maria Rossi", null) { OperationId = Ids.New(_given.Clock) })).Ok);
        Assert.Equal("changes.vote-closed", (await AsNobodyAsync(new VoteByLink(network.Id, token, false, "Maria Rossi", null) { OperationId = Ids.New(_given.Clock) })).Refusal!.Code);
        var left = (await _given.DoneAsync(_given.Lecco, new ShowChange(network.Id, opened.Change))).Votes.Where(v => v.Yes is null).ToList();
        await _given.DoneAsync(_given.Lecco, new RecordVote(Ids.New(_given.Clock), network.Id, left[0].Vote, true, "al telefono, oggi"));
        await _given.DoneAsync(_given.Lecco, new RecordVote(Ids.New(_given.Clock), network.Id, left[1].Vote, false, "verbale del 9 marzo"));

        Assert.True((await ChangeAsync(opened.Change)).Agreed);
        Assert.Equal(["record-document"], await _given.OpenBesideAsync(network.Id));
    }

    [Fact]
    public async Task Given_a_contract_that_wants_all_when_one_does_not_agree_then_the_firm_stays_out()
    {
        var network = await _given.RunningNetworkAsync(2, terms: Given.SmallContract with { OpenAccession = false, DecisionPercent = 100 });
        var opened = await OpenAsync(network, await _given.FirmAsync(_given.Lecco, 20));

        foreach (var (vote, yes) in (await _given.DoneAsync(_given.Lecco, new ShowChange(network.Id, opened.Change))).Votes.Zip([true, false]))
        {
            await _given.DoneAsync(_given.Lecco, new RecordVote(Ids.New(_given.Clock), network.Id, vote.Vote, yes, "in riunione"));
        }

        Assert.Equal((ChangeStatus.GivenUp, false), ((await ChangeAsync(opened.Change)).Status, (await ChangeAsync(opened.Change)).Agreed!.Value));
        Assert.Equal(ParticipantStatus.Declined, (await JoiningAsync(network)).Status);
        Assert.Empty(await _given.OpenBesideAsync(network.Id));
    }

    [Fact]
    public async Task Given_a_firm_of_another_desk_when_that_desk_says_no_then_the_accession_is_over()
    {
        var network = await _given.RunningNetworkAsync();
        var opened = await OpenAsync(network, await _given.FirmAsync(_given.Monza, 20));
        Assert.True(opened.DeskAsked);
        Assert.Equal(["confirm-firm"], await _given.OpenBesideAsync(network.Id));

        await _given.DoneAsync(_given.Monza, new ConfirmFirm(network.Id, (await JoiningAsync(network)).Id, FirmReply.DoesNot) { OperationId = Ids.New(_given.Clock), Reason = "non è pronta" });

        Assert.Equal(ChangeStatus.GivenUp, (await ChangeAsync(opened.Change)).Status);
        Assert.Empty(await _given.OpenBesideAsync(network.Id));
    }

    [Fact]
    public async Task Given_a_network_before_its_deed_or_two_firms_at_once_when_an_accession_is_started_then_it_is_refused()
    {
        var early = await _given.RunningNetworkAsync(stage: WithdrawalStage.BeforeDeed);
        var running = await _given.RunningNetworkAsync();
        var (one, two) = (await NumberAsync(await _given.FirmAsync(_given.Lecco, 20)), await NumberAsync(await _given.FirmAsync(_given.Lecco, 21)));

        Assert.Equal("intake.joins-before-deed", await RefusedAsync(new OpenAccession(Ids.New(_given.Clock), early.Id, one, null, null)));
        Assert.Equal("intake.one-firm-at-a-time", await RefusedAsync(new OpenAccession(Ids.New(_given.Clock), running.Id, $"{one}, {two}", null, null)));
        Assert.Equal("intake.last-day-passed", await RefusedAsync(new OpenAccession(Ids.New(_given.Clock), running.Id, one, null, new DateOnly(2026, 3, 9))));
    }

    private async Task<OpenedAccession> OpenAsync(RunningNetwork network, FirmId firm) =>
        await _given.DoneAsync(_given.Lecco, new OpenAccession(Ids.New(_given.Clock), network.Id, await NumberAsync(firm), null, null));

    private async Task<string> NumberAsync(FirmId firm) => (await _given.FirmAsync(firm)).TaxCode;

    private Task<Participant> JoiningAsync(RunningNetwork network) =>
        _given.ReadAsync(db => db.Participants.OrderByDescending(p => p.Order).FirstAsync(p => p.CaseId == network.Id && p.Kind == ParticipantKind.Accession));

    private Task<NetworkChange> ChangeAsync(Guid id) => _given.ReadAsync(db => db.NetworkChanges.SingleAsync(c => c.Id == id));

    private async Task<DateOnly?> ComputedAsync(CaseId id)
    {
        await using var scope = _given.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<LegalEffect>().ComputeAsync(id, default);
    }

    private async Task<Result<T>> AsNobodyAsync<T>(MediatR.IRequest<Result<T>> request)
    {
        _given.Actor = Actor.Nobody;
        return await _given.SendAsync(request);
    }

    private async Task<string> RefusedAsync<T>(MediatR.IRequest<Result<T>> request)
    {
        _given.Actor = Actor.Of(_given.Lecco);
        return (await _given.SendAsync(request)).Refusal!.Code;
    }

    [GeneratedRegex("/v/([A-Za-z0-9_-]{43})")]
    private static partial Regex Token();
}
