using MediatR;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Firms;
using Networks.Data.Officers;
using Networks.Workflows.Common;
using Networks.Workflows.Mail;

namespace Networks.Workflows.Associations.InvitePerson;

internal sealed class InvitePersonHandler(NetworksDbContext db, IActor actor, IInvitationLinks links, PublicAddress address, TimeProvider clock)
    : IRequestHandler<InvitePerson, Result<OfficerId>>
{
    public async Task<Result<OfficerId>> Handle(InvitePerson request, CancellationToken cancellationToken)
    {
        if (!await db.AssociationsOf(actor).AnyAsync(a => a.Id == request.AssociationId, cancellationToken))
        {
            return AssociationsRefusals.Missing("association");
        }

        var email = EmailAddress.Parse(request.Email!).Value;
        if (await db.Officers.AnyAsync(o => o.Email == email, cancellationToken))
        {
            return AssociationsRefusals.EmailKnown;
        }

        var officer = new Officer(OfficerId.New(clock), request.AssociationId, request.FullName!, email, request.Roles) { Language = request.Language };
        var account = NewAccount.For(officer.Id, email);
        db.AddRange(officer, account, InvitationMail.Compose(officer, address.Of(await links.PathAsync(account)), clock));
        return officer.Id;
    }
}
