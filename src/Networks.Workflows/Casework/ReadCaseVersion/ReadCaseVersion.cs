using MediatR;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Workflows.Access;
using Networks.Workflows.Common;

namespace Networks.Workflows.Casework.ReadCaseVersion;

/// <summary>How often something has been done in a case: who acts on what they read can ask that it still is the same.</summary>
[Access(Right.CaseSummary)]
public sealed record ReadCaseVersion(CaseId CaseId) : IQuery<long>, ICaseRequest;

internal sealed class ReadCaseVersionHandler(NetworksDbContext db) : IRequestHandler<ReadCaseVersion, Result<long>>
{
    public async Task<Result<long>> Handle(ReadCaseVersion request, CancellationToken cancellationToken) =>
        await db.Cases.Where(c => c.Id == request.CaseId).Select(c => c.Version).FirstAsync(cancellationToken);
}
