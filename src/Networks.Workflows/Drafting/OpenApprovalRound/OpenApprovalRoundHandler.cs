using System.Globalization;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Cases;
using Networks.Data.Drafts;
using Networks.Data.Files;
using Networks.Workflows.Common;
using Networks.Workflows.Engine;
using Networks.Workflows.Mail;

namespace Networks.Workflows.Drafting.OpenApprovalRound;

internal sealed class OpenApprovalRoundHandler(
    NetworksDbContext db, WorkflowEngine engine, CaseHistory history, BusinessCalendar calendar, PublicAddress address, TimeProvider clock)
    : IRequestHandler<OpenApprovalRound, Result<RoundOpened>>
{
    public async Task<Result<RoundOpened>> Handle(OpenApprovalRound request, CancellationToken cancellationToken)
    {
        var @case = await db.Cases.SingleAsync(c => c.Id == request.CaseId, cancellationToken);
        var firms = await RoundFirm.OfAsync(db, request.CaseId, cancellationToken);
        var draft = await db.Drafts.Where(d => d.CaseId == request.CaseId).OrderByDescending(d => d.Number).FirstOrDefaultAsync(cancellationToken);
        var kind = request.Kind!.Value;
        var lastDay = request.LastDay!.Value;
        var obstacles = await RoundObstacles.OfAsync(db, @case, firms, draft, kind, calendar.Today(), cancellationToken);
        List<Refusal> refusals = [.. obstacles, .. Refusals(request, firms, draft, lastDay)];
        if (Refusal.Together(refusals) is { } refused)
        {
            return refused;
        }

        var network = RoundMail.NameOf(@case, await db.EnterpriseNetworks.Where(n => n.CaseId == request.CaseId).Select(n => n.Name).FirstOrDefaultAsync(cancellationToken));
        if (kind == RoundKind.Final && Freeze(@case, draft!, network, request.FinalPdf!) is { } frozenOtherwise)
        {
            return frozenOtherwise;
        }

        var asked = firms.Where(f => f.Participant.IsActive).ToList();
        var round = await AddRoundAsync(request, draft!, asked, cancellationToken);
        await FirmLinks.ReplaceAsync(db, [.. asked.Select(f => f.Participant.Id)], clock.GetUtcNow(), cancellationToken);
        var invited = asked.Where(f => !string.IsNullOrWhiteSpace(f.Firm.Email)).ToList();
        invited.ForEach(f => RoundInvitation.Queue(db, clock, address, f, round, draft!, network));
        history.Record(@case, "drafting.round-opened", calendar.Today(), Facts(round, draft!, asked.Count), request.Message);
        return await engine.CompleteAsync(@case, DraftingSteps.PrepareText, null, "round-opened", cancellationToken)
            ? new RoundOpened(round.Id, round.Number, invited.Count, kind == RoundKind.Final ? draft!.FrozenHash : null)
            : RoundRefusals.NotNow;
    }

    private IEnumerable<Refusal> Refusals(OpenApprovalRound request, IReadOnlyList<RoundFirm> firms, Draft? draft, DateOnly lastDay)
    {
        if (draft is not null && draft.Id != request.DraftId)
        {
            yield return RoundRefusals.VersionMoved;
        }

        if (lastDay <= calendar.Today() || !BusinessCalendar.IsWorkingDay(lastDay))
        {
            yield return RoundRefusals.LastDayWrong(BusinessCalendar.AddWorkingDays(calendar.Today(), 1));
        }

        if (RoundObstacles.WithoutMailbox(firms) is { Count: > 0 } silent && !request.CallThem)
        {
            yield return RoundRefusals.WithoutMailbox(RoundObstacles.Names(silent));
        }
    }

    private Refusal? Freeze(Case @case, Draft draft, string network, StoredBytes pdf)
    {
        if (draft.FrozenHash is { } before)
        {
            return before == pdf.Sha256 ? null : RoundRefusals.PdfOtherFrozen;
        }

        var file = new StoredFile(FileId.New(clock), pdf.Sha256, pdf.SizeBytes, $"{network} - v{draft.Number}.pdf", "application/pdf", clock.GetUtcNow()) { CaseId = @case.Id };
        db.Add(file);
        draft.Freeze(file.Id, pdf.Sha256);
        return null;
    }

    private async Task<ApprovalRound> AddRoundAsync(OpenApprovalRound request, Draft draft, List<RoundFirm> asked, CancellationToken cancellationToken)
    {
        var number = 1 + await db.ApprovalRounds.CountAsync(r => r.CaseId == request.CaseId, cancellationToken);
        var round = new ApprovalRound(RoundId.New(clock), request.CaseId, number, draft.Id, request.Kind!.Value, request.LastDay!.Value, clock.GetUtcNow()) { Message = request.Message };
        foreach (var firm in asked)
        {
            round.Ask(firm.Participant.Id);
        }

        db.Add(round);
        return round;
    }

    private static Dictionary<string, string> Facts(ApprovalRound round, Draft draft, int firms) => new()
    {
        ["firms"] = firms.ToString(CultureInfo.InvariantCulture),
        ["kind"] = round.Kind.ToString(),
        ["last-day"] = round.LastDay.ToString("O", CultureInfo.InvariantCulture),
        ["number"] = round.Number.ToString(CultureInfo.InvariantCulture),
        ["sha256"] = round.Kind == RoundKind.Final ? draft.FrozenHash! : draft.TextHash,
        ["text"] = draft.Number.ToString(CultureInfo.InvariantCulture),
    };
}
