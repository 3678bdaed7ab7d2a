using System.Text;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Cases;
using Networks.Data.EnterpriseNetworks;
using Networks.Data.Filings;
using Networks.Data.Firms;
using Networks.Data.Work;
using Networks.Workflows.Changes.AcceptWithdrawal;
using Networks.Workflows.Changes.RecordDocument;
using Networks.Workflows.Changes.WhatIf;
using Networks.Workflows.Engine;
using Networks.Workflows.Processes;
using Networks.Workflows.Registration.RecordOutcome;

namespace Networks.Workflows.Tests.Support;

/// <summary>Vocabulary of networks that run and change.</summary>
public sealed partial class Given
{
    /// <summary>The day of effect of <see cref="RunningNetworkAsync"/>.</summary>
    public static readonly DateOnly RunningSince = new(2026, 3, 6);

    /// <summary>
    /// A network of Lecco whose process stands where the stage says: firms of Lecco, the third one of Como; registered in
    /// Lecco, the second in Monza; the first is impresa di riferimento.
    /// </summary>
    public async Task<RunningNetwork> RunningNetworkAsync(
        int firms = 3, WithdrawalStage stage = WithdrawalStage.AfterEffect, NetworkKind kind = NetworkKind.Contractual, ContractTerms? terms = null, CommonFund? fund = null, CommonBody? body = null)
    {
        var id = CaseId.New(Clock);
        var taken = await ReadAsync(db => db.Firms.CountAsync());
        var firmIds = new List<FirmId>();
        for (var i = 1; i <= firms; i++)
        {
            firmIds.Add(await FirmAsync(i == 3 ? Como : Lecco, taken + i, reaProvince: i == 2 ? "MB" : "LC"));
        }

        var participants = new List<Participant>();
        var deed = new DateOnly(2026, 3, 2);
        await WriteAsync(db =>
        {
            var @case = new Case(id, $"N-2026-{taken + 1:0000}", Programme, Lecco.AssociationId, Need, new DateOnly(2026, 1, 12)) { DeedOn = stage == WithdrawalStage.BeforeDeed ? null : deed };
            if (stage == WithdrawalStage.AfterEffect)
            {
                @case.ConfirmEffect(RunningSince);
            }

            for (var i = 0; i < firms; i++)
            {
                participants.Add(new Participant(ParticipantId.New(Clock), id, firmIds[i], (i == 2 ? Como : Lecco).AssociationId, ParticipantStatus.Active, new DateOnly(2026, 1, 12))
                {
                    Order = i + 1,
                    ContributionCents = fund is null ? null : 1_000_00 * (i + 1),
                });
            }

            db.Add(@case);
            db.AddRange(participants);
            db.Add(new EnterpriseNetwork(id, $"Rete Prova {taken}")
            {
                Kind = kind,
                Terms = terms ?? SmallContract with { NoticeMonths = 6, OpenAccession = true },
                Fund = fund,
                Body = body,
                Seat = new PostalAddress("Via Roma", "1", "23900", "Lecco", "LC"),
                ReferenceEnterprise = kind == NetworkKind.Contractual ? new ReferenceEnterprise(participants[0].Id) : null,
            });
            foreach (var one in stage == WithdrawalStage.BeforeDeed ? [] : kind == NetworkKind.LegalEntity ? [null] : participants.Select(p => (Participant?)p))
            {
                var filing = new Filing(FilingId.New(Clock), id, one?.Id, "como-lecco", one?.DeskId ?? Lecco.AssociationId);
                if (stage == WithdrawalStage.AfterEffect)
                {
                    filing.Send(deed, null);
                    filing.Enter(RunningSince);
                }

                db.Add(filing);
            }

            return Task.CompletedTask;
        });
        await EngineAsync(id, (engine, @case) => engine.StartAsync(@case, FormNetworkV1.ProcessName, default));
        return new RunningNetwork(id, [.. participants.Select(p => p.Id)]);
    }

    /// <summary>What would follow if these firms of the network left.</summary>
    public async Task<WithdrawalSimulation> SimulateAsync(RunningNetwork network, string cause, DateOnly on, params int[] places)
    {
        ArgumentNullException.ThrowIfNull(network);
        return await DoneAsync(Lecco, new SimulateWithdrawal(network.Id, [.. places.Select(p => network.Firms[p])], cause, on));
    }

    public AcceptWithdrawal Accept(RunningNetwork network, WithdrawalSimulation seen)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(seen);
        return new(Ids.New(Clock), network.Id, [.. seen.Choices.Where(c => c.Chosen).Select(c => new ParticipantId(c.Participant))], seen.Cause, seen.On, seen.Stamp, "vende l'azienda");
    }

    /// <summary>A private document of a day, as a PDF.</summary>
    public async Task DocumentAsync(CaseId id, Guid change, DateOnly on) => await DoneAsync(Lecco, new RecordDocument(
        Ids.New(Clock), id, change, on, null, null, new DocumentUpload("lettera.pdf", await StoredAsync(Encoding.ASCII.GetBytes($"%PDF-1.7 {change}"))), true));

    /// <summary>Every filing of the change is sent and entered on the same day.</summary>
    public async Task EnterFilingsAsync(CaseId id, Guid change, DateOnly on)
    {
        foreach (var filing in await ReadAsync(db => db.Filings.Where(f => f.ChangeId == change).OrderBy(f => f.Id).Select(f => f.Id).ToListAsync()))
        {
            await DoneAsync(Lecco, new RecordOutcome(Ids.New(Clock), id, filing, FilingOutcome.Entered, on, null, null, null, null));
        }
    }

    /// <summary>The open tasks of the procedures beside the network's own, by name.</summary>
    public Task<List<string>> OpenBesideAsync(CaseId id) => ReadAsync(async db =>
    {
        var items = await (
            from i in db.WorkItems
            where i.CaseId == id && i.Status == WorkItemStatus.Open
            join s in db.Scopes on i.ScopeId equals s.Id
            join p in db.Processes on s.ProcessId equals p.Id
            where p.IsBeside
            select i).ToListAsync();
        return items.Select(i => i.Name).Order(StringComparer.Ordinal).ToList();
    });
}

/// <param name="Firms">Participants in the contract's order.</param>
public sealed record RunningNetwork(CaseId Id, IReadOnlyList<ParticipantId> Firms);
