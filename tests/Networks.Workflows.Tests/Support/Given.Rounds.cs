using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Drafts;
using Networks.Data.Files;
using Networks.Data.Outbox;
using Networks.Workflows.Access;
using Networks.Workflows.Common;
using Networks.Workflows.Documents;
using Networks.Workflows.Drafting;
using Networks.Workflows.Drafting.ApproveDraft;
using Networks.Workflows.Drafting.OpenApprovalRound;
using Networks.Workflows.Mail;
using Networks.Workflows.Tests.Documents;

namespace Networks.Workflows.Tests.Support;

/// <summary>Vocabulary of rounds and of the firm's page.</summary>
public sealed partial class Given
{
    /// <summary>Ten working days after the clock's first day.</summary>
    public static readonly DateOnly RoundLastDay = new(2026, 3, 24);

    /// <summary>A version of the text with these paragraphs, as if it had been uploaded.</summary>
    public async Task<DraftId> DraftAsync(CaseId caseId, params string[] paragraphs)
    {
        var bytes = WordFiles.Bytes(string.Concat((paragraphs.Length == 0 ? ContractLines : paragraphs).Select(WordFiles.Paragraph)));
        var stored = await Files.PutAsync(bytes);
        var text = WordReader.Read(UploadGate.CheckWord(bytes).Value);
        var id = DraftId.New(Clock);
        await WriteAsync(async db =>
        {
            var number = 1 + await db.Drafts.CountAsync(d => d.CaseId == caseId);
            var file = new StoredFile(FileId.New(Clock), stored.Sha256, stored.SizeBytes, $"v{number}.docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", Clock.GetUtcNow()) { CaseId = caseId };
            db.Add(file);
            db.Add(new Draft(id, caseId, number, file.Id, text.Sha256, Clock.GetUtcNow()) { Origin = DraftOrigin.Uploaded });
        });
        return id;
    }

    public static string[] ContractLines => ["Contratto di rete", "Art. 1 - Oggetto", "Le imprese acquistano insieme.", "Art. 2 - Durata", "Cinque anni dall'efficacia.", "Art. 3 - Fondo", "Ciascuna impresa versa 5.000 euro."];

    /// <summary>The request that Lecco opens a round with.</summary>
    public async Task<OpenApprovalRound> RoundOfAsync(CaseId caseId, RoundKind kind)
    {
        var draft = await ReadAsync(db => db.Drafts.Where(d => d.CaseId == caseId).OrderByDescending(d => d.Number).Select(d => d.Id).FirstAsync());
        var pdf = kind == RoundKind.Final ? await Files.PutAsync("%PDF-1.4 testo congelato %%EOF"u8.ToArray()) : null;
        return new OpenApprovalRound(caseId, draft, kind, RoundLastDay, null, pdf, CallThem: false) { OperationId = Ids.New(Clock) };
    }

    /// <summary>A case of so many firms with a text and an open round.</summary>
    public async Task<CaseId> CaseInRoundAsync(RoundKind kind = RoundKind.Working, int firms = 2)
    {
        var id = await CaseInDraftingAsync(firms);
        await DraftAsync(id);
        await DoneAsync(Lecco, await RoundOfAsync(id, kind));
        return id;
    }

    /// <summary>The firms of a case by their place in the contract, from 1.</summary>
    public Task<ParticipantId> ParticipantAsync(CaseId caseId, int place) =>
        ReadAsync(db => db.Participants.Where(p => p.CaseId == caseId && p.Order == place).Select(p => p.Id).SingleAsync());

    /// <summary>The newest mail to a firm.</summary>
    public async Task<OutboxMessage> MailAsync(CaseId caseId, int place, string? kind = null)
    {
        var participant = await ParticipantAsync(caseId, place);
        return await ReadAsync(db => db.Outbox.Where(m => m.ParticipantId == participant && (kind == null || m.Kind == kind)).OrderByDescending(m => m.CreatedAt).ThenByDescending(m => m.Id).FirstAsync());
    }

    /// <summary>Opens a firm's newest mailed link: from now on the firm acts.</summary>
    public async Task<FirmAtLink> FirmOpensAsync(CaseId caseId, int place)
    {
        var participant = await ParticipantAsync(caseId, place);
        var bodies = await ReadAsync(db => db.Outbox.Where(m => m.ParticipantId == participant && m.Body.Contains("/f/")).OrderByDescending(m => m.CreatedAt).ThenByDescending(m => m.Id).Select(m => m.Body).ToListAsync());
        return await FirmOpensAsync(caseId, FirmLinkInMail().Match(bodies[0]).Groups[1].Value, place);
    }

    public async Task<FirmAtLink> FirmOpensAsync(CaseId caseId, string token, int place)
    {
        Actor = Actor.Nobody;
        var visit = await SendAsync(new IdentifyLink(token));
        Actor = visit.Value.Actor;
        var round = await ReadAsync(db => db.ApprovalRounds.Where(r => r.CaseId == caseId).OrderByDescending(r => r.Number).Select(r => r.Id).FirstOrDefaultAsync());
        return new FirmAtLink(caseId, token, round, $"Rappresentante Numero{place}");
    }

    /// <summary>A firm says yes by its link.</summary>
    public async Task<Result<FirmAnswered>> ApproveAsync(CaseId caseId, int place, string? code = null)
    {
        var firm = await FirmOpensAsync(caseId, place);
        return await SendAsync(new ApproveDraft(caseId, firm.Token, firm.Round, firm.Name, code) { OperationId = Ids.New(Clock) });
    }

    /// <summary>The six digits of the newest mailed code.</summary>
    public async Task<string> CodeAsync(CaseId caseId, int place) => (await MailAsync(caseId, place, MailKinds.Code)).Body[..6];

    public Task<ApprovalRound> RoundAsync(CaseId caseId) =>
        ReadAsync(db => db.ApprovalRounds.Where(r => r.CaseId == caseId).OrderByDescending(r => r.Number).FirstAsync());

    [GeneratedRegex("/f/([A-Za-z0-9_-]{43})")]
    private static partial Regex FirmLinkInMail();
}

/// <param name="Round">The round that its page shows.</param>
/// <param name="Name">The name of its representative, as it types it.</param>
public sealed record FirmAtLink(CaseId Case, string Token, RoundId Round, string Name);
