using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Networks.Data;
using Networks.Data.Changes;
using Networks.Data.EnterpriseNetworks;
using Networks.Workflows.Changes.GiveUpChange;
using Networks.Workflows.Changes.RecordDocument;
using Networks.Workflows.Changes.SettleLine;
using Networks.Workflows.Changes.ShowChange;
using Networks.Workflows.Changes.WhatIf;
using Networks.Workflows.Common;
using Networks.Workflows.Engine.FireTimers;
using Networks.Workflows.Tests.Support;

namespace Networks.Workflows.Tests.Changes;

/// <summary>A firm leaves a network that runs.</summary>
public sealed class WithdrawalTests : IAsyncLifetime
{
    private static readonly DateOnly _today = new(2026, 3, 10);
    private Given _given = null!;

    public async ValueTask InitializeAsync() => _given = await Given.NewAsync();

    public ValueTask DisposeAsync() => _given.DisposeAsync();

    [Fact]
    public async Task Given_a_notice_when_it_is_accepted_then_the_firm_stays_until_its_day_and_then_is_out_and_filed()
    {
        var network = await _given.RunningNetworkAsync();
        var seen = await _given.SimulateAsync(network, "notice", _today, 1);
        var change = (await _given.DoneAsync(_given.Lecco, _given.Accept(network, seen))).Changes.Single();
        Assert.Equal(new DateOnly(2026, 9, 10), seen.LeavesOn);
        Assert.Equal(["record-document", "settle-line"], await _given.OpenBesideAsync(network.Id));

        await _given.DocumentAsync(network.Id, change, _today);
        Assert.Equal(ParticipantStatus.Active, (await FirmAsync(network.Firms[1])).Status);
        _given.Clock.GoTo(new DateOnly(2026, 9, 10));
        await FireAsync();
        var firm = await FirmAsync(network.Firms[1]);
        Assert.Equal((ParticipantStatus.Withdrawn, new DateOnly(2026, 9, 10)), (firm.Status, firm.LeftOn!.Value));
        Assert.Equal(["send-filing", "send-filing", "settle-line"], await _given.OpenBesideAsync(network.Id));

        await _given.EnterFilingsAsync(network.Id, change, new DateOnly(2026, 9, 10));
        await SettleAllAsync(network.Id, change, new DateOnly(2026, 9, 10));
        Assert.Equal(ChangeStatus.Done, (await ChangeAsync(change)).Status);
        Assert.Equal(["changes.withdrawal-opened", "changes.document-recorded", "changes.firm-left", "registration.filing-entered", "registration.filing-entered", "changes.line-settled", "changes.completed"],
            (await _given.HistoryAsync(network.Id)).Where(h => h.StartsWith("changes", StringComparison.Ordinal) || h.EndsWith("entered", StringComparison.Ordinal) && !h.StartsWith("engine", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Given_the_reference_enterprise_when_it_leaves_then_the_role_is_vacant_and_a_task_says_so()
    {
        var network = await _given.RunningNetworkAsync();
        var seen = await _given.SimulateAsync(network, "just-cause", _today, 0);

        var change = (await _given.DoneAsync(_given.Lecco, _given.Accept(network, seen))).Changes.Single();
        await _given.DocumentAsync(network.Id, change, _today);

        Assert.Null((await NetworkAsync(network.Id)).ReferenceEnterprise);
        Assert.Contains("name-reference", (await LinesAsync(change)).Select(l => l.Code));
        Assert.Equal(["como-lecco", "milano-monza-brianza-lodi"], (await _given.ReadAsync(db => db.Filings.Where(f => f.ChangeId == change).Select(f => f.ChamberCode).ToListAsync())).Order());
    }

    [Theory]
    [InlineData(2, "below-two")]
    [InlineData(3, "below-floor")]
    public async Task Given_too_few_that_stay_when_a_firm_leaves_then_the_desk_must_find_one_or_end_the_network(int firms, string line)
    {
        var network = await _given.RunningNetworkAsync(firms, terms: Given.SmallContract with { MinimumParticipants = 3 });

        var seen = await _given.SimulateAsync(network, "agreement", _today, 1);

        Assert.Contains(line, seen.ToDo.Select(c => c.Code));
    }

    [Fact]
    public async Task Given_a_firm_that_has_left_when_an_entry_is_corrected_then_its_own_still_makes_the_day_of_effect()
    {
        var network = await _given.RunningNetworkAsync();
        await _given.WriteAsync(async db => (await db.Filings.SingleAsync(f => f.ParticipantId == network.Firms[1])).Enter(new DateOnly(2026, 3, 9)));
        var seen = await _given.SimulateAsync(network, "just-cause", _today, 1);
        var change = (await _given.DoneAsync(_given.Lecco, _given.Accept(network, seen))).Changes.Single();
        await _given.DocumentAsync(network.Id, change, _today);

        await _given.EnterFilingsAsync(network.Id, change, _today);

        Assert.Equal(new DateOnly(2026, 3, 9), await EffectAsync(network.Id));
    }

    [Fact]
    public async Task Given_a_signed_deed_when_a_firm_leaves_by_a_deed_of_all_then_nobody_waits_for_its_entry()
    {
        var network = await _given.RunningNetworkAsync(stage: WithdrawalStage.AfterDeed);
        var seen = await _given.SimulateAsync(network, "agreement", _today, 2);
        Assert.Equal(["amending-deed", "file"], seen.ToDo.Select(c => c.Code));

        var change = (await _given.DoneAsync(_given.Lecco, _given.Accept(network, seen))).Changes.Single();
        Assert.Equal(ParticipantStatus.Active, (await FirmAsync(network.Firms[2])).Status);
        await _given.DocumentAsync(network.Id, change, _today);

        Assert.Equal(ParticipantStatus.Left, (await FirmAsync(network.Firms[2])).Status);
    }

    [Fact]
    public async Task Given_a_case_before_the_deed_when_the_list_is_accepted_then_the_firm_is_out_at_once()
    {
        var network = await _given.RunningNetworkAsync(stage: WithdrawalStage.BeforeDeed, fund: new CommonFund("denaro", "su conto comune", null, 30));
        var seen = await _given.SimulateAsync(network, "agreement", _today, 1);

        var done = await _given.DoneAsync(_given.Lecco, _given.Accept(network, seen));

        Assert.True(done.Left);
        Assert.Equal(0, await _given.ReadAsync(db => db.Outbox.CountAsync(m => m.Kind == "changes.firm-left")));
        Assert.Equal(ParticipantStatus.Left, (await FirmAsync(network.Firms[1])).Status);
        Assert.Equal(["divide-again"], (await LinesAsync(done.Changes.Single())).Select(l => l.Code));
        Assert.Equal(["settle-line"], await _given.OpenBesideAsync(network.Id));
    }

    [Fact]
    public async Task Given_a_firm_of_another_desk_when_it_leaves_before_the_deed_then_that_desk_is_told()
    {
        var network = await _given.RunningNetworkAsync(stage: WithdrawalStage.BeforeDeed);

        await _given.DoneAsync(_given.Lecco, _given.Accept(network, await _given.SimulateAsync(network, "agreement", _today, 2)));

        var mail = await _given.ReadAsync(db => db.Outbox.SingleAsync(m => m.Kind == "changes.firm-left"));
        Assert.Equal(_given.Como.Email, mail.To);
        Assert.Contains("vende l'azienda", mail.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Given_a_withdrawal_when_it_is_given_up_then_its_tasks_end_and_the_firm_stays()
    {
        var network = await _given.RunningNetworkAsync();
        var change = (await _given.DoneAsync(_given.Lecco, _given.Accept(network, await _given.SimulateAsync(network, "notice", _today, 1)))).Changes.Single();

        await _given.DoneAsync(_given.Lecco, new GiveUpChange(Ids.New(_given.Clock), network.Id, change, "ci ha ripensato"));

        Assert.Empty(await _given.OpenBesideAsync(network.Id));
        Assert.Equal(ChangeStatus.GivenUp, (await ChangeAsync(change)).Status);
        Assert.Equal(ParticipantStatus.Active, (await FirmAsync(network.Firms[1])).Status);
    }

    [Fact]
    public async Task Given_a_recorded_document_when_the_change_is_given_up_then_it_is_refused()
    {
        var network = await _given.RunningNetworkAsync();
        var change = (await _given.DoneAsync(_given.Lecco, _given.Accept(network, await _given.SimulateAsync(network, "notice", _today, 1)))).Changes.Single();
        await _given.DocumentAsync(network.Id, change, _today);

        Assert.Equal("changes.irreversible", await RefusedAsync(new GiveUpChange(Ids.New(_given.Clock), network.Id, change, "ci ha ripensato")));
    }

    [Fact]
    public async Task Given_a_document_when_it_is_no_document_or_of_a_wrong_day_then_each_fault_is_told()
    {
        var network = await _given.RunningNetworkAsync();
        var change = (await _given.DoneAsync(_given.Lecco, _given.Accept(network, await _given.SimulateAsync(network, "notice", _today, 1)))).Changes.Single();
        var picture = new DocumentUpload("foto.jpg", await _given.StoredAsync([0xFF, 0xD8, 0xFF]));
        RecordDocument Of(DateOnly? on, string? notary, string? repertorio, DocumentUpload? file, bool same) => new(Ids.New(_given.Clock), network.Id, change, on, notary, repertorio, file, same);

        Assert.Equal("changes.file-kind", await RefusedAsync(Of(_today, null, null, picture, true)));
        Assert.Equal("changes.day-in-future", await RefusedAsync(Of(_today.AddDays(1), null, null, picture, true)));
        Assert.Equal("changes.day-before", await RefusedAsync(Of(new DateOnly(2026, 1, 1), null, null, picture, true)));
        Assert.Equal("changes.notary-incomplete", await RefusedAsync(Of(_today, "Anna Bianchi", null, picture, true)));
        Assert.Equal("changes.text-unconfirmed", await RefusedAsync(Of(_today, null, null, picture, false)));
        Assert.Equal("changes.file-missing", await RefusedAsync(Of(_today, null, null, null, true)));
    }

    private async Task SettleAllAsync(CaseId id, Guid change, DateOnly on)
    {
        foreach (var line in await LinesAsync(change))
        {
            await _given.DoneAsync(_given.Lecco, new SettleLine(Ids.New(_given.Clock), id, line.Id, on, "fatto"));
        }

        var view = await _given.DoneAsync(_given.Lecco, new ShowChange(id, change));
        Assert.All(view.Lines, line => Assert.Equal((on, false), (line.DoneOn!.Value, line.IsOpen)));
    }

    private async Task FireAsync() => await _given.Services.GetRequiredService<TimerSweep>().FireDueAsync(default);

    private async Task<string> RefusedAsync<T>(MediatR.IRequest<Result<T>> request)
    {
        _given.Actor = Actor.Of(_given.Lecco);
        return (await _given.SendAsync(request)).Refusal!.Code;
    }

    private async Task<DateOnly?> EffectAsync(CaseId id)
    {
        await using var scope = _given.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<LegalEffect>().ComputeAsync(id, default);
    }

    private Task<Participant> FirmAsync(ParticipantId id) => _given.ReadAsync(db => db.Participants.SingleAsync(p => p.Id == id));

    private Task<EnterpriseNetwork> NetworkAsync(CaseId id) => _given.ReadAsync(db => db.EnterpriseNetworks.SingleAsync(n => n.CaseId == id));

    private Task<NetworkChange> ChangeAsync(Guid id) => _given.ReadAsync(db => db.NetworkChanges.SingleAsync(c => c.Id == id));

    private Task<List<ChangeTask>> LinesAsync(Guid change) => _given.ReadAsync(db => db.ChangeTasks.Where(t => t.ChangeId == change).OrderBy(t => t.Id).ToListAsync());
}
