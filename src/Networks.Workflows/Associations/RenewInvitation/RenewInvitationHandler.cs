using MediatR;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Workflows.Common;
using Networks.Workflows.Mail;

namespace Networks.Workflows.Associations.RenewInvitation;

internal sealed class RenewInvitationHandler(NetworksDbContext db, IActor actor, IInvitationLinks links, PublicAddress address, TimeProvider clock)
    : IRequestHandler<RenewInvitation, Result<Done>>
{
    public async Task<Result<Done>> Handle(RenewInvitation request, CancellationToken cancellationToken)
    {
        var officer = await db.OfficersOf(actor).SingleOrDefaultAsync(o => o.Id == request.Officer, cancellationToken);
        if (officer is null)
        {
            return AssociationsRefusals.NotHere;
        }

        if (officer.IsDisabled)
        {
            return AssociationsRefusals.Disabled;
        }

        var account = await db.Users.SingleAsync(u => u.Id == officer.Id.Value, cancellationToken);
        account.SecurityStamp = NewAccount.Stamp();
        if (request.ForgetsPhone)
        {
            account.TwoFactorEnabled = false;
            db.UserTokens.RemoveRange(await db.UserTokens.Where(t => t.UserId == account.Id).ToListAsync(cancellationToken));
        }

        db.Add(InvitationMail.Compose(officer, address.Of(await links.PathAsync(account)), clock));
        return Done.It;
    }
}
