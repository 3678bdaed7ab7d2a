using MediatR;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Cases;
using Networks.Data.Drafts;
using Networks.Data.EnterpriseNetworks;
using Networks.Workflows.Common;
using Networks.Workflows.Engine;

namespace Networks.Workflows.Intake.AddFirm;

internal sealed class AddFirmHandler(NetworksDbContext db, FirmMatching matching, FirmAdmission admission, WorkflowEngine engine)
    : IRequestHandler<AddFirm, Result<AddedFirms>>
{
    public async Task<Result<AddedFirms>> Handle(AddFirm request, CancellationToken cancellationToken)
    {
        var @case = await db.Cases.SingleAsync(c => c.Id == request.CaseId, cancellationToken);
        if (IntakeRefusals.Over(@case, IntakeRefusals.JoinsAfterDeed) is { } over)
        {
            return over;
        }

        var kind = await db.EnterpriseNetworks.Where(n => n.CaseId == @case.Id).Select(n => n.Kind).SingleAsync(cancellationToken);
        var matches = await matching.MatchAsync(request.Firms, request.Details, kind, @case.Id, cancellationToken);
        var frozen = await FrozenText.IsFrozenAsync(db, @case, cancellationToken);
        var refusals = FirmAdmission.Refusals(request.Firms, matches, kind)
            .Append(frozen && !request.RepeatRound ? IntakeRefusals.RoundWouldBeVoid : null);
        if (Refusal.Together(refusals.OfType<Refusal>()) is { } refusal)
        {
            return refusal;
        }

        var added = await admission.AdmitAsync(@case, matches, cancellationToken);
        var own = added.Where(p => p.IsActive).ToList();
        await TellProcessAsync(@case, added, frozen, cancellationToken);
        await admission.AskDesksAsync(@case, added, matches, cancellationToken);
        return new AddedFirms(added.Count, added.Count - own.Count, frozen && own.Count > 0);
    }

    private async Task TellProcessAsync(Case @case, IReadOnlyList<Participant> added, bool frozen, CancellationToken cancellationToken)
    {
        // The process reads the new rows: they must be there before it hears of them.
        await db.SaveChangesAsync(cancellationToken);
        foreach (var participant in added)
        {
            if (!participant.IsActive)
            {
                await engine.SignalAsync(@case, CaseSignals.FirmProposed, participant.Id.Value, cancellationToken);
            }
            else
            {
                await FrozenText.JoinAsync(engine, @case, participant.Id, frozen, cancellationToken);
            }
        }
    }
}

internal sealed class ShowJoiningHandler(NetworksDbContext db) : IRequestHandler<ShowJoining, Result<JoiningNow>>
{
    public async Task<Result<JoiningNow>> Handle(ShowJoining request, CancellationToken cancellationToken)
    {
        var @case = await db.Cases.AsNoTracking().SingleAsync(c => c.Id == request.CaseId, cancellationToken);
        var name = await db.EnterpriseNetworks.AsNoTracking().Where(n => n.CaseId == @case.Id).Select(n => n.Name).SingleAsync(cancellationToken);
        var frozen = await FrozenText.IsFrozenAsync(db, @case, cancellationToken);
        var working = await FrozenText.OpenRoundAsync(db, @case.Id, cancellationToken) == RoundKind.Working;
        return new JoiningNow(name, IntakeRefusals.Over(@case, IntakeRefusals.JoinsAfterDeed), working, frozen);
    }
}
