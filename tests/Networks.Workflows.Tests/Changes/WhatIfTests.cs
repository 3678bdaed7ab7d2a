using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.EnterpriseNetworks;
using Networks.Data.Work;
using Networks.Workflows.Changes.AcceptWithdrawal;
using Networks.Workflows.Changes.WhatIf;
using Networks.Workflows.Common;
using Networks.Workflows.Rules;
using Networks.Workflows.Tests.Support;

namespace Networks.Workflows.Tests.Changes;

/// <summary>The simulation changes nothing; accepting it does exactly what it listed.</summary>
public sealed class WhatIfTests : IAsyncLifetime
{
    private static readonly DateOnly _today = new(2026, 3, 10);
    private Given _given = null!;

    public async ValueTask InitializeAsync() => _given = await Given.NewAsync();

    public ValueTask DisposeAsync() => _given.DisposeAsync();

    [Theory]
    [InlineData(WithdrawalStage.BeforeDeed)]
    [InlineData(WithdrawalStage.AfterDeed)]
    [InlineData(WithdrawalStage.AfterEffect)]
    public async Task Given_a_simulation_then_no_row_of_the_database_is_another(WithdrawalStage stage)
    {
        var network = await _given.RunningNetworkAsync(3, stage, fund: new CommonFund("denaro", "su conto comune", null, 30), body: new CommonBody("Impresa 1", "firmare", "a maggioranza", null));
        var before = await AllRowsAsync();

        var seen = await _given.SimulateAsync(network, WithdrawalCauses.Agreement, _today, 0, 1);

        Assert.NotEmpty(seen.Consequences);
        Assert.Equal(before, await AllRowsAsync());
    }

    [Fact]
    public async Task Given_any_network_when_a_simulation_is_accepted_then_exactly_its_lines_are_there_to_do()
    {
        var random = new Random(20260310);
        for (var round = 0; round < 24; round++)
        {
            var network = await AnyNetworkAsync(random);
            var places = Enumerable.Range(0, network.Firms.Count).OrderBy(_ => random.Next()).Take(random.Next(1, 3)).ToArray();
            var cause = WithdrawalCauses.All[random.Next(WithdrawalCauses.All.Count)];
            var seen = await _given.SimulateAsync(network, cause, _today, places);
            if (seen.Refusal is not null)
            {
                Assert.Equal("changes.no-free-withdrawal", seen.Refusal.Code);
                continue;
            }

            var before = await OpenItemsAsync(network.Id);
            var done = await _given.DoneAsync(_given.Lecco, _given.Accept(network, seen));

            Assert.Equal(seen.ToDo.Select(Line).Order(StringComparer.Ordinal), await MadeAsync(network.Id, done.Changes, before));
            Assert.Equal(seen.ToDo.Count(), done.ToDo);
        }
    }

    [Fact]
    public async Task Given_a_case_that_changed_meanwhile_when_the_old_simulation_is_accepted_then_it_is_refused_and_nothing_begins()
    {
        var network = await _given.RunningNetworkAsync();
        var seen = await _given.SimulateAsync(network, WithdrawalCauses.Notice, _today, 0);
        await _given.WriteAsync(async db =>
            (await db.EnterpriseNetworks.SingleAsync(n => n.CaseId == network.Id)).ReferenceEnterprise = new ReferenceEnterprise(network.Firms[1]));

        var stale = await SendAsync(_given.Accept(network, seen));

        Assert.Equal("changes.stale", stale.Refusal!.Code);
        Assert.Empty(await _given.ReadAsync(db => db.NetworkChanges.ToListAsync()));
        Assert.True((await SendAsync(_given.Accept(network, await _given.SimulateAsync(network, WithdrawalCauses.Notice, _today, 0)))).Ok);
    }

    [Fact]
    public async Task Given_a_note_on_the_case_when_the_simulation_is_accepted_then_it_still_holds()
    {
        var network = await _given.RunningNetworkAsync();
        var seen = await _given.SimulateAsync(network, WithdrawalCauses.Notice, _today, 1);
        await _given.NoteAsync(network.Id);

        Assert.True((await SendAsync(_given.Accept(network, seen))).Ok);
    }

    [Fact]
    public async Task Given_a_firm_that_leaves_already_when_it_is_simulated_again_then_that_is_told()
    {
        var network = await _given.RunningNetworkAsync();
        await _given.DoneAsync(_given.Lecco, _given.Accept(network, await _given.SimulateAsync(network, WithdrawalCauses.Notice, _today, 1)));

        Assert.Equal("changes.leaves-already", (await _given.SimulateAsync(network, WithdrawalCauses.Notice, _today, 1)).Refusal!.Code);
    }

    [Fact]
    public async Task Given_a_fund_when_a_firm_leaves_then_the_shares_of_the_others_are_divided_anew_and_the_fund_is_not()
    {
        var network = await _given.RunningNetworkAsync(fund: new CommonFund("denaro", "su conto comune", null, 30));

        var seen = await _given.SimulateAsync(network, WithdrawalCauses.Notice, _today, 2);

        Assert.Equal([("16.7 %", "33.3 %"), ("33.3 %", "66.7 %")], seen.Measures.Where(m => m.Key.StartsWith("share:", StringComparison.Ordinal)).Select(m => (Plain(m.Before), Plain(m.After))));
        Assert.Contains("settle-fund", seen.ToDo.Select(l => l.Code));
        Assert.DoesNotContain("divide-again", seen.ToDo.Select(l => l.Code));
    }

    [Fact]
    public async Task Given_an_officer_of_another_desk_when_it_simulates_or_accepts_then_rights_decide()
    {
        var network = await _given.RunningNetworkAsync();
        var seen = await _given.SimulateAsync(network, WithdrawalCauses.Notice, _today, 2);

        _given.Actor = Actor.Of(_given.Como);
        Assert.True((await _given.SendAsync(new SimulateWithdrawal(network.Id, [network.Firms[2]], null, null))).Ok);
        Assert.Equal("common.not-allowed", (await _given.SendAsync(_given.Accept(network, seen))).Refusal!.Code);
        _given.Actor = Actor.Of(_given.Monza);
        Assert.Equal("common.not-found", (await _given.SendAsync(new SimulateWithdrawal(network.Id, [], null, null))).Refusal!.Code);
    }

    private async Task<RunningNetwork> AnyNetworkAsync(Random random)
    {
        var stage = (WithdrawalStage)random.Next(3);
        return await _given.RunningNetworkAsync(
            random.Next(2, 5), stage, random.Next(4) == 0 ? NetworkKind.LegalEntity : NetworkKind.Contractual,
            Given.SmallContract with { NoticeMonths = random.Next(3) == 0 ? null : 6, MinimumParticipants = random.Next(2, 4), NonCompete = random.Next(2) == 0 ? null : new NonCompete("filati", 12) },
            random.Next(2) == 0 ? null : new CommonFund("denaro", "su conto comune", null, 30),
            random.Next(2) == 0 ? null : new CommonBody("Impresa 1", "firmare", "a maggioranza", null));
    }

    /// <summary>What the acceptance left: lines, filings, and the tasks of bringing in a document.</summary>
    private Task<List<string>> MadeAsync(CaseId id, IReadOnlyList<Guid> changes, HashSet<Guid> before) => _given.ReadAsync(async db =>
    {
        var lines = await db.ChangeTasks.Where(t => changes.Contains(t.ChangeId)).ToListAsync();
        var filings = await db.Filings.Where(f => f.ChangeId != null && changes.Contains(f.ChangeId.Value)).ToListAsync();
        var items = (await db.WorkItems.Where(i => i.CaseId == id && i.Status == WorkItemStatus.Open).ToListAsync()).Where(i => !before.Contains(i.Id.Value)).ToList();

        // Every line is an open task, and there is no task of a change beside the lines and the documents.
        Assert.Equal(lines.Select(l => l.Id).Order(), items.Where(i => i.Name == "settle-line").Select(i => i.SubjectId).Order());
        Assert.DoesNotContain(items, i => i.Name is "send-filing" && filings.Exists(f => f.Id.Value == i.SubjectId));
        return lines.Select(l => $"{ConsequenceKind.Task} {l.Code} {string.Join('|', l.Values)}")
            .Concat(filings.Select(f => $"{ConsequenceKind.Filing} {f.ParticipantId?.Value} {f.ChamberCode}"))
            .Concat(items.Where(i => i.Name == "record-document").Select(_ => $"{ConsequenceKind.Document}"))
            .Order(StringComparer.Ordinal).ToList();
    });

    private static string Line(Consequence line) => line.Kind switch
    {
        ConsequenceKind.Task => $"{line.Kind} {line.Code} {string.Join('|', line.Values)}",
        ConsequenceKind.Filing => $"{line.Kind} {line.Filer?.Value} {line.Chamber}",
        _ => $"{line.Kind}",
    };

    private Task<HashSet<Guid>> OpenItemsAsync(CaseId id) => _given.ReadAsync(async db =>
        (await db.WorkItems.Where(i => i.CaseId == id && i.Status == WorkItemStatus.Open).Select(i => i.Id).ToListAsync()).Select(i => i.Value).ToHashSet());

    private async Task<List<string>> AllRowsAsync() => [.. (await _given.RowsAsync()).Select(row => row.ToString())];

    private async Task<Result<AcceptedWithdrawal>> SendAsync(AcceptWithdrawal act)
    {
        _given.Actor = Actor.Of(_given.Lecco);
        return await _given.SendAsync(act);
    }

    private static string Plain(string percent) => percent.Replace(',', '.').Replace('\u00a0', ' ').Replace("%", " %", StringComparison.Ordinal).Replace("  ", " ", StringComparison.Ordinal);
}
