using MediatR;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Cases;
using Networks.Data.Drafts;
using Networks.Data.EnterpriseNetworks;
using Networks.Data.Firms;
using Networks.Data.Reference;
using Networks.Workflows.Access;
using Networks.Workflows.Common;
using Networks.Workflows.Documents;

namespace Networks.Workflows.Drafting.ShowFirmPage;

internal sealed class ShowFirmPageHandler(NetworksDbContext db, IActor actor, DraftTexts texts, BusinessCalendar calendar)
    : IRequestHandler<ShowFirmPage, Result<FirmPageView>>
{
    public async Task<Result<FirmPageView>> Handle(ShowFirmPage request, CancellationToken cancellationToken)
    {
        db.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;
        if (actor.Participant is not { } participant
            || await RoundFirm.FindAsync(db, request.CaseId, participant, cancellationToken) is not { } firm
            || await LinkAsync(request.Token, participant, cancellationToken) is not { } link)
        {
            return new Refusal(RefusalKind.NotFound, "common.not-found");
        }

        var @case = await db.Cases.SingleAsync(c => c.Id == request.CaseId, cancellationToken);
        var network = await db.EnterpriseNetworks.FirstOrDefaultAsync(n => n.CaseId == request.CaseId, cancellationToken);
        var round = await Rounds.NewestAsync(db, request.CaseId, cancellationToken);
        var answer = round?.AnswerOf(participant);
        var others = await OthersAsync(request.CaseId, participant, cancellationToken);
        var view = new FirmPageView(
            StateOf(firm.Participant, link, round, answer),
            RoundMail.NameOf(@case, network?.Name),
            firm.Firm.Name,
            new FirmPageDesk(firm.Desk.DeskName, firm.Desk.Phone, firm.Desk.Email),
            null, null, null, [], [],
            FactsOf(firm),
            [.. others.Select(o => Partner(o.Participant, o.Firm, calendar.Today()))],
            ProgressOf(@case, network, round, participant, others.Count, firm.Firm),
            null);
        return view.State is FirmPageState.LinkExpired or FirmPageState.LinkReplaced or FirmPageState.Left or FirmPageState.Nothing
            ? view
            : await WithTextAsync(view, round!, answer!, firm.Firm.RepresentativeOn(calendar.Today())?.FullName, cancellationToken);
    }

    private async Task<FirmPageView> WithTextAsync(FirmPageView view, ApprovalRound round, FirmAnswer answer, string? representative, CancellationToken cancellationToken)
    {
        var participant = answer.ParticipantId;
        var draft = await db.Drafts.SingleAsync(d => d.Id == round.DraftId, cancellationToken);
        var text = await texts.ReadAsync(draft.Id, cancellationToken);
        var hidden = new HiddenName(representative);
        return view with
        {
            Round = new FirmPageRound(
                round.Id, round.Kind, round.LastDay, BusinessCalendar.WorkingDaysBetween(calendar.Today(), round.LastDay), draft.Number,
                round.Kind == RoundKind.Final ? draft.FrozenHash! : draft.TextHash, round.Message),
            Answer = answer.AnsweredAt is { } at ? new FirmPageAnswer(answer.Decision, at, answer.Clause, answer.Remark, answer.Decision == FirmDecision.None) : null,
            Changes = hidden.In(await ChangesAsync(round, text, participant, cancellationToken)),
            Text = [.. text.Blocks.Select(hidden.In)],
            Clauses = [.. text.Clauses.Where(c => c.Number is not null)],
            Revised = view.State == FirmPageState.Superseded ? await RevisedAsync(round, cancellationToken) : null,
        };
    }

    private async Task<LinkState?> LinkAsync(string token, ParticipantId participant, CancellationToken cancellationToken)
    {
        var hash = LinkToken.Hash(token);
        var link = await db.FirmLinks.FirstOrDefaultAsync(l => l.TokenHash == hash && l.ParticipantId == participant, cancellationToken);
        return link is null ? null
            : link.ReplacedAt is not null ? LinkState.Replaced
            : calendar.IsOver(link.LastDay) ? LinkState.Expired
            : LinkState.Current;
    }

    private FirmPageState StateOf(Participant participant, LinkState link, ApprovalRound? round, FirmAnswer? answer) => (link, round) switch
    {
        _ when participant.Status != ParticipantStatus.Active => FirmPageState.Left,
        (LinkState.Replaced, _) => FirmPageState.LinkReplaced,
        (LinkState.Expired, _) => FirmPageState.LinkExpired,
        (_, null) => FirmPageState.Nothing,
        _ when answer is null => FirmPageState.Nothing,
        (_, { Status: RoundStatus.Superseded }) => FirmPageState.Superseded,
        (_, { Status: RoundStatus.Closed }) => FirmPageState.Closed,
        _ when calendar.IsOver(round.LastDay) => FirmPageState.Over,
        _ => answer.Decision == FirmDecision.None ? FirmPageState.Decide : FirmPageState.Answered,
    };

    private async Task<List<(Participant Participant, Firm Firm)>> OthersAsync(CaseId caseId, ParticipantId participant, CancellationToken cancellationToken)
    {
        var rows = await (
            from p in db.Participants
            where p.CaseId == caseId && p.Id != participant && p.Status == ParticipantStatus.Active
            join f in db.Firms on p.FirmId equals f.Id
            orderby p.Order
            select new { p, f }).ToListAsync(cancellationToken);
        return [.. rows.Select(r => (r.p, r.f))];
    }

    // The contract that the firm reads names everybody; this list tells no more than each allowed.
    private static FirmPagePartner Partner(Participant participant, Firm firm, DateOnly today) =>
        participant.ShowsStateToOthers || firm.Allows(ConsentPurpose.ShowState, today)
            ? new FirmPagePartner(firm.Name, firm.Seat?.Municipality)
            : new FirmPagePartner(null, null);

    /// <summary>Since the text that this firm answered last, in an earlier round; null when it never did.</summary>
    private async Task<FirmPageChanges?> ChangesAsync(ApprovalRound round, WordText text, ParticipantId participant, CancellationToken cancellationToken)
    {
        var caseId = round.CaseId;
        var number = round.Number;
        var earlier = await db.ApprovalRounds.Where(r => r.CaseId == caseId && r.Number < number).OrderByDescending(r => r.Number).ToListAsync(cancellationToken);
        var answered = earlier.Where(r => r.AnswerOf(participant) is { Decision: not FirmDecision.None }).ToList();
        var last = answered.Find(r => r.AnswerOf(participant)!.Decision == FirmDecision.Approved) ?? answered.FirstOrDefault();
        if (last is null)
        {
            return null;
        }

        var lastDraft = last.DraftId;
        var since = await db.Drafts.Where(d => d.Id == lastDraft).Select(d => d.Number).SingleAsync(cancellationToken);
        return new FirmPageChanges(since, lastDraft == round.DraftId ? [] : ClauseChange.Between((await texts.ReadAsync(lastDraft, cancellationToken)).Clauses, text.Clauses));
    }

    private Task<string?> RevisedAsync(ApprovalRound round, CancellationToken cancellationToken)
    {
        var caseId = round.CaseId;
        var openedAt = round.OpenedAt;
        return db.CaseEvents.Where(e => e.CaseId == caseId && e.Name == "drafting.text-revised" && e.RecordedAt >= openedAt)
            .OrderByDescending(e => e.Number).Select(e => e.PersonalText).FirstOrDefaultAsync(cancellationToken);
    }

    private static FirmPageFacts FactsOf(RoundFirm firm) => new(
        firm.Firm.Name,
        firm.Firm.TaxCode,
        firm.Firm.VatNumber,
        firm.Firm.Seat?.ToString(),
        firm.Firm.ReaProvince is null || firm.Firm.ReaNumber is null ? null : $"{firm.Firm.ReaProvince} {firm.Firm.ReaNumber}",
        firm.Firm.CertifiedEmail,
        firm.Participant.ContributionCents);

    private FirmPageProgress ProgressOf(Case @case, EnterpriseNetwork? network, ApprovalRound? round, ParticipantId participant, int others, Firm firm) => new(
        round is null or { Status: RoundStatus.Superseded } ? 0 : round.Answers.Count(a => a.ParticipantId != participant && a is { HasLeft: false, Decision: FirmDecision.Approved }),
        others,
        @case.Phase,
        @case.DeedOn is not null,
        firm.ReaProvince is { } province ? Chambers.Of(province, calendar.Today())?.Name : null,
        network?.Kind == NetworkKind.LegalEntity,
        @case.EffectOn);
}
