using System.Text.Json.Serialization;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Connections;
using Networks.Workflows.Access;
using Networks.Workflows.Common;

namespace Networks.Workflows.Connections.RenewCalendar;

/// <summary>Gives the person a secret address for the calendar of the deadlines; one that was given before ends.</summary>
[Access(Right.OwnAccount)]
public sealed record RenewCalendar(Guid OperationId) : ICommand<RenewedCalendar>
{
    /// <summary>Hash of the secret. Not part of what makes two sendings the same.</summary>
    [JsonIgnore]
    public string SecretHash { get; init; } = "";
}

/// <param name="SecretHash">Of the secret that was kept: another one when the same form came twice.</param>
public sealed record RenewedCalendar(string SecretHash);

internal sealed class RenewCalendarHandler(NetworksDbContext db, IActor actor, TimeProvider clock) : IRequestHandler<RenewCalendar, Result<RenewedCalendar>>
{
    public async Task<Result<RenewedCalendar>> Handle(RenewCalendar request, CancellationToken cancellationToken)
    {
        db.RemoveRange(await db.CalendarFeeds.Where(f => f.OfficerId == actor.Officer).ToListAsync(cancellationToken));
        db.Add(new CalendarFeed(Ids.New(clock), actor.Officer!.Value, request.SecretHash, clock.GetUtcNow()));
        return new RenewedCalendar(request.SecretHash);
    }
}
