using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Cases;
using Networks.Data.Drafts;
using Networks.Data.EnterpriseNetworks;
using Networks.Data.Files;
using Networks.Data.Firms;
using Networks.Data.Signing;
using Networks.Data.Work;
using Networks.Workflows.Common;
using Networks.Workflows.Processes;
using Networks.Workflows.Registration.ConfirmEffect;
using Networks.Workflows.Registration.SetReferenceEnterprise;
using Networks.Workflows.Tests.Support;

namespace Networks.Workflows.Tests.Engine.Moving;

/// <summary>
/// Walks a network from its opening to its effect, one open task after the other, whichever version it runs: each task
/// leaves the facts that its use case leaves.
/// </summary>
internal sealed class Walk(Given given, CaseId id)
{
    private static readonly DateOnly _deedOn = new(2026, 3, 11);

    public CaseId Id => id;

    /// <summary>A network led by Lecco with a firm of Como that Como has not confirmed yet.</summary>
    public static async Task<Walk> BeginAsync(Given given, SignatureForm form)
    {
        var id = CaseId.New(given.Clock);
        var kind = form == SignatureForm.DigitalStandardModel ? NetworkKind.Contractual : NetworkKind.LegalEntity;
        FirmId[] firms = [await given.FirmAsync(given.Lecco, 1), await given.FirmAsync(given.Lecco, 2), await given.FirmAsync(given.Como, 3, reaProvince: "CO")];
        await given.WriteAsync(db =>
        {
            db.Add(new Case(id, "N-2026-0001", given.Programme, given.Lecco.AssociationId, "verniciatura", new DateOnly(2026, 3, 10)));
            db.Add(new EnterpriseNetwork(id, "Rete Prova") { Kind = kind, Form = form, Terms = Given.SmallContract, Seat = new PostalAddress("Via Rete", "1", "23900", "Lecco", "LC") });
            foreach (var (place, firm) in firms.Index())
            {
                var desk = place == 2 ? given.Como : given.Lecco;
                db.Add(new Participant(ParticipantId.New(given.Clock), id, firm, desk.AssociationId, place == 2 ? ParticipantStatus.Proposed : ParticipantStatus.Active, new DateOnly(2026, 3, 10)) { Order = place + 1 });
            }

            return Task.CompletedTask;
        });
        await given.EngineAsync(id, (engine, @case) => engine.StartAsync(@case, FormNetworkV1.ProcessName, default));
        return new Walk(given, id);
    }

    public Task<List<WorkItem>> OpenAsync() => given.ReadAsync(db =>
        db.WorkItems.AsNoTracking().Where(i => i.CaseId == id && i.Status == WorkItemStatus.Open).OrderBy(i => i.OpenedAt).ThenBy(i => i.Path).ThenBy(i => i.SubjectId).ToListAsync());

    public Task<CasePhase> PhaseAsync() => given.ReadAsync(db => db.Cases.Where(c => c.Id == id).Select(c => c.Phase).SingleAsync());

    /// <param name="choose">Which of the open tasks, by their count.</param>
    /// <returns>The task's word; null when the network is in its follow-up and one duty has been seen to.</returns>
    public async Task<string?> StepAsync(Func<int, int> choose)
    {
        var open = await OpenAsync();
        if (await PhaseAsync() == CasePhase.FollowUp)
        {
            return null;
        }

        var item = open[choose(open.Count)];
        await DoAsync(item, open);
        return item.Name;
    }

    public async Task ToEffectAsync()
    {
        while (await StepAsync(_ => 0) is not null)
        {
        }

        Assert.NotNull(await given.ReadAsync(db => db.Cases.Where(c => c.Id == id).Select(c => c.EffectOn).SingleAsync()));
    }

    private async Task DoAsync(WorkItem item, List<WorkItem> open)
    {
        switch (item.Name)
        {
            case "confirm-firm":
                await given.WriteAsync(async db => (await db.Participants.SingleAsync(p => p.Id == new ParticipantId(item.SubjectId))).Confirm());
                break;
            case "prepare-text":
                await OpenRoundAsync();
                break;
            case "decide-on-text":
                await given.WriteAsync(async db => (await db.ApprovalRounds.SingleAsync(r => r.CaseId == id && r.Status == RoundStatus.Open))
                    .AnswerOf(new ParticipantId(item.SubjectId))!.Record(FirmDecision.Approved, "Nome Cognome", null, null, null, given.Clock.GetUtcNow()));
                break;
            case "record-deed" or "upload-signed" when open.Count(i => i.Name == item.Name) == 1:
                await MakeDeedAsync();
                break;
            case "name-reference":
                await given.DoneAsync(given.Lecco, new SetReferenceEnterprise(Ids.New(given.Clock), id, await given.ParticipantAsync(id, 1)));
                return;
            case "send-filing":
                await given.WriteAsync(async db => (await db.Filings.SingleAsync(f => f.Id == new FilingId(item.SubjectId))).Send(_deedOn, item.SubjectId.ToString("N")[..12]));
                break;
            case "record-outcome":
                await given.WriteAsync(async db => (await db.Filings.SingleAsync(f => f.Id == new FilingId(item.SubjectId))).Enter(_deedOn));
                break;
            case "confirm-effect":
                await given.DoneAsync(given.Lecco, new ConfirmEffect(Ids.New(given.Clock), id, _deedOn));
                return;
        }

        await given.EngineAsync(id, async (engine, @case) => Assert.True(await engine.CompleteAsync(@case, item.Name, item.SubjectId, "done", default)));
    }

    private async Task OpenRoundAsync()
    {
        var bytes = await given.Files.PutAsync(Given.FrozenPdf);
        await given.WriteAsync(async db =>
        {
            var number = await db.Drafts.CountAsync(d => d.CaseId == id) + 1;
            var pdf = new StoredFile(FileId.New(given.Clock), bytes.Sha256, bytes.SizeBytes, "contratto.pdf", "application/pdf", given.Clock.GetUtcNow()) { CaseId = id };
            var draft = new Draft(DraftId.New(given.Clock), id, number, pdf.Id, bytes.Sha256, given.Clock.GetUtcNow());

            // A working round first, as most networks have one; then the final one.
            var round = new ApprovalRound(RoundId.New(given.Clock), id, number, draft.Id, number == 1 ? RoundKind.Working : RoundKind.Final, new DateOnly(2026, 3, 30), given.Clock.GetUtcNow());
            foreach (var participant in await db.Participants.Where(p => p.CaseId == id && p.Status == ParticipantStatus.Active).ToListAsync())
            {
                round.Ask(participant.Id);
            }

            db.AddRange(pdf, draft, round);
        });
    }

    private Task MakeDeedAsync() => given.WriteAsync(async db =>
    {
        var draft = await db.Drafts.Where(d => d.CaseId == id).OrderByDescending(d => d.Number).Select(d => d.Id).FirstAsync();
        var form = (await db.EnterpriseNetworks.SingleAsync(n => n.CaseId == id)).Form!.Value;
        db.Add(new Deed(id, form, _deedOn, draft));
        (await db.Cases.SingleAsync(c => c.Id == id)).DeedOn = _deedOn;
    });
}
