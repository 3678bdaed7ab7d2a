using MediatR;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Workflows.Common;
using Networks.Workflows.Engine;
using Networks.Workflows.Engine.Diagrams;

namespace Networks.Workflows.Casework.ShowCaseProcedure;

internal sealed class ShowCaseProcedureHandler(NetworksDbContext db, ProcessCatalog catalog) : IRequestHandler<ShowCaseProcedure, Result<CaseProcedure>>
{
    public async Task<Result<CaseProcedure>> Handle(ShowCaseProcedure request, CancellationToken cancellationToken)
    {
        var beside = request.Beside;
        var process = await db.Processes.AsNoTracking()
            .Where(p => p.CaseId == request.CaseId && p.CallerId == null
                && (beside == null ? !p.IsBeside : p.IsBeside && db.Scopes.Any(s => s.ProcessId == p.Id && s.Path == "" && s.PartyId == beside))).OrderByDescending(p => p.Id).FirstOrDefaultAsync(cancellationToken);
        if (process is null)
        {
            return CaseworkRefusals.NotFound;
        }

        var named = await (
            from c in db.Cases.AsNoTracking()
            where c.Id == request.CaseId
            join n in db.EnterpriseNetworks on c.Id equals n.CaseId
            select new { n.Name, c.Reference }).SingleAsync(cancellationToken);
        var definition = catalog.Get(process.Name, process.Version);
        var standing = CaseStanding.Of(
            definition,
            await db.Scopes.AsNoTracking().Where(s => s.ProcessId == process.Id).ToListAsync(cancellationToken),
            await db.WorkItems.AsNoTracking().Where(i => i.CaseId == request.CaseId).ToListAsync(cancellationToken),
            await db.Timers.AsNoTracking().Where(t => t.CaseId == request.CaseId).ToListAsync(cancellationToken));
        var title = Words.Say("procedure.title-case", named.Name, StepNames.Of(process.Name), process.Version);
        var drawing = CaseDrawing.Of(definition, title, standing);
        var rows = ProcedureRows.Of(definition, standing);
        return new CaseProcedure(
            named.Name, process.Version, catalog.Latest(process.Name).Version, title, ProcedureRows.Sentence(rows),
            ProcedurePicture.Svg(drawing, isFile: false), ProcedurePicture.Svg(drawing, isFile: true), ProcedurePicture.Bpmn(drawing),
            $"{named.Reference}-{process.Name}-v{process.Version}", rows);
    }
}
