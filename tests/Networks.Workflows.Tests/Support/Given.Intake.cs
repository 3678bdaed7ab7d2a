using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Networks.Data;
using Networks.Data.Cases;
using Networks.Data.Drafts;
using Networks.Data.EnterpriseNetworks;
using Networks.Data.Faults;
using Networks.Data.Files;
using Networks.Data.Firms;
using Networks.Data.Officers;
using Networks.Data.Outbox;
using Networks.Workflows.Common;
using Networks.Workflows.Engine;
using Networks.Workflows.Intake.CompleteIntake;
using Networks.Workflows.Intake.ConfirmFirm;
using Networks.Workflows.Intake.OpenCase;

namespace Networks.Workflows.Tests.Support;

public sealed partial class Given
{
    public const string Need = "verniciatura industriale in comune";

    /// <summary>A case of Lecco opened by the real command; kind and form chosen.</summary>
    public async Task<CaseId> CaseAsync(params FirmId[] firms)
    {
        var codes = await ReadAsync(db => db.Firms.Where(f => firms.Contains(f.Id)).ToDictionaryAsync(f => f.Id, f => f.TaxCode));
        var opened = await DoneAsync(Lecco, new OpenCase(Need, string.Join('\n', firms.Select(f => codes[f])))
        {
            OperationId = Ids.New(Clock),
            Name = "Rete Prova",
            Kind = NetworkKind.Contractual,
            Form = SignatureForm.DigitalStandardModel,
        });
        LetAMinutePass();
        return opened.Case;
    }

    /// <summary>A case of Lecco with so many of its own firms, whose text is being prepared.</summary>
    public async Task<CaseId> DraftingCaseAsync(int firms)
    {
        var ids = new List<FirmId>();
        for (var i = 1; i <= firms; i++)
        {
            ids.Add(await FirmAsync(Lecco, i));
        }

        var id = await CaseAsync([.. ids]);
        await DoneAsync(Lecco, new CompleteIntake(id) { OperationId = Ids.New(Clock) });
        LetAMinutePass();
        return id;
    }

    /// <summary>The other desk says yes for its proposed firm.</summary>
    public async Task ConfirmedAsync(Officer officer, CaseId id, ParticipantId participant) =>
        await DoneAsync(officer, new ConfirmFirm(id, participant, FirmReply.TakesPart) { OperationId = Ids.New(Clock), How = "phone" });

    /// <summary>Opens a round as drafting would: its rows and the end of the task before it.</summary>
    public async Task<RoundId> RoundAsync(CaseId id, RoundKind kind)
    {
        var round = RoundId.New(Clock);
        await WriteAsync(async db =>
        {
            var word = FileId.New(Clock);
            db.Add(new StoredFile(word, new string('a', 64), 1, "contratto.docx", "application/octet-stream", Clock.GetUtcNow()) { CaseId = id });
            var draft = new Draft(DraftId.New(Clock), id, 1 + await db.Drafts.CountAsync(d => d.CaseId == id), word, new string('b', 64), Clock.GetUtcNow());
            db.Add(draft);
            var made = new ApprovalRound(round, id, 1 + await db.ApprovalRounds.CountAsync(r => r.CaseId == id), draft.Id, kind, new DateOnly(2026, 3, 27), Clock.GetUtcNow());
            foreach (var participant in await db.Participants.Where(p => p.CaseId == id && p.Status == ParticipantStatus.Active).ToListAsync())
            {
                made.Ask(participant.Id);
            }

            db.Add(made);
        });
        await EngineAsync(id, (engine, c) => engine.CompleteAsync(c, "prepare-text", null, "round-opened", default));
        LetAMinutePass();
        return round;
    }

    /// <summary>Rows made before and after it have instants and ids in that order.</summary>
    public void LetAMinutePass() => Clock.Advance(TimeSpan.FromMinutes(1));

    public Task<Participant> ParticipantAsync(CaseId id, FirmId firm) =>
        ReadAsync(db => db.Participants.Where(p => p.CaseId == id && p.FirmId == firm).OrderBy(p => p.Order).LastAsync());

    public Task<Firm> FirmAsync(FirmId id) => ReadAsync(db => db.Firms.SingleAsync(f => f.Id == id));

    /// <summary>Queued and dropped mails of a case, oldest first.</summary>
    public Task<List<OutboxMessage>> MailsAsync(CaseId id) =>
        ReadAsync(db => db.Outbox.Where(m => m.CaseId == id).OrderBy(m => m.CreatedAt).ToListAsync());

    /// <summary>Acts on the process directly, as the slice of another phase would.</summary>
    public async Task<T> EngineAsync<T>(CaseId id, Func<WorkflowEngine, Case, Task<T>> act)
    {
        await using var scope = _services.CreateAsyncScope();
        var services = scope.ServiceProvider;
        services.GetRequiredService<CurrentActor>().Who = Actor.Of(Lecco);
        var db = services.GetRequiredService<NetworksDbContext>();
        // As an act of the service does: its jobs write beside it.
        using var turn = await services.GetRequiredService<WriteGate>().EnterAsync(CancellationToken.None);
        await using var transaction = await db.Database.BeginTransactionAsync();
        var answer = await act(services.GetRequiredService<WorkflowEngine>(), await db.Cases.SingleAsync(c => c.Id == id));
        await db.SaveChangesAsync();
        await transaction.CommitAsync();
        return answer;
    }
}
