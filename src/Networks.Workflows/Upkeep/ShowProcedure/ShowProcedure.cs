using MediatR;
using Networks.Workflows.Access;
using Networks.Workflows.Common;
using Networks.Workflows.Engine;
using Networks.Workflows.Engine.Diagrams;

namespace Networks.Workflows.Upkeep.ShowProcedure;

/// <summary>The newest version of the procedure that new cases run, as a picture and for other tools.</summary>
[Access(Right.ServiceRun)]
public sealed record ShowProcedure : IQuery<ProcedureShown>;

/// <param name="Svg">In the reader's language.</param>
/// <param name="Bpmn">BPMN 2.0 XML.</param>
/// <param name="FileName">Without ending.</param>
public sealed record ProcedureShown(int Version, string Svg, string Bpmn, string FileName);

internal sealed class ShowProcedureHandler(ProcessCatalog catalog) : IRequestHandler<ShowProcedure, Result<ProcedureShown>>
{
    private const string formNetwork = "form-network";

    public Task<Result<ProcedureShown>> Handle(ShowProcedure request, CancellationToken cancellationToken)
    {
        var definition = catalog.Latest(formNetwork);
        return Task.FromResult<Result<ProcedureShown>>(new ProcedureShown(
            definition.Version, ProcedurePicture.Svg(definition), ProcedurePicture.Bpmn(definition), $"{definition.Name}-v{definition.Version}"));
    }
}
