namespace Networks.Workflows.Engine.Diagrams;

/// <summary>Pictures of a procedure in the reader's language, both from one layout.</summary>
public static class ProcedurePicture
{
    /// <summary>SVG with a lane for each party.</summary>
    public static string Svg(ProcessDefinition definition) => SvgPicture.Of(Layout.Of(definition));

    /// <summary>BPMN 2.0 XML with diagram interchange.</summary>
    public static string Bpmn(ProcessDefinition definition) => BpmnXml.Of(Layout.Of(definition));
}
