using System.Text.Json.Serialization;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Workflows.Access;
using Networks.Workflows.Common;

namespace Networks.Workflows.Connections.TakeTokenSecret;

/// <summary>
/// The person whose rights a key uses takes its secret, once: from then on the key works. The secret is made by the
/// caller, who shows it and forgets it. Refused when it was taken, has ended, or is out of date.
/// </summary>
[Access(Right.OwnAccount)]
public sealed record TakeTokenSecret(Guid OperationId, Guid Token) : ICommand<TakenSecret>
{
    /// <summary>Hash of the secret. Not part of what makes two sendings the same.</summary>
    [JsonIgnore]
    public string SecretHash { get; init; } = "";
}

/// <param name="SecretHash">Of the secret that was kept: another one when the same form came twice.</param>
public sealed record TakenSecret(string SecretHash);

internal sealed class TakeTokenSecretHandler(NetworksDbContext db, IActor actor, BusinessCalendar calendar, TimeProvider clock) : IRequestHandler<TakeTokenSecret, Result<TakenSecret>>
{
    public async Task<Result<TakenSecret>> Handle(TakeTokenSecret request, CancellationToken cancellationToken)
    {
        var token = await db.ApiTokens.SingleOrDefaultAsync(t => t.Id == request.Token && t.OfficerId == actor.Officer, cancellationToken);
        if (token is null)
        {
            return ConnectionsRefusals.NotHere;
        }

        if (token.RevokedAt is not null || calendar.IsOver(token.LastDay))
        {
            return ConnectionsRefusals.TokenEnded;
        }

        if (token.TakenAt is not null)
        {
            return ConnectionsRefusals.TokenTaken;
        }

        token.Take(request.SecretHash, clock.GetUtcNow());
        return new TakenSecret(token.SecretHash);
    }
}
