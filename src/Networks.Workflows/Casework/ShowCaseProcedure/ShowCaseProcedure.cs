using Networks.Data;
using Networks.Workflows.Access;
using Networks.Workflows.Common;
using Networks.Workflows.Engine.Diagrams;

namespace Networks.Workflows.Casework.ShowCaseProcedure;

/// <summary>Where a network stands in its own version of the procedure: as a picture, in a sentence and as a table.</summary>
[Access(Right.CaseRead)]
public sealed record ShowCaseProcedure(CaseId CaseId) : IQuery<CaseProcedure>, ICaseRequest
{
    /// <summary>What a procedure beside the case's own is about; null for the case's own.</summary>
    public Guid? Beside { get; init; }
}

/// <param name="Newest">The version that new cases begin with.</param>
/// <param name="Svg">For a page, without colours of its own.</param>
/// <param name="SvgFile">The same for a file.</param>
/// <param name="Bpmn">BPMN 2.0 XML; the state of a step is in its documentation.</param>
/// <param name="FileName">Without ending.</param>
/// <param name="Rows">What people, the service and time do, in the order of the procedure.</param>
public sealed record CaseProcedure(
    string Network, int Version, int Newest, string Title, string Sentence, string Svg, string SvgFile, string Bpmn, string FileName, IReadOnlyList<ProcedureRow> Rows);

/// <param name="Party">Who does it.</param>
/// <param name="Text">The state in words, with how many of its parties.</param>
/// <param name="Day">When it was done, or by when it is due; null without a day.</param>
public sealed record ProcedureRow(string Phase, string Step, string Party, StepState State, string Text, DateOnly? Day);
