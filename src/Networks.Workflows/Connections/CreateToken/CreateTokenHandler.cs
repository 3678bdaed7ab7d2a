using MediatR;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Connections;
using Networks.Workflows.Access;
using Networks.Workflows.Common;
using Networks.Workflows.Mail;

namespace Networks.Workflows.Connections.CreateToken;

internal sealed class CreateTokenHandler(NetworksDbContext db, IActor actor, BusinessCalendar calendar, PublicAddress address, TimeProvider clock) : IRequestHandler<CreateToken, Result<CreatedToken>>
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
        // Of a secret that is forgotten here: whoever makes a key for somebody cannot use it.
        var unknown = LinkToken.Hash(LinkToken.New());
        var token = new ApiToken(Ids.New(clock), officer.AssociationId, officer.Id, name, request.Scopes, unknown, lastDay, actor.Officer!.Value, clock.GetUtcNow());
        var maker = await db.Officers.Where(o => o.Id == actor.Officer).Select(o => o.FullName).SingleAsync(cancellationToken);
        db.Add(token);
        TokenMail.Made(db, clock, token, officer, maker, address.Of(CreateToken.AccountPath));
        return new CreatedToken(token.Id);
    }
}
