using MediatR;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Workflows.Access;
using Networks.Workflows.Common;
using Networks.Workflows.Engine.RetryIncident;
using Networks.Workflows.Pipeline;
using Networks.Workflows.Upkeep.ResendMail;

namespace Networks.Workflows.Upkeep.MendParked;

/// <summary>Sends several failed mails without a case again, and has several steps and timers that stand still tried again.</summary>
/// <param name="Steps">Incidents.</param>
[Access(Right.ServiceRun)]
public sealed record MendParked(Guid OperationId, IReadOnlyList<Guid> Mails, IReadOnlyList<Guid> Steps, bool Confirmed) : IBulk, IChecked
{
    public IEnumerable<Refusal> Faults() => BulkLimits.Faults(Mails.Count + Steps.Count);
}

internal sealed class MendParkedHandler(NetworksDbContext db, RowByRow rows) : IRequestHandler<MendParked, Result<BulkReport>>
{
    private static readonly Refusal _gone = new(RefusalKind.Conflict, "engine.not-parked");

    public async Task<Result<BulkReport>> Handle(MendParked request, CancellationToken cancellationToken)
    {
        var (mails, steps) = (request.Mails.Distinct().ToList(), request.Steps.Distinct().ToList());
        var kinds = await db.Outbox.AsNoTracking().Where(m => m.CaseId == null && mails.Contains(m.Id)).ToDictionaryAsync(m => m.Id, m => m.Kind, cancellationToken);
        var parked = await (
            from i in db.Incidents.AsNoTracking()
            where steps.Contains(i.Id)
            join c in db.Cases on i.CaseId equals c.Id
            select new { i.Id, i.CaseId, c.Reference, i.Path }).ToDictionaryAsync(i => i.Id, cancellationToken);
        var sent = mails.Select(id => BulkAct.Of<Done>(
            id, kinds.GetValueOrDefault(id) ?? Words.Say("common.row-not-found"), operation => new ResendMailWithoutCase(id) { OperationId = operation }, (_, _) => Words.Say("mail.bulk-resent")));
        var tried = steps.Select(id => BulkAct.Of<Done>(
            id,
            parked.TryGetValue(id, out var one) ? $"{one.Reference}: {one.Path}" : Words.Say("common.row-not-found"),
            operation => new RetryIncident(parked[id].CaseId, id) { OperationId = operation },
            (_, _) => Words.Say("engine.bulk-retried"),
            parked.ContainsKey(id) ? null : _gone));
        return await rows.RunAsync(request, [.. sent, .. tried], cancellationToken);
    }
}
