using System.Text.RegularExpressions;
using MediatR;
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
using Networks.Workflows.Common;
using Networks.Workflows.Drafting.OpenApprovalRound;
using Networks.Workflows.Intake.CompleteIntake;
using Networks.Workflows.Intake.OpenCase;
using Networks.Workflows.Tests.Documents;
using Networks.Workflows.Tests.Support;

namespace Networks.Faults.Support;

/// <summary>Writes the rows that a world begins with: by the product's own acts wherever a process is concerned.</summary>
internal sealed partial class Seed(IServiceProvider services, TimeProvider clock, DateOnly? lastDay)
{
    /// <summary>Persons' invented tax codes end with 99.</summary>
    private const int Persons = 99;

    public static byte[] Contract(int version) => WordFiles.Bytes(string.Concat(
        new[] { "Contratto di rete", "Art. 1 - Oggetto", $"Le imprese acquistano insieme, versione {version}.", "Art. 2 - Durata", "Cinque anni." }.Select(WordFiles.Paragraph)));

    /// <summary>A last day that is far enough and a working day.</summary>
    public static DateOnly LastDay(TimeProvider clock) => BusinessCalendar.AddWorkingDays(BusinessCalendar.DayOf(clock.GetUtcNow()), 15);

    /// <summary>A programme, a desk with an officer, and so many firms of that desk.</summary>
    public Task<Officer> DeskAsync(int firms) => WithAsync(async db =>
    {
        var desk = new Association(AssociationId.New(clock), ProgrammeId.New(clock), "Associazione di Lecco", "Desk di Lecco", AssociationKind.Desk) { Email = "desk@mail.example", Phone = "0341 000000" };
        db.Add(new Programme(desk.ProgrammeId, "PROVA", "Programma di prova", new LeadPartner(desk.Id)));
        db.Add(desk);
        var officer = new Officer(OfficerId.New(clock), desk.Id, "Persona Lecco", "persona@mail.example", OfficerRoles.Desk);
        db.Add(officer);
        for (var i = 1; i <= firms; i++)
        {
            var vat = InventedIdentifiers.Vat(i);
            var firm = new Firm(FirmId.New(clock), desk.Id, $"Alfa {i} Srl", vat)
            {
                VatNumber = vat,
                LegalForm = LegalForm.Srl,
                Email = $"firm{i}@mail.example",
                ReaProvince = "LC",
                ReaNumber = 200000 + i,
                RegisterStatus = RegisterStatus.Entered,
            };
            firm.Appoint(new LegalRepresentative(Ids.New(clock), $"Rappresentante Numero{i}", InventedIdentifiers.Person(1 + (i % Persons)), new DateOnly(2020, 1, 1)));
            firm.Give(new Consent(Ids.New(clock), ConsentPurpose.Contact, new DateOnly(2026, 3, 1), null, "telefono"));
            db.Add(firm);
        }

        await db.SaveChangesAsync();
        return officer;
    });

    /// <summary>Networks whose text was put to all their firms, each firm in one of them.</summary>
    public async Task<IReadOnlyList<SeededCase>> CasesAsync(Officer officer, int cases, int firms)
    {
        var made = new List<SeededCase>();
        for (var n = 0; n < cases; n++)
        {
            made.Add(await CaseAsync(Actor.Of(officer), n * firms, firms));
        }

        return made;
    }

    private async Task<SeededCase> CaseAsync(Actor officer, int first, int firms)
    {
        var codes = Enumerable.Range(first + 1, firms).Select(InventedIdentifiers.Vat);
        var opened = await SendAsync(officer, new OpenCase($"bisogno {first}", string.Join('\n', codes))
        {
            OperationId = Ids.New(clock),
            Name = $"Rete {first}",
            Kind = NetworkKind.Contractual,
            Form = SignatureForm.DigitalStandardModel,
        });
        var id = opened.Case;
        await SendAsync(officer, new CompleteIntake(id) { OperationId = Ids.New(clock) });
        using var text = new MemoryStream(Contract(1));
        var stored = (await services.GetRequiredService<IFileStore>().PutAsync(text, long.MaxValue, default)).Value;
        var draft = await WithAsync(async db =>
        {
            var file = new StoredFile(FileId.New(clock), stored.Sha256, stored.SizeBytes, "v1.docx", "application/octet-stream", clock.GetUtcNow()) { CaseId = id };
            var version = new Draft(DraftId.New(clock), id, 1, file.Id, stored.Sha256, clock.GetUtcNow()) { Origin = DraftOrigin.Uploaded };
            db.AddRange(file, version);
            await db.SaveChangesAsync();
            return version.Id;
        });
        var round = await SendAsync(officer, new OpenApprovalRound(id, draft, RoundKind.Working, lastDay ?? LastDay(clock), null, null, CallThem: false) { OperationId = Ids.New(clock) });
        return await WithAsync(async db =>
        {
            var mails = await db.Outbox.Where(m => m.CaseId == id && m.ParticipantId != null).ToListAsync();
            var participants = await db.Participants.Where(p => p.CaseId == id).OrderBy(p => p.Order).ToListAsync();
            return new SeededCase(id, [.. participants.Select((p, i) => new SeededFirm(p.Id, $"Rappresentante Numero{first + 1 + i}", LinkInMail().Match(mails.Single(m => m.ParticipantId == p.Id).Body).Groups[1].Value))])
            {
                Round = round.Round,
            };
        });
    }

    private async Task<T> SendAsync<T>(Actor who, IRequest<Result<T>> request)
    {
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Who = who;
        var answer = await scope.ServiceProvider.GetRequiredService<IMediator>().Send(request);
        return answer.Ok ? answer.Value : throw new InvalidOperationException($"{request.GetType().Name}: {answer.Refusal?.Code}");
    }

    private async Task<T> WithAsync<T>(Func<NetworksDbContext, Task<T>> act)
    {
        await using var scope = services.CreateAsyncScope();
        return await act(scope.ServiceProvider.GetRequiredService<NetworksDbContext>());
    }

    [GeneratedRegex("/f/([A-Za-z0-9_-]{43})")]
    private static partial Regex LinkInMail();
}
