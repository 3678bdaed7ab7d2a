using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Networks.Data;
using Networks.Data.Cases;
using Networks.Data.Drafts;
using Networks.Data.EnterpriseNetworks;
using Networks.Data.Files;
using Networks.Data.Firms;
using Networks.Data.Officers;
using Networks.Workflows.Common;
using Networks.Workflows.Engine;
using Networks.Workflows.Processes;
using Networks.Workflows.Registration.SetReferenceEnterprise;
using Networks.Workflows.Signing.UploadSigned;

namespace Networks.Workflows.Tests.Support;

/// <summary>Vocabulary of signing, registration and follow-up.</summary>
public sealed partial class Given
{
    /// <summary>The text that every firm has approved and that alone may be signed.</summary>
    public static readonly byte[] FrozenPdf =
        Encoding.Latin1.GetBytes("%PDF-1.7\n" + string.Concat(Enumerable.Repeat("contratto di rete\n", 200)) + "%%EOF\n");

    /// <summary>
    /// A case led by Lecco whose final text every firm approved on 10 March 2026: two firms of Lecco, one of Como, one of
    /// Monza; two chambers. The firms' numbers are 1 to 4, so their signers are known.
    /// </summary>
    public async Task<SigningCase> CaseInSigningAsync(
        NetworkKind kind = NetworkKind.Contractual, SignatureForm form = SignatureForm.DigitalStandardModel, ContractTerms? terms = null, CommonFund? fund = null)
    {
        (Officer Holder, string Province)[] firms = [(Lecco, "LC"), (Lecco, "LC"), (Como, "CO"), (Monza, "MB")];
        var id = CaseId.New(Clock);
        var participants = new List<Participant>();
        for (var i = 0; i < firms.Length; i++)
        {
            var firm = await FirmAsync(firms[i].Holder, i + 1, reaProvince: firms[i].Province);
            participants.Add(new Participant(ParticipantId.New(Clock), id, firm, firms[i].Holder.AssociationId, ParticipantStatus.Active, new DateOnly(2026, 3, 2)) { Order = i + 1 });
        }

        await WriteAsync(db =>
        {
            db.Add(new Case(id, "N-2026-0001", Programme, Lecco.AssociationId, "verniciatura in comune", new DateOnly(2026, 3, 2)));
            db.Add(new EnterpriseNetwork(id, "Rete Prova")
            {
                Kind = kind,
                Form = form,
                Terms = terms ?? SmallContract,
                Fund = fund,
                Seat = kind == NetworkKind.LegalEntity ? new PostalAddress("Via Rete", "1", "23900", "Lecco", "LC") : null,
            });
            db.AddRange(participants);
            return Task.CompletedTask;
        });
        await EngineAsync(id, (engine, @case) => engine.StartAsync(@case, FormNetworkV1.ProcessName, default));
        await EngineAsync(id, (engine, @case) => engine.CompleteAsync(@case, "complete-intake", null, "complete", default));
        await AgreeOnFrozenTextAsync(id, [.. participants.Select(p => p.Id)]);
        return new SigningCase(id, [.. participants.Select(p => p.Id)]);
    }

    /// <summary>The same, signed by all four on 10 March, the first as impresa di riferimento; it is 20 March now. Needs the signers' authority as an anchor.</summary>
    public async Task<RegistrationCase> CaseInRegistrationAsync(Signers signers, ContractTerms? terms = null, CommonFund? fund = null)
    {
        ArgumentNullException.ThrowIfNull(signers);
        var signing = await CaseInSigningAsync(terms: terms, fund: fund);
        var file = new SignedUpload("tutti.p7m", await StoredAsync(signers.Sign(1, 2, 3, 4)));
        await DoneAsync(Lecco, new UploadSigned(Ids.New(Clock), signing.Id, [file]));
        await DoneAsync(Lecco, new SetReferenceEnterprise(Ids.New(Clock), signing.Id, signing.Firms[0]));
        Clock.GoTo(new DateOnly(2026, 3, 20));
        var filings = await ReadAsync(db => db.Filings.Where(f => f.CaseId == signing.Id).ToListAsync());
        return new RegistrationCase(signing.Id, [.. signing.Firms.Select(firm => filings.Single(f => f.ParticipantId == firm).Id)]);
    }

    /// <summary>Acts on the engine as the service, for steps that the test is not about.</summary>
    public async Task EngineAsync(CaseId id, Func<WorkflowEngine, Case, Task> act)
    {
        await using var scope = _services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Who = Actor.Service;
        var db = scope.ServiceProvider.GetRequiredService<NetworksDbContext>();
        await act(scope.ServiceProvider.GetRequiredService<WorkflowEngine>(), await db.Cases.SingleAsync(c => c.Id == id));
        await db.SaveChangesAsync();
    }

    /// <summary>Puts bytes into the file store, as a page does before it sends a request.</summary>
    public Task<StoredBytes> StoredAsync(byte[] bytes) => Files.PutAsync(bytes);

    private async Task AgreeOnFrozenTextAsync(CaseId id, IReadOnlyList<ParticipantId> participants)
    {
        var bytes = await Files.PutAsync(FrozenPdf);
        await WriteAsync(async db =>
        {
            var number = await db.Drafts.CountAsync(d => d.CaseId == id) + 1;
            var pdf = new StoredFile(FileId.New(Clock), bytes.Sha256, bytes.SizeBytes, "contratto.pdf", "application/pdf", Clock.GetUtcNow()) { CaseId = id };
            var draft = new Draft(DraftId.New(Clock), id, number, pdf.Id, Convert.ToHexStringLower(SHA256.HashData("testo"u8)), Clock.GetUtcNow());
            draft.Freeze(pdf.Id, bytes.Sha256);
            var round = new ApprovalRound(RoundId.New(Clock), id, number, draft.Id, RoundKind.Final, new DateOnly(2026, 3, 20), Clock.GetUtcNow());
            foreach (var participant in participants)
            {
                round.Ask(participant);
            }

            db.AddRange(pdf, draft, round);
        });
        await EngineAsync(id, (engine, @case) => engine.CompleteAsync(@case, "prepare-text", null, "round-opened", default));
        await WriteAsync(async db =>
        {
            var round = await db.ApprovalRounds.SingleAsync(r => r.CaseId == id && r.Status == RoundStatus.Open);
            foreach (var answer in round.Answers)
            {
                answer.Record(FirmDecision.Approved, "Nome Cognome", null, null, bytes.Sha256, Clock.GetUtcNow());
            }
        });
        foreach (var participant in participants)
        {
            await EngineAsync(id, (engine, @case) => engine.CompleteAsync(@case, "decide-on-text", participant.Value, "approved", default));
        }
    }
}

/// <param name="Firms">Participants in the contract's order; the representative of the first is person 1.</param>
public sealed record SigningCase(CaseId Id, IReadOnlyList<ParticipantId> Firms);

/// <param name="Filings">In the order of the firms.</param>
public sealed record RegistrationCase(CaseId Id, IReadOnlyList<FilingId> Filings);
