using System.Globalization;
using System.Xml.Linq;

namespace Networks.Workflows.Engine.Diagrams;

/// <summary>A drawing as BPMN 2.0 with diagram interchange, for other tools to open. It says the path, not how to run it.</summary>
internal static class BpmnXml
{
    private static readonly XNamespace _bpmn = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    private static readonly XNamespace _di = "http://www.omg.org/spec/BPMN/20100524/DI";
    private static readonly XNamespace _dc = "http://www.omg.org/spec/DD/20100524/DC";
    private static readonly XNamespace _dd = "http://www.omg.org/spec/DD/20100524/DI";

    public static string Of(Drawing drawing)
    {
        var signals = drawing.Shapes.Where(s => s.Kind == ShapeKind.Fact).Select(s => (Id: SignalOf(s), Name: s.Name.Length > 0 ? s.Name : s.Inside!.Name));
        var root = new XElement(_bpmn + "definitions",
            new XAttribute(XNamespace.Xmlns + "bpmn", _bpmn), new XAttribute(XNamespace.Xmlns + "bpmndi", _di),
            new XAttribute(XNamespace.Xmlns + "dc", _dc), new XAttribute(XNamespace.Xmlns + "di", _dd),
            new XAttribute("id", $"{drawing.Id}-definitions"), new XAttribute("targetNamespace", "urn:networks:procedure"), new XAttribute("exporter", "Networks"),
            signals.Select(s => new XElement(_bpmn + "signal", Id(s.Id), Name(s.Name))),
            drawing.Phases.Select(p => new XElement(_bpmn + "category", Id($"{p.Id}-category"), new XElement(_bpmn + "categoryValue", Id($"{p.Id}-value"), new XAttribute("value", p.Name)))),
            new XElement(_bpmn + "collaboration", Id("collaboration"),
                new XElement(_bpmn + "participant", Id("pool"), Name(drawing.Title), new XAttribute("processRef", drawing.Id))),
            ProcessOf(drawing),
            DiagramOf(drawing));
        return new XDeclaration("1.0", "utf-8", null) + "\n" + root + "\n";
    }

    private static XElement ProcessOf(Drawing drawing) => new(_bpmn + "process",
        Id(drawing.Id), Name(drawing.Title), new XAttribute("isExecutable", "false"),
        new XElement(_bpmn + "laneSet", Id("lanes"), Drawing.Lanes.Select(lane => new XElement(_bpmn + "lane", Id(LaneId(lane)), Name(StepNames.Of(lane)),
            drawing.Shapes.Where(s => s.Inside is null && s.Lane == lane).Select(s => new XElement(_bpmn + "flowNodeRef", s.Id))))),
        Inside(drawing, null),
        drawing.Phases.Select(p => new XElement(_bpmn + "group", Id(p.Id), new XAttribute("categoryValueRef", $"{p.Id}-value"))));

    private static IEnumerable<XElement> Inside(Drawing drawing, string? box) =>
        drawing.Shapes.Where(s => s.Inside?.Id == box).Select(s => NodeOf(drawing, s))
            .Concat(drawing.Arrows.Where(a => InsideOf(a) == box).Select(a => new XElement(_bpmn + "sequenceFlow",
                Id(a.Id), a.Label.Length > 0 ? Name(a.Label) : null, new XAttribute("sourceRef", a.From.Id), new XAttribute("targetRef", a.To.Id))));

    private static string? InsideOf(Arrow arrow) => arrow.To.Inside?.Id;

    private static XElement NodeOf(Drawing drawing, Shape shape)
    {
        var node = new XElement(_bpmn + ElementOf(shape.Kind, shape.Inside), Id(shape.Id), shape.Name.Length > 0 ? Name(shape.Name) : null);
        if (shape.Kind == ShapeKind.Aside)
        {
            node.Add(new XAttribute("triggeredByEvent", "true"));
        }

        if (shape.On is { } border)
        {
            node.Add(new XAttribute("cancelActivity", "false"), new XAttribute("attachedToRef", border.Id));
        }
        else if (shape.Kind == ShapeKind.Fact)
        {
            node.Add(new XAttribute("isInterrupting", "false"));
        }

        if (drawing.Standing.TryGetValue(shape.Id, out var standing))
        {
            node.Add(new XElement(_bpmn + "documentation", StepNames.Of(standing)));
        }

        if (shape.Note.Length > 0)
        {
            node.Add(new XElement(_bpmn + "documentation", shape.Note));
        }

        node.Add(drawing.Arrows.Where(a => a.To.Id == shape.Id).Select(a => new XElement(_bpmn + "incoming", a.Id)),
            drawing.Arrows.Where(a => a.From.Id == shape.Id).Select(a => new XElement(_bpmn + "outgoing", a.Id)));
        switch (shape.Kind)
        {
            case ShapeKind.ForEach:
                node.Add(new XElement(_bpmn + "multiInstanceLoopCharacteristics"), Inside(drawing, shape.Id));
                break;
            case ShapeKind.Aside:
                node.Add(Inside(drawing, shape.Id));
                break;
            case ShapeKind.Wait or ShapeKind.Deadline:
                node.Add(new XElement(_bpmn + "timerEventDefinition", Id($"{shape.Id}-timer")));
                break;
            case ShapeKind.Fact:
                node.Add(new XElement(_bpmn + "signalEventDefinition", Id($"{shape.Id}-heard"), new XAttribute("signalRef", SignalOf(shape))));
                break;
        }

        return node;
    }

    private static string ElementOf(ShapeKind kind, Shape? inside) => kind switch
    {
        ShapeKind.Start => "startEvent",
        ShapeKind.End => "endEvent",
        ShapeKind.HumanTask => "userTask",
        ShapeKind.ServiceTask => "serviceTask",
        ShapeKind.Call => "callActivity",
        ShapeKind.Wait => "intermediateCatchEvent",
        ShapeKind.Gateway => "exclusiveGateway",
        ShapeKind.ForEach or ShapeKind.Aside => "subProcess",
        ShapeKind.Deadline => "boundaryEvent",
        ShapeKind.Fact => inside is null ? "boundaryEvent" : "startEvent",
    };

    private static XElement DiagramOf(Drawing drawing) => new(_di + "BPMNDiagram", Id("diagram"),
        new XElement(_di + "BPMNPlane", Id("plane"), new XAttribute("bpmnElement", "collaboration"),
            Box("pool", 0, Drawing.Head, drawing.Width, Drawing.Height - Drawing.Head, new XAttribute("isHorizontal", "true")),
            Drawing.Lanes.Select(lane => Box(LaneId(lane), 30, Drawing.TopOf(lane), drawing.Width - 30, Drawing.LaneHeight, new XAttribute("isHorizontal", "true"))),
            drawing.Shapes.Select(s => Box(s.Id, s.X, s.Y, s.Width, s.Height,
                s.Kind is ShapeKind.ForEach or ShapeKind.Aside ? new XAttribute("isExpanded", "true") : null)),
            drawing.Phases.Select(p => Box(p.Id, p.X, Drawing.Head + 2, p.Width, Drawing.Height - Drawing.Head - 4, null)),
            drawing.Arrows.Select(a => new XElement(_di + "BPMNEdge", Id($"{a.Id}-edge"), new XAttribute("bpmnElement", a.Id),
                a.Points.Select(p => new XElement(_dd + "waypoint", At("x", p.X), At("y", p.Y)))))));

    private static XElement Box(string element, double x, double y, double width, double height, XAttribute? more) => new(_di + "BPMNShape",
        Id($"{element}-shape"), new XAttribute("bpmnElement", element), more,
        new XElement(_dc + "Bounds", At("x", x), At("y", y), At("width", width), At("height", height)));

    private static string LaneId(Lane lane) => $"lane-{lane.ToString().ToLowerInvariant()}";

    private static string SignalOf(Shape shape) => $"{shape.Id}-signal";

    private static XAttribute Id(string id) => new("id", id);

    private static XAttribute Name(string name) => new("name", name);

    private static XAttribute At(string name, double value) => new(name, value.ToString("0.#", CultureInfo.InvariantCulture));
}
