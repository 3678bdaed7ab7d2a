using System.Globalization;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Connections;
using Networks.Data.Outbox;
using Networks.Workflows.Common;
using Networks.Workflows.Mail;

namespace Networks.Workflows.Connections.CreateToken;

internal sealed class CreateTokenHandler(NetworksDbContext db, IActor actor, BusinessCalendar calendar, TimeProvider clock) : IRequestHandler<CreateToken, Result<CreatedToken>>
{
    public async Task<Result<CreatedToken>> Handle(CreateToken request, CancellationToken cancellationToken)
    {
        var today = calendar.Today();
        var latest = today.AddDays(CreateToken.LongestDays);
        if (request.LastDay is not { } lastDay || lastDay < today || lastDay > latest)
        {
            return ConnectionsRefusals.LastDayWrong(latest);
        }

        var officer = await db.ProgrammeOfficers(actor).SingleOrDefaultAsync(o => o.Id == request.Officer && !o.IsDisabled, cancellationToken);
        if (officer is null)
        {
            return ConnectionsRefusals.PersonMissing;
        }

        var name = request.Name!.Trim();
        var token = new ApiToken(Ids.New(clock), officer.AssociationId, officer.Id, name, request.Scopes, request.SecretHash, lastDay, actor.Officer!.Value, clock.GetUtcNow());
        var language = CultureInfo.GetCultureInfo(officer.Language);
        var maker = await db.Officers.Where(o => o.Id == actor.Officer).Select(o => o.FullName).SingleAsync(cancellationToken);
        db.AddRange(token, new OutboxMessage(
            Ids.New(clock), MailKinds.TokenMade, officer.Email,
            Words.In(language, "connections.token-mail-subject", name),
            Words.In(language, "connections.token-mail-body", officer.FullName, maker, name, lastDay), clock.GetUtcNow())
        { Language = officer.Language });
        return new CreatedToken(token.Id, token.SecretHash);
    }
}
