using MediatR;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Outbox;
using Networks.Workflows.Access;
using Networks.Workflows.Common;

namespace Networks.Workflows.Mail.KeptMails;

/// <summary>The newest mails of the demo, which keeps them instead of sending. Anywhere else there is no such list.</summary>
[Access(Right.DemoOnly)]
public sealed record ListKeptMails : IQuery<IReadOnlyList<KeptMailRow>>
{
    /// <summary>Mails shown.</summary>
    public const int Most = 120;
}

/// <summary>One kept mail with its text, and with it the firm's link.</summary>
[Access(Right.DemoOnly)]
public sealed record ReadKeptMail(Guid Message) : IQuery<KeptMail>;

public sealed record KeptMailRow(Guid Id, string To, string Subject, string Language, OutboxStatus Status, DateTimeOffset CreatedAt);

public sealed record KeptMail(string To, string Subject, string Body, OutboxStatus Status, DateTimeOffset CreatedAt, DateTimeOffset NotBefore);

internal sealed class ListKeptMailsHandler(NetworksDbContext db, IMailTransport transport) : IRequestHandler<ListKeptMails, Result<IReadOnlyList<KeptMailRow>>>
{
    public async Task<Result<IReadOnlyList<KeptMailRow>>> Handle(ListKeptMails request, CancellationToken cancellationToken) => transport.Keeps
        ? await db.Outbox.AsNoTracking().OrderByDescending(m => m.CreatedAt).ThenByDescending(m => m.Id).Take(ListKeptMails.Most)
            .Select(m => new KeptMailRow(m.Id, m.To, m.Subject, m.Language, m.Status, m.CreatedAt)).ToListAsync(cancellationToken)
        : MailRefusals.NotFound;
}

internal sealed class ReadKeptMailHandler(NetworksDbContext db, IMailTransport transport) : IRequestHandler<ReadKeptMail, Result<KeptMail>>
{
    public async Task<Result<KeptMail>> Handle(ReadKeptMail request, CancellationToken cancellationToken)
    {
        if (!transport.Keeps)
        {
            return MailRefusals.NotFound;
        }

        var mail = await db.Outbox.AsNoTracking().FirstOrDefaultAsync(m => m.Id == request.Message, cancellationToken);
        return mail is null ? MailRefusals.NotFound : new KeptMail(mail.To, mail.Subject, mail.Body, mail.Status, mail.CreatedAt, mail.NotBefore);
    }
}
