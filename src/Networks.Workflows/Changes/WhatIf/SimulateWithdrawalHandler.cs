using MediatR;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Workflows.Common;

namespace Networks.Workflows.Changes.WhatIf;

internal sealed class SimulateWithdrawalHandler(NetworksDbContext db, Simulation simulation) : IRequestHandler<SimulateWithdrawal, Result<WithdrawalSimulation>>
{
    public async Task<Result<WithdrawalSimulation>> Handle(SimulateWithdrawal request, CancellationToken cancellationToken) =>
        await simulation.RunAsync(
            await db.Cases.AsNoTracking().SingleAsync(c => c.Id == request.CaseId, cancellationToken), request.Firms, request.Cause, request.On, cancellationToken);
}
