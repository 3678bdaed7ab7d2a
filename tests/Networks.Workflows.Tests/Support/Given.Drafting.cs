using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Networks.Data;
using Networks.Data.Cases;
using Networks.Data.EnterpriseNetworks;
using Networks.Data.Firms;
using Networks.Workflows.Common;
using Networks.Workflows.Engine;
using Networks.Workflows.Processes;

namespace Networks.Workflows.Tests.Support;

/// <summary>Vocabulary of drafting.</summary>
public sealed partial class Given
{
    /// <summary>A case led by Lecco whose intake is complete, with so many firms of Lecco and the terms of a small contract.</summary>
    public async Task<CaseId> CaseInDraftingAsync(int firms = 2, ContractTerms? terms = null)
    {
        var id = CaseId.New(Clock);
        var firmIds = new List<FirmId>();
        for (var i = 1; i <= firms; i++)
        {
            firmIds.Add(await FirmAsync(Lecco, i));
        }

        await WriteAsync(db =>
        {
            db.Add(new Case(id, "N-2026-0001", Programme, Lecco.AssociationId, "verniciatura in comune", new DateOnly(2026, 3, 10)));
            var participants = firmIds.Select((firm, i) => new Participant(ParticipantId.New(Clock), id, firm, Lecco.AssociationId, ParticipantStatus.Active, new DateOnly(2026, 3, 10)) { Order = i + 1 }).ToList();
            db.AddRange(participants);
            db.Add(new EnterpriseNetwork(id, "Rete Prova")
            {
                Kind = NetworkKind.Contractual,
                Form = SignatureForm.DigitalStandardModel,
                Terms = terms ?? SmallContract,
                ReferenceEnterprise = new ReferenceEnterprise(participants[0].Id),
            });
            return Task.CompletedTask;
        });
        await using var scope = _services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Who = Actor.Service;
        var db = scope.ServiceProvider.GetRequiredService<NetworksDbContext>();
        var engine = scope.ServiceProvider.GetRequiredService<WorkflowEngine>();
        var @case = await db.Cases.SingleAsync(c => c.Id == id);
        await engine.StartAsync(@case, FormNetworkV1.ProcessName, default);
        await db.SaveChangesAsync();
        await engine.CompleteAsync(@case, "complete-intake", null, "complete", default);
        await db.SaveChangesAsync();
        return id;
    }

    /// <summary>Everything that a contract without fund and body must say.</summary>
    public static ContractTerms SmallContract => new()
    {
        Programme = "acquistano insieme energia e vernici",
        Objectives = [new StrategicObjective("ridurre il costo dell'energia", "euro per tonnellata, ogni anno")],
        MeansOfPursuit = "un solo acquirente per tutte\nun confronto trimestrale dei consumi",
        RightsAndDuties = "comunicare i propri consumi\nrispettare gli ordini comuni",
        DurationYears = 5,
        RenewalYears = 1,
        AccessionRules = "avere sede in Lombardia",
        NoticeMonths = 6,
        DecisionPercent = 0,
        DisputeCourt = "Lecco",
        MediationBody = "la Camera di commercio di Como-Lecco",
        TaxRegistrationPerson = "Ada Prova",
        TaxRegistrationTaxCode = "RSSMRA80A01H501U",
    };
}
