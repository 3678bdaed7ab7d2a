using Microsoft.EntityFrameworkCore;
using Networks.Data.History;
using Networks.Data.Imports;
using Networks.Workflows.Common;

namespace Networks.Workflows.Discovery.Imports;

internal static class OwnImports
{
    /// <summary>An import of the person's desk; null for one of another desk.</summary>
    public static Task<FirmImport?> OwnAsync(this IQueryable<FirmImport> imports, Guid id, IActor actor, CancellationToken cancellationToken) =>
        imports.FirstOrDefaultAsync(i => i.Id == id && (actor.Kind == ActorKind.Service || i.AssociationId == actor.Association), cancellationToken);
}
