using MediatR;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Associations;
using Networks.Workflows.Common;

namespace Networks.Workflows.Associations.AddAssociation;

internal sealed class AddAssociationHandler(NetworksDbContext db, IActor actor, TimeProvider clock) : IRequestHandler<AddAssociation, Result<AssociationId>>
{
    public async Task<Result<AssociationId>> Handle(AddAssociation request, CancellationToken cancellationToken)
    {
        var known = await db.AssociationsOf(actor).Select(a => new { a.Id, a.ProgrammeId, a.Name }).ToListAsync(cancellationToken);
        if (known.Any(a => string.Equals(a.Name, request.Name, StringComparison.OrdinalIgnoreCase)))
        {
            return AssociationsRefusals.NameKnown;
        }

        var programme = known.Single(a => a.Id == actor.Association).ProgrammeId;
        var association = new Association(AssociationId.New(clock), programme, request.Name!, request.DeskName!, request.Kind)
        {
            Email = request.Email,
            Phone = request.Phone,
        };
        db.Add(association);
        return association.Id;
    }
}
