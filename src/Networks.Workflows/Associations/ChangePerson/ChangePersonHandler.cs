using MediatR;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Officers;
using Networks.Workflows.Common;

namespace Networks.Workflows.Associations.ChangePerson;

internal sealed class ChangePersonHandler(NetworksDbContext db, IActor actor) : IRequestHandler<ChangePerson, Result<Done>>
{
    public async Task<Result<Done>> Handle(ChangePerson request, CancellationToken cancellationToken)
    {
        var officer = await db.OfficersOf(actor).SingleOrDefaultAsync(o => o.Id == request.Officer, cancellationToken);
        if (officer is null)
        {
            return AssociationsRefusals.NotHere;
        }

        if (!await db.AssociationsOf(actor).AnyAsync(a => a.Id == request.AssociationId, cancellationToken))
        {
            return AssociationsRefusals.Missing("association");
        }

        if (officer.Id == actor.Officer && (request.IsDisabled || !request.Roles.HasFlag(OfficerRoles.Administrator)))
        {
            return AssociationsRefusals.OwnAccess;
        }

        if (request.IsDisabled && !officer.IsDisabled)
        {
            var account = await db.Users.SingleAsync(u => u.Id == officer.Id.Value, cancellationToken);
            account.SecurityStamp = NewAccount.Stamp();
        }

        officer.FullName = request.FullName!;
        officer.AssociationId = request.AssociationId;
        officer.Roles = request.Roles;
        officer.IsDisabled = request.IsDisabled;
        return Done.It;
    }
}
