using MediatR;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Outbox;
using Networks.Workflows.Common;

namespace Networks.Workflows.Pipeline;

/// <summary>One row of an act on several.</summary>
internal abstract record BulkAct(Guid Id, string Name)
{
    /// <summary>Why it is not even tried; null to try it.</summary>
    public Refusal? Refused { get; init; }

    /// <param name="act">The row's own act, by its operation id.</param>
    /// <param name="told">What it does in words, out of its answer and of the names that get a mail.</param>
    public static BulkAct Of<T>(Guid id, string name, Func<Guid, IRequest<Result<T>>> act, Func<T, IReadOnlyList<string>, string> told, Refusal? refused = null) =>
        new Typed<T>(id, name, act, told) { Refused = refused };

    /// <returns>Why not, or how it is told.</returns>
    public abstract Task<Result<Func<IReadOnlyList<string>, string>>> DoAsync(IMediator mediator, Guid operation, CancellationToken cancellationToken);

    private sealed record Typed<T>(Guid Id, string Name, Func<Guid, IRequest<Result<T>>> Act, Func<T, IReadOnlyList<string>, string> Told) : BulkAct(Id, Name)
    {
        public override async Task<Result<Func<IReadOnlyList<string>, string>>> DoAsync(IMediator mediator, Guid operation, CancellationToken cancellationToken)
        {
            var answer = await mediator.Send(Act(operation), cancellationToken);
            return answer.Refusal is { } refusal ? refusal : Result<Func<IReadOnlyList<string>, string>>.Of(mails => Told(answer.Value, mails));
        }
    }
}

/// <summary>Does an act row by row, or tries it row by row and takes each back.</summary>
internal sealed class RowByRow(IMediator mediator, NetworksDbContext db, CurrentOperation operation)
{
    public async Task<BulkReport> RunAsync(IBulk bulk, IEnumerable<BulkAct> acts, CancellationToken cancellationToken)
    {
        // What a sender said of a version is about one case.
        operation.SeenVersion = null;
        var rows = new List<BulkRow>();
        foreach (var act in acts)
        {
            rows.Add(await RunAsync(bulk, act, cancellationToken));
        }

        return new BulkReport(bulk.Confirmed, rows);
    }

    private async Task<BulkRow> RunAsync(IBulk bulk, BulkAct act, CancellationToken cancellationToken)
    {
        var turn = new BulkTurn(rehearses: !bulk.Confirmed);
        operation.Turn = turn;
        try
        {
            var answer = act.Refused is { } refused ? refused : await act.DoAsync(mediator, BulkTurn.OperationOf(bulk.OperationId, act.Id), cancellationToken);
            if (answer.Refusal is { } refusal)
            {
                return new BulkRow(act.Id, act.Name, Ok: false, refusal.Text, refusal.Code, []);
            }

            var mails = await NamedAsync(turn.Mails, cancellationToken);
            return new BulkRow(act.Id, act.Name, Ok: true, answer.Value([.. mails.Select(m => m.To)]), null, mails);
        }
        finally
        {
            operation.Turn = null;
        }
    }

    private async Task<IReadOnlyList<BulkMail>> NamedAsync(IReadOnlyCollection<OutboxMessage> mails, CancellationToken cancellationToken)
    {
        var ids = mails.Select(m => m.ParticipantId).OfType<ParticipantId>().ToList();
        var names = ids.Count == 0 ? [] : await (
            from p in db.Participants.AsNoTracking()
            where ids.Contains(p.Id)
            join f in db.Firms on p.FirmId equals f.Id
            select new { p.Id, f.Name }).ToDictionaryAsync(p => p.Id, p => p.Name, cancellationToken);
        return [.. mails.Select(m => new BulkMail(m.ParticipantId is { } id && names.TryGetValue(id, out var name) ? name : m.To, m.ParticipantId)).OrderBy(m => m.To, StringComparer.CurrentCulture)];
    }
}
