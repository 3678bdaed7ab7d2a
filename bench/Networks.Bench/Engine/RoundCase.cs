using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Networks.Data;
using Networks.Data.Associations;
using Networks.Data.Drafts;
using Networks.Data.EnterpriseNetworks;
using Networks.Data.Files;
using Networks.Data.Firms;
using Networks.Data.Officers;
using Networks.Data.Programmes;
using Networks.Workflows.Access;
using Networks.Workflows.Casework.CloseCase;
using Networks.Workflows.Common;
using Networks.Workflows.Drafting.ApproveDraft;
using Networks.Workflows.Engine;
using Networks.Workflows.Intake.CompleteIntake;
using Networks.Workflows.Intake.OpenCase;

namespace Networks.Bench.Engine;

/// <summary>A firm that is asked, and its mailed link.</summary>
internal sealed record Asked(CaseId Case, ParticipantId Participant, FirmId Firm, RoundId Round, string Name, string Token)
{
    /// <summary>The step that is measured: the firm approves the text of a working round by its link.</summary>
    public ApproveDraft Answer() => new(Case, Token, Round, Name, null) { OperationId = Ids.New(TimeProvider.System) };

    public Actor Actor => Actor.FirmByLink(Participant, Firm, Case);
}

/// <summary>A desk with eight firms, and a case of them in which a text was put to all eight.</summary>
internal static class RoundCase
{
    public const int Firms = 8;

    public static async Task<Officer> SeedAsync(Ground ground) => await ground.WithAsync(async (_, db) =>
    {
        await db.Database.MigrateAsync();
        var clock = TimeProvider.System;
        var desk = new Association(AssociationId.New(clock), ProgrammeId.New(clock), "Associazione Prova", "Desk di Prova", AssociationKind.Desk) { Email = "desk@mail.example" };
        db.Add(new Programme(desk.ProgrammeId, "PROVA", "Programma di prova", new LeadPartner(desk.Id)));
        db.Add(desk);
        var officer = new Officer(OfficerId.New(clock), desk.Id, "Persona Prova", "persona@mail.example", OfficerRoles.Desk);
        db.Add(officer);
        for (var i = 1; i <= Firms; i++)
        {
            var vat = VatNumber.Complete($"{9000000 + i:0000000}015").Value;
            var firm = new Firm(FirmId.New(clock), desk.Id, $"Alfa {i} Srl", vat) { VatNumber = vat, LegalForm = LegalForm.Srl, Email = $"firm{i}@mail.example", RegisterStatus = RegisterStatus.Entered };
            firm.Appoint(new LegalRepresentative(Ids.New(clock), Representative(i), TaxCode.Complete($"XXXYYY{i:00}A01H501").Value, new DateOnly(2020, 1, 1)));
            firm.Give(new Consent(Ids.New(clock), ConsentPurpose.Contact, new DateOnly(2026, 3, 1), null, "telefono"));
            db.Add(firm);
        }

        await db.SaveChangesAsync();
        return officer;
    });

    /// <summary>The desk's first act on a phone call; it starts the process.</summary>
    public static async Task<OpenCase> CallAsync(Ground ground, int firms)
    {
        var codes = await ground.WithAsync((_, db) => db.Firms.OrderBy(f => f.Name).Take(firms).Select(f => f.TaxCode).ToListAsync());
        return new OpenCase("acquisto comune di energia", string.Join('\n', codes)) { Name = "Rete Prova", Kind = NetworkKind.Contractual, Form = SignatureForm.DigitalStandardModel };
    }

    /// <summary>Opened and completed by the product's acts; the round's rows are written as its act would.</summary>
    public static async Task<CaseId> MakeAsync(Ground ground, Officer officer)
    {
        var call = await CallAsync(ground, Firms);
        var id = (await ground.SendAsync(Actor.Of(officer), call with { OperationId = Ids.New(TimeProvider.System) })).Case;
        await ground.SendAsync(Actor.Of(officer), new CompleteIntake(id) { OperationId = Ids.New(TimeProvider.System) });
        await ground.WithAsync(async (services, db) =>
        {
            var clock = TimeProvider.System;
            var lastDay = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime).AddDays(21);
            var word = new StoredFile(FileId.New(clock), new string('a', 64), 1, "contratto.docx", "application/octet-stream", clock.GetUtcNow()) { CaseId = id };
            var draft = new Draft(DraftId.New(clock), id, 1, word.Id, new string('b', 64), clock.GetUtcNow());
            var round = new ApprovalRound(RoundId.New(clock), id, 1, draft.Id, RoundKind.Working, lastDay, clock.GetUtcNow());
            db.AddRange(word, draft, round);
            foreach (var participant in await db.Participants.Where(p => p.CaseId == id).OrderBy(p => p.Order).Select(p => p.Id).ToListAsync())
            {
                round.Ask(participant);
                db.Add(new FirmLink(Ids.New(clock), id, participant, LinkToken.Hash(LinkToken.New()), lastDay, clock.GetUtcNow()));
            }

            await db.SaveChangesAsync();
            var @case = await db.Cases.SingleAsync(c => c.Id == id);
            await services.GetRequiredService<WorkflowEngine>().CompleteAsync(@case, "prepare-text", null, "round-opened", default);
            return await db.SaveChangesAsync();
        });
        return id;
    }

    /// <summary>A case in which all have answered and which was closed, and copies of it.</summary>
    /// <param name="count">All together; the copies have the numbers from 1 to one less.</param>
    /// <returns>The case that was copied.</returns>
    public static async Task<CaseId> FinishAsync(Ground ground, Officer officer, int count)
    {
        var ended = await MakeAsync(ground, officer);
        foreach (var firm in await AskAsync(ground, []))
        {
            await ground.SendAsync(firm.Actor, firm.Answer());
        }

        await ground.SendAsync(Actor.Of(officer), new CloseCase(Ids.New(TimeProvider.System), ended, "no-agreement", null));
        await CaseCopies.MakeAsync(ground, ended, 1, count - 1);
        return ended;
    }

    /// <summary>Gives every open link a token that is known here.</summary>
    /// <returns>The firms asked, case by case.</returns>
    public static async Task<IReadOnlyList<Asked>> AskAsync(Ground ground, IReadOnlyCollection<CaseId> but) => await ground.WithAsync(async (_, db) =>
    {
        var names = await db.Firms.OrderBy(f => f.Name).Select(f => f.Id).ToListAsync();
        var rows = await (
            from link in db.FirmLinks
            where link.ReplacedAt == null && !but.Contains(link.CaseId)
            join participant in db.Participants on link.ParticipantId equals participant.Id
            join round in db.ApprovalRounds on link.CaseId equals round.CaseId
            where round.Status == RoundStatus.Open
            select new { Link = link.Id, link.CaseId, Participant = participant.Id, participant.FirmId, participant.Order, Round = round.Id }).ToListAsync();
        var asked = new List<Asked>();
        await using var transaction = await db.Database.BeginTransactionAsync();
        foreach (var row in rows.OrderBy(r => r.CaseId.Value).ThenBy(r => r.Order))
        {
            var token = LinkToken.New();
            await db.FirmLinks.Where(l => l.Id == row.Link).ExecuteUpdateAsync(set => set.SetProperty(l => l.TokenHash, LinkToken.Hash(token)));
            asked.Add(new Asked(row.CaseId, row.Participant, row.FirmId, row.Round, Representative(1 + names.IndexOf(row.FirmId)), token));
        }

        await transaction.CommitAsync();
        return asked;
    });

    private static string Representative(int number) => $"Rappresentante Numero{number}";
}
