using Microsoft.EntityFrameworkCore;
using Networks.Data.Conventions;
using Networks.Data.Operations;

namespace Networks.Workflows.Pipeline;

internal static class CompletedOperations
{
    /// <summary>Asked in every act, whether it was done before.</summary>
    public static readonly Prepared<Guid, CompletedOperation> ById = new((db, id) => db.Operations.AsNoTracking().Where(o => o.Id == id));
}
