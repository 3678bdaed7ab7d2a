namespace Networks.Workflows.Engine.Diagrams;

/// <summary>Pictures of a procedure in the reader's language, both from one layout.</summary>
public static class ProcedurePicture
{
    /// <summary>SVG with a lane for each party.</summary>
    public static string Svg(ProcessDefinition definition) => SvgPicture.Of(Layout.Of(definition));

    /// <summary>BPMN 2.0 XML with diagram interchange.</summary>
    public static string Bpmn(ProcessDefinition definition) => BpmnXml.Of(Layout.Of(definition));

    /// <summary>The same of a running case, with every step marked as done, here, to come or not taken.</summary>
    /// <param name="isFile">Carries its colours itself, for a file outside of the service.</param>
    internal static string Svg(CaseDrawing drawing, bool isFile) => SvgPicture.Of(drawing.Drawing, isFile);

    internal static string Bpmn(CaseDrawing drawing) => BpmnXml.Of(drawing.Drawing);
}

/// <summary>A definition drawn for one running case.</summary>
internal sealed record CaseDrawing(Drawing Drawing)
{
    public static CaseDrawing Of(ProcessDefinition definition, string title, IReadOnlyDictionary<string, StepStanding> standing)
    {
        var byShape = definition.Root.SelfAndBelow().Where(s => s.Name.Length > 0 && standing.ContainsKey(s.Path))
            .ToDictionary(Layout.IdOf, s => standing[s.Path], StringComparer.Ordinal);
        return new CaseDrawing(Layout.Of(definition) with { Title = title, Standing = byShape });
    }
}
