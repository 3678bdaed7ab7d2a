using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Cases;
using Networks.Data.Changes;
using Networks.Data.EnterpriseNetworks;
using Networks.Data.Outbox;
using Networks.Data.Work;
using Networks.Workflows.Casework.UndoLastAct;
using Networks.Workflows.Changes.AmendNetwork;
using Networks.Workflows.Changes.CloseNetwork;
using Networks.Workflows.Changes.ConfirmEnd;
using Networks.Workflows.Changes.GiveUpChange;
using Networks.Workflows.Changes.RecordVote;
using Networks.Workflows.Changes.SettleFund;
using Networks.Workflows.Changes.ShowChange;
using Networks.Workflows.Common;
using Networks.Workflows.Incubation.BeginIncubation;
using Networks.Workflows.Intake.OpenAccession;
using Networks.Workflows.Monitoring.ShowRegion;
using Networks.Workflows.Rules;
using Networks.Workflows.Tests.Support;

namespace Networks.Workflows.Tests.Changes;

/// <summary>A network that runs comes to its end.</summary>
public sealed class ClosingTests : IAsyncLifetime
{
    private static readonly DateOnly _today = new(2026, 3, 10);
    private static readonly DateOnly _entered = new(2026, 3, 20);
    private Given _given = null!;

    public async ValueTask InitializeAsync() => _given = await Given.NewAsync();

    public ValueTask DisposeAsync() => _given.DisposeAsync();

    [Fact]
    public async Task Given_that_all_agree_when_the_deletions_are_entered_and_the_end_is_confirmed_then_everything_of_the_network_ends()
    {
        var network = await _given.RunningNetworkAsync();
        await _given.DoneAsync(_given.Lecco, new BeginIncubation(Ids.New(_given.Clock), network.Id));
        var change = await AgreedAsync(network);
        Assert.Equal(["record-document"], await BesideAsync(network.Id));
        await _given.DocumentAsync(network.Id, change, _today);
        Assert.Equal(["send-filing", "send-filing", "send-filing"], await BesideAsync(network.Id));
        _given.Clock.GoTo(_entered);
        await _given.EnterFilingsAsync(network.Id, change, _entered);

        var ended = await _given.DoneAsync(_given.Lecco, new ConfirmEnd(Ids.New(_given.Clock), network.Id, change, _entered));

        var @case = await _given.ReadAsync(db => db.Cases.SingleAsync(c => c.Id == network.Id));
        Assert.Equal((CaseStatus.Ended, _entered, ClosingCauses.Agreement), (@case.Status, @case.ClosedOn!.Value, @case.ClosedReason!));
        Assert.Equal(Given.RunningSince, @case.EffectOn);
        Assert.Equal((ChangeStatus.Done, _entered), ((await ChangeAsync(change)).Status, (await ChangeAsync(change)).EffectiveOn!.Value));
        Assert.Equal((0, 0, 0), await StillOpenAsync(network.Id));
        Assert.Equal(ended.Told, await _given.ReadAsync(db => db.Outbox.CountAsync(m => m.CaseId == network.Id && m.Status == OutboxStatus.Queued && m.Kind == "changes.network-ended")));
        Assert.True(ended.Told >= 3);
        Assert.Equal("changes.network-ended", (await _given.HistoryAsync(network.Id))[^1]);
        Assert.Equal([RegionState.Closed], (await _given.AsLeadAsync(new ShowRegion())).ByDesk.States);
    }

    [Fact]
    public async Task Given_one_firm_that_does_not_agree_when_all_have_voted_then_the_network_goes_on()
    {
        var network = await _given.RunningNetworkAsync();
        var change = (await OpenAsync(network, ClosingCauses.Agreement, null)).Change;

        await VoteAsync(network, change, true, true, false);

        Assert.Equal((ChangeStatus.GivenUp, false), ((await ChangeAsync(change)).Status, (await ChangeAsync(change)).Agreed!.Value));
        Assert.Empty(await BesideAsync(network.Id));
        Assert.Equal(CaseStatus.InEffect, await _given.ReadAsync(db => db.Cases.Where(c => c.Id == network.Id).Select(c => c.Status).SingleAsync()));
    }

    [Fact]
    public async Task Given_a_fund_when_it_is_settled_then_what_is_left_is_shared_by_what_each_paid_and_what_is_owed_is_let_go_of()
    {
        var network = await _given.RunningNetworkAsync(fund: new CommonFund("danaro", "su conto comune", null, 30), kind: NetworkKind.LegalEntity);
        await _given.DoneAsync(_given.Lecco, new BeginIncubation(Ids.New(_given.Clock), network.Id));
        await _given.WriteAsync(async db =>
        {
            foreach (var paid in await db.FundContributions.Where(c => c.CaseId == network.Id && c.ParticipantId != network.Firms[2]).ToListAsync())
            {
                paid.Pay(_today, paid.DueCents!.Value, null);
            }
        });
        var change = await AgreedAsync(network);
        await _given.DocumentAsync(network.Id, change, _today);
        Assert.Equal(["settle-fund"], await BesideAsync(network.Id));

        Assert.Equal("changes.contributions-open", await RefusedAsync(new SettleFund(Ids.New(_given.Clock), network.Id, change, 900_00, _today, false, null)));
        var settled = await _given.DoneAsync(_given.Lecco, new SettleFund(Ids.New(_given.Clock), network.Id, change, 900_00, _today, true, "verbale del 10 marzo"));

        Assert.Equal(2, settled.Shares);
        var seen = await _given.DoneAsync(_given.Lecco, new ShowFundSettlement(network.Id, change));
        Assert.Equal([300_00L, 600_00L, 0L], seen.Firms.Select(f => f.ShareCents!.Value));
        Assert.Equal(0, seen.OpenCents);
        Assert.Equal(["close-tax-position", "final-statement", "pay-share", "pay-share"],
            (await _given.ReadAsync(db => db.ChangeTasks.Where(t => t.ChangeId == change).Select(t => t.Code).ToListAsync())).Order(StringComparer.Ordinal));
        Assert.Equal(["send-filing", "settle-line", "settle-line", "settle-line", "settle-line"], await BesideAsync(network.Id));
    }

    [Fact]
    public async Task Given_an_end_that_was_confirmed_by_mistake_when_it_is_taken_back_then_everything_runs_as_before_and_no_mail_leaves()
    {
        var network = await _given.RunningNetworkAsync();
        await _given.DoneAsync(_given.Lecco, new BeginIncubation(Ids.New(_given.Clock), network.Id));
        var change = await ReadyToEndAsync(network);
        var before = await StillOpenAsync(network.Id);
        await _given.DoneAsync(_given.Lecco, new ConfirmEnd(Ids.New(_given.Clock), network.Id, change, _entered));

        Assert.Equal([RegionState.Closed], (await _given.AsLeadAsync(new ShowRegion())).ByDesk.States);

        await _given.DoneAsync(_given.Lecco, new UndoLastAct(Ids.New(_given.Clock), network.Id));

        Assert.DoesNotContain(RegionState.Closed, (await _given.AsLeadAsync(new ShowRegion())).ByDesk.States);
        Assert.Equal(before, await StillOpenAsync(network.Id));
        Assert.Equal(CaseStatus.InEffect, await _given.ReadAsync(db => db.Cases.Where(c => c.Id == network.Id).Select(c => c.Status).SingleAsync()));
        Assert.Equal(0, await _given.ReadAsync(db => db.Outbox.CountAsync(m => m.CaseId == network.Id && m.Status == OutboxStatus.Queued && m.Kind == "changes.network-ended")));
    }

    [Fact]
    public async Task Given_an_end_that_is_not_complete_when_it_is_confirmed_then_it_is_refused()
    {
        var network = await _given.RunningNetworkAsync();
        var change = await AgreedAsync(network);
        await _given.DocumentAsync(network.Id, change, _today);
        Assert.Equal("changes.end-not-complete", await RefusedAsync(new ConfirmEnd(Ids.New(_given.Clock), network.Id, change, _today)));

        _given.Clock.GoTo(_entered);
        await _given.EnterFilingsAsync(network.Id, change, _entered);

        Assert.Equal("changes.end-differs", await RefusedAsync(new ConfirmEnd(Ids.New(_given.Clock), network.Id, change, new DateOnly(2026, 3, 19))));
        Assert.Equal("changes.irreversible", await RefusedAsync(new GiveUpChange(Ids.New(_given.Clock), network.Id, change, "ci ripensano")));
    }

    [Fact]
    public async Task Given_facts_that_do_not_bear_a_cause_out_when_the_end_is_started_then_it_is_refused()
    {
        var network = await _given.RunningNetworkAsync(terms: Given.SmallContract with { DurationYears = 5 });
        var single = await _given.RunningNetworkAsync(1, terms: Given.SmallContract with { DurationYears = null });

        Assert.Equal("changes.term-runs", await RefusedAsync(Open(network, ClosingCauses.TermOver, _today)));
        Assert.Equal("changes.enough-firms", await RefusedAsync(Open(network, ClosingCauses.BelowMinimum, _today)));
        Assert.Equal("changes.reason-missing", await RefusedAsync(Open(network, ClosingCauses.NoOutcome, _today)));
        Assert.Equal("changes.day-missing", await RefusedAsync(Open(single, ClosingCauses.BelowMinimum, null)));
        Assert.Equal("changes.no-term", await RefusedAsync(Open(single, ClosingCauses.TermOver, _today)));
        Assert.Equal(0, (await OpenAsync(single, ClosingCauses.BelowMinimum, _today)).Asked);
        Assert.Equal(["record-document"], await BesideAsync(single.Id));
    }

    [Fact]
    public async Task Given_an_open_filing_or_another_closing_when_an_end_is_started_then_it_is_refused()
    {
        var owed = await _given.RunningNetworkAsync();
        await _given.WriteAsync(db =>
        {
            db.Add(new Data.Filings.Filing(FilingId.New(_given.Clock), owed.Id, owed.Firms[0], "como-lecco", _given.Lecco.AssociationId));
            return Task.CompletedTask;
        });
        var twice = await _given.RunningNetworkAsync();
        await OpenAsync(twice, ClosingCauses.Agreement, null);

        Assert.Equal("changes.filings-open", await RefusedAsync(Open(owed, ClosingCauses.Agreement, null)));
        Assert.Equal("changes.closing-under-way", await RefusedAsync(Open(twice, ClosingCauses.Agreement, null)));
        Assert.Equal("changes.closing-under-way", await RefusedAsync(new OpenAmendment(Ids.New(_given.Clock), twice.Id, (await RuleAsync(twice)) with { Name = "Altro nome" }, null, null)));
    }

    [Fact]
    public async Task Given_a_firm_whose_notice_runs_when_the_network_ends_then_its_leaving_ends_with_it()
    {
        var network = await _given.RunningNetworkAsync();
        var leaving = (await _given.DoneAsync(_given.Lecco, _given.Accept(network, await _given.SimulateAsync(network, "notice", _today, 1)))).Changes.Single();

        var change = await ReadyToEndAsync(network);
        await _given.DoneAsync(_given.Lecco, new ConfirmEnd(Ids.New(_given.Clock), network.Id, change, _entered));

        Assert.Equal(ChangeStatus.GivenUp, (await ChangeAsync(leaving)).Status);
        Assert.Equal(3, await _given.ReadAsync(db => db.Filings.CountAsync(f => f.ChangeId == change)));
        Assert.Contains("changes.ended-with-network", await _given.HistoryAsync(network.Id));
    }

    [Fact]
    public async Task Given_a_network_that_has_ended_when_anything_is_started_then_it_is_refused()
    {
        var network = await _given.RunningNetworkAsync();
        var change = await ReadyToEndAsync(network);
        var terms = await RuleAsync(network);
        await _given.DoneAsync(_given.Lecco, new ConfirmEnd(Ids.New(_given.Clock), network.Id, change, _entered));

        Assert.Equal("changes.case-over", await RefusedAsync(Open(network, ClosingCauses.Agreement, null)));
        Assert.Equal("changes.case-over", await RefusedAsync(new OpenAmendment(Ids.New(_given.Clock), network.Id, terms with { Name = "Altro nome" }, null, null)));
        Assert.Equal("changes.case-over", await RefusedAsync(new ConfirmEnd(Ids.New(_given.Clock), network.Id, change, _entered)));
        Assert.Equal("changes.case-over", await RefusedAsync(new Workflows.Changes.WhatIf.SimulateWithdrawal(network.Id, [network.Firms[0]], "just-cause", _entered)));
        Assert.Equal("intake.case-closed", await RefusedAsync(new OpenAccession(Ids.New(_given.Clock), network.Id, "12345670157", null, null)));
    }

    private async Task<AmendableTerms> RuleAsync(RunningNetwork network) => (await _given.DoneAsync(_given.Lecco, new ShowAmendmentRule(network.Id))).Terms;

    private OpenClosing Open(RunningNetwork network, string cause, DateOnly? on) => new(Ids.New(_given.Clock), network.Id, cause, on, null, null);

    private Task<OpenedClosing> OpenAsync(RunningNetwork network, string cause, DateOnly? on) => _given.DoneAsync(_given.Lecco, Open(network, cause, on));

    private async Task<Guid> AgreedAsync(RunningNetwork network)
    {
        var change = (await OpenAsync(network, ClosingCauses.Agreement, null)).Change;
        await VoteAsync(network, change, [.. network.Firms.Select(_ => true)]);
        return change;
    }

    private async Task<Guid> ReadyToEndAsync(RunningNetwork network)
    {
        var change = await AgreedAsync(network);
        await _given.DocumentAsync(network.Id, change, _today);
        _given.Clock.GoTo(_entered);
        await _given.EnterFilingsAsync(network.Id, change, _entered);
        return change;
    }

    private async Task VoteAsync(RunningNetwork network, Guid change, params bool[] answers)
    {
        foreach (var (vote, yes) in (await _given.DoneAsync(_given.Lecco, new ShowChange(network.Id, change))).Votes.Zip(answers))
        {
            await _given.DoneAsync(_given.Lecco, new RecordVote(Ids.New(_given.Clock), network.Id, vote.Vote, yes, "in assemblea"));
        }
    }

    /// <summary>Tasks of the changes alone, without those of the incubation.</summary>
    private async Task<List<string>> BesideAsync(CaseId id) => [.. (await _given.OpenBesideAsync(id)).Where(t => t is not ("send-pulse" or "collect-contribution"))];

    private Task<(int Items, int Timers, int Processes)> StillOpenAsync(CaseId id) => _given.ReadAsync(async db => (
        await db.WorkItems.CountAsync(i => i.CaseId == id && i.Status == WorkItemStatus.Open),
        await db.Timers.CountAsync(t => t.CaseId == id && t.Status == TimerStatus.Pending),
        await db.Processes.CountAsync(p => p.CaseId == id && p.Status == ProcessStatus.Running)));

    private Task<NetworkChange> ChangeAsync(Guid id) => _given.ReadAsync(db => db.NetworkChanges.SingleAsync(c => c.Id == id));

    private async Task<string> RefusedAsync<T>(MediatR.IRequest<Result<T>> request)
    {
        _given.Actor = Actor.Of(_given.Lecco);
        return (await _given.SendAsync(request)).Refusal!.Code;
    }
}
