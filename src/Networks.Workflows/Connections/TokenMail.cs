using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Connections;
using Networks.Data.Officers;
using Networks.Data.Outbox;
using Networks.Workflows.Common;
using Networks.Workflows.Mail;

namespace Networks.Workflows.Connections;

/// <summary>What is written about keys to the people whom they concern.</summary>
internal static class TokenMail
{
    /// <summary>To the person whose rights the key will use: where to take or refuse it.</summary>
    public static void Made(NetworksDbContext db, TimeProvider clock, ApiToken token, Officer officer, string maker, Uri account)
    {
        var language = CultureInfo.GetCultureInfo(officer.Language);
        db.Add(new OutboxMessage(
            Ids.New(clock), MailKinds.TokenMade, officer.Email,
            Words.In(language, "connections.token-mail-subject", token.Name),
            Words.In(language, "connections.token-mail-body", officer.FullName, maker, token.Name, token.LastDay, account.OriginalString), clock.GetUtcNow())
        { Language = officer.Language });
    }

    /// <summary>To who made the key: the person did not want it.</summary>
    public static async Task EndedAsync(NetworksDbContext db, TimeProvider clock, ApiToken token, CancellationToken cancellationToken)
    {
        var maker = await db.Officers.SingleAsync(o => o.Id == token.CreatedBy, cancellationToken);
        var person = await db.Officers.Where(o => o.Id == token.OfficerId).Select(o => o.FullName).SingleAsync(cancellationToken);
        var language = CultureInfo.GetCultureInfo(maker.Language);
        db.Add(new OutboxMessage(
            Ids.New(clock), MailKinds.TokenEnded, maker.Email,
            Words.In(language, "connections.token-ended-subject", token.Name),
            Words.In(language, "connections.token-ended-body", maker.FullName, person, token.Name), clock.GetUtcNow())
        { Language = maker.Language });
    }
}
