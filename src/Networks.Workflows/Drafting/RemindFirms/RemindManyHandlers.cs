using MediatR;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Drafts;
using Networks.Workflows.Common;
using Networks.Workflows.Drafting.WithdrawReminders;
using Networks.Workflows.Pipeline;

namespace Networks.Workflows.Drafting.RemindFirms;

internal sealed class RemindManyHandler(NetworksDbContext db, IActor actor, RowByRow rows) : IRequestHandler<RemindMany, Result<BulkReport>>
{
    public async Task<Result<BulkReport>> Handle(RemindMany request, CancellationToken cancellationToken)
    {
        var ids = request.Networks.Distinct().ToList();
        var names = await DeskNetworks.NamesAsync(db, actor, ids, cancellationToken);
        var open = await db.ApprovalRounds.AsNoTracking().Where(r => ids.Contains(r.CaseId) && r.Status == RoundStatus.Open).ToListAsync(cancellationToken);
        var silent = open.ToLookup(r => r.CaseId, r => r.Silent().Select(a => a.ParticipantId).ToList());
        return await rows.RunAsync(request, ids.Select(id =>
        {
            var meant = silent[id].SelectMany(firms => firms).Where(f => request.Firms.Count == 0 || request.Firms.Contains(f)).ToList();
            return BulkAct.Of<FirmsReminded>(
                id.Value, DeskNetworks.Name(names, id), operation => new RemindFirms(id, meant) { OperationId = operation },
                (done, firms) => Told(done.Sent, meant.Count - done.Sent, firms));
        }), cancellationToken);
    }

    private static string Told(int sent, int left, IReadOnlyList<string> firms)
    {
        var told = Words.Say(sent == 1 ? "drafting.remind-one" : "drafting.remind-several", sent, string.Join(", ", firms));
        return left == 0 ? told : $"{told} {Words.Say(left == 1 ? "drafting.remind-left-one" : "drafting.remind-left", left)}";
    }
}

internal sealed class WithdrawManyRemindersHandler(NetworksDbContext db, IActor actor, RowByRow rows) : IRequestHandler<WithdrawManyReminders, Result<BulkReport>>
{
    public async Task<Result<BulkReport>> Handle(WithdrawManyReminders request, CancellationToken cancellationToken)
    {
        var ids = request.Networks.Distinct().ToList();
        var names = await DeskNetworks.NamesAsync(db, actor, ids, cancellationToken);
        return await rows.RunAsync(request, ids.Select(id => BulkAct.Of<RemindersWithdrawn>(
            id.Value, DeskNetworks.Name(names, id), operation => new WithdrawReminders.WithdrawReminders(id) { OperationId = operation },
            (done, _) => Words.Say("drafting.remind-withdrawn", done.Count))), cancellationToken);
    }
}
