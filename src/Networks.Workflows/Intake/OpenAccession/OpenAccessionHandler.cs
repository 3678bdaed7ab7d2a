using System.Globalization;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Cases;
using Networks.Data.Changes;
using Networks.Data.EnterpriseNetworks;
using Networks.Workflows.Common;
using Networks.Workflows.Engine;
using Networks.Workflows.Rules;

namespace Networks.Workflows.Intake.OpenAccession;

internal sealed class OpenAccessionHandler(
    NetworksDbContext db, FirmMatching matching, FirmAdmission admission, WorkflowEngine engine, CaseHistory history, BusinessCalendar calendar, TimeProvider clock)
    : IRequestHandler<OpenAccession, Result<OpenedAccession>>
{
    public async Task<Result<OpenedAccession>> Handle(OpenAccession request, CancellationToken cancellationToken)
    {
        var @case = await db.Cases.SingleAsync(c => c.Id == request.CaseId, cancellationToken);
        if (Refuse(@case) is { } over)
        {
            return over;
        }

        if (await ClosesAsync(db, @case, cancellationToken))
        {
            return IntakeRefusals.NetworkCloses;
        }

        var network = await db.EnterpriseNetworks.SingleAsync(n => n.CaseId == @case.Id, cancellationToken);
        var matches = await matching.MatchAsync(request.Firms, request.Details, network.Kind, @case.Id, cancellationToken);
        var refusals = FirmAdmission.Refusals(request.Firms, matches, network.Kind)
            .Append(matches.Count > 1 ? IntakeRefusals.OneFirmAtATime : null)
            .Append(request.LastDay < calendar.Today() ? IntakeRefusals.LastDayPassed : null);
        if (Refusal.Together(refusals.OfType<Refusal>()) is { } refusal)
        {
            return refusal;
        }

        var firm = (await admission.AdmitAsync(@case, matches, ParticipantKind.Accession, cancellationToken)).Single();
        var change = new NetworkChange(Ids.New(clock), @case.Id, ChangeKind.Accession, calendar.Today())
        {
            ParticipantId = firm.Id,
            ContributionCents = network.Fund is null ? null : request.ContributionCents,
            VoteLastDay = request.LastDay,
        };
        db.Add(change);
        history.Record(@case, "changes.accession-opened", calendar.Today(), new Dictionary<string, string>
        {
            ["change"] = change.Id.ToString("N", CultureInfo.InvariantCulture),
        }, matches[0].Shown);
        await db.SaveChangesAsync(cancellationToken);
        await engine.StartBesideAsync(@case, ChangeProcesses.Accession, change.Id, cancellationToken);
        await admission.AskDesksAsync(@case, [firm], matches, cancellationToken);
        return new OpenedAccession(change.Id, matches[0].Shown, firm.Status == ParticipantStatus.Proposed, !network.Terms.OpenAccession);
    }

    internal static Task<bool> ClosesAsync(NetworksDbContext db, Case @case, CancellationToken cancellationToken) =>
        db.NetworkChanges.AnyAsync(c => c.CaseId == @case.Id && c.Kind == ChangeKind.Closing && c.Status == ChangeStatus.UnderWay, cancellationToken);

    /// <summary>Before the deed a firm simply joins; after the end nobody does.</summary>
    internal static Refusal? Refuse(Case @case) =>
        @case.Status is CaseStatus.ClosedWithoutOutcome or CaseStatus.Ended ? IntakeRefusals.CaseClosed
        : @case.DeedOn is null ? IntakeRefusals.JoinsBeforeDeed
        : null;
}

internal sealed class ShowAccessionRuleHandler(NetworksDbContext db) : IRequestHandler<ShowAccessionRule, Result<AccessionRule>>
{
    public async Task<Result<AccessionRule>> Handle(ShowAccessionRule request, CancellationToken cancellationToken)
    {
        var @case = await db.Cases.AsNoTracking().SingleAsync(c => c.Id == request.CaseId, cancellationToken);
        var network = await db.EnterpriseNetworks.AsNoTracking().SingleAsync(n => n.CaseId == request.CaseId, cancellationToken);
        var firms = await db.Participants.CountAsync(p => p.CaseId == request.CaseId && p.Status == ParticipantStatus.Active, cancellationToken);
        return new AccessionRule(
            network.Name, network.Terms.AccessionRules, network.Terms.OpenAccession, Quorum.Percent(ChangeKind.Accession, network.Terms), firms,
            network.Fund is not null, @case.EffectOn, OpenAccessionHandler.Refuse(@case) ?? (await OpenAccessionHandler.ClosesAsync(db, @case, cancellationToken) ? IntakeRefusals.NetworkCloses : null));
    }
}
