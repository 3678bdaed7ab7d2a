using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Monitoring;
using Networks.Workflows.Access;
using Networks.Workflows.Common;

namespace Networks.Workflows.Monitoring.EndMailing;

/// <summary>What the link at the end of a mailed view stands for. Looking ends nothing.</summary>
[Access(Right.Public)]
public sealed record ShowMailingEnd(string Key) : IQuery<MailingEnd>;

/// <param name="IsEnded">Nothing is mailed by it any more.</param>
public sealed record MailingEnd(string Programme, bool IsEnded);

/// <summary>
/// No more mails of this view. The key out of the mail is the credential, so that a mail program may post it without anybody
/// being signed in (RFC 8058); the keys of all mails of one subscription are the same. Doing it twice does no harm.
/// </summary>
[Access(Right.Public)]
public sealed record EndMailing(string Key) : ICommand<Done>
{
    public Guid OperationId { get; init; }
}

/// <summary>The key that ends one subscription.</summary>
internal static class MailingKey
{
    private const int Id = 32;

    /// <summary>Number of the subscription, and what only the service can make from it.</summary>
    public static string Of(ViewSubscription subscription) => $"{subscription.Id:N}{Proof(subscription)}";

    public static async Task<ViewSubscription?> FindAsync(IQueryable<ViewSubscription> subscriptions, string key, CancellationToken cancellationToken)
    {
        if (key.Length <= Id || !Guid.TryParseExact(key[..Id], "N", out var id) || await subscriptions.FirstOrDefaultAsync(s => s.Id == id, cancellationToken) is not { } found)
        {
            return null;
        }

        return CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(key[Id..]), Encoding.UTF8.GetBytes(Proof(found))) ? found : null;
    }

    private static string Proof(ViewSubscription subscription) => Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes($"{subscription.TokenHash} {subscription.Id:N}")));
}

internal sealed class ShowMailingEndHandler(NetworksDbContext db) : IRequestHandler<ShowMailingEnd, Result<MailingEnd>>
{
    public async Task<Result<MailingEnd>> Handle(ShowMailingEnd request, CancellationToken cancellationToken)
    {
        if (await MailingKey.FindAsync(db.ViewSubscriptions.AsNoTracking(), request.Key, cancellationToken) is not { } found)
        {
            return new Refusal(RefusalKind.NotFound, "common.not-found");
        }

        var programme = await (
            from o in db.Officers
            join a in db.Associations on o.AssociationId equals a.Id
            join p in db.Programmes on a.ProgrammeId equals p.Id
            where o.Id == found.OfficerId
            select p.Name).SingleAsync(cancellationToken);
        return new MailingEnd(programme, found.EndedAt is not null);
    }
}

internal sealed class EndMailingHandler(NetworksDbContext db, TimeProvider clock) : IRequestHandler<EndMailing, Result<Done>>
{
    public async Task<Result<Done>> Handle(EndMailing request, CancellationToken cancellationToken)
    {
        if (await MailingKey.FindAsync(db.ViewSubscriptions, request.Key, cancellationToken) is not { } found)
        {
            return new Refusal(RefusalKind.NotFound, "common.not-found");
        }

        found.EndedAt ??= clock.GetUtcNow();
        return Done.It;
    }
}
