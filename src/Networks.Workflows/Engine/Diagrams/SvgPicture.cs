using System.Globalization;
using System.Text;
using System.Xml.Linq;

namespace Networks.Workflows.Engine.Diagrams;

/// <summary>A drawing as SVG: text stays text, colours are the page's, and a reader without eyes gets title and description.</summary>
internal static class SvgPicture
{
    private static readonly XNamespace _svg = "http://www.w3.org/2000/svg";

    /// <summary>The colours of the states in a file, which has no page around it.</summary>
    private const string _fileStyle = ".box.done,.box.here{fill:none!important}.done{fill:#e3f1e7;stroke:#2e7d4f}.here{fill:#fff3d6;stroke:#b26a00;stroke-width:3}.skipped{stroke-dasharray:3 3;opacity:.55}.task.ahead{fill:#fff}";

    /// <param name="isFile">Carries its colours itself; a page has them in its style sheet and allows no others.</param>
    public static string Of(Drawing drawing, bool isFile = false)
    {
        var root = new XElement(_svg + "svg",
            new XAttribute("class", "procedure"), new XAttribute("role", "img"), new XAttribute("aria-labelledby", "procedure-title procedure-text"),
            At("viewBox", $"0 0 {N(drawing.Width)} {N(Drawing.Height)}"), At("width", drawing.Width), At("height", Drawing.Height),
            new XAttribute("font-family", "system-ui, sans-serif"), new XAttribute("font-size", "12"), At("fill", "none"), At("stroke", "currentColor"),
            new XElement(_svg + "title", new XAttribute("id", "procedure-title"), drawing.Title),
            new XElement(_svg + "desc", new XAttribute("id", "procedure-text"), StepNames.Description(drawing)),
            isFile ? new XElement(_svg + "style", _fileStyle) : null,
            new XElement(_svg + "defs", new XElement(_svg + "marker", At("id", "procedure-tip"), At("viewBox", "0 0 8 8"), At("refX", 8), At("refY", 4),
                At("markerWidth", 8), At("markerHeight", 8), At("orient", "auto-start-reverse"),
                new XElement(_svg + "path", At("d", "M0 0 8 4 0 8z"), At("fill", "currentColor"), At("stroke", "none")))),
            Drawing.Lanes.SelectMany(lane => OfLane(lane, drawing.Width)),
            drawing.Phases.SelectMany(OfPhase),
            drawing.Shapes.Where(IsBox).SelectMany(s => OfShape(s, drawing)),
            drawing.Arrows.SelectMany(OfArrow),
            drawing.Shapes.Where(s => !IsBox(s)).SelectMany(s => OfShape(s, drawing)));
        return root.ToString(SaveOptions.DisableFormatting);
    }

    private static bool IsBox(Shape shape) => shape.Kind is ShapeKind.ForEach or ShapeKind.Aside;

    private static IEnumerable<XElement> OfLane(Lane lane, double width)
    {
        var y = Drawing.TopOf(lane);
        yield return Rect(0.5, y, width - 1, Drawing.LaneHeight, "lane", 0);
        foreach (var (row, line) in Wrap(StepNames.Of(lane), 12).Index())
        {
            yield return new XElement(_svg + "text", At("class", "lane-name"), At("text-anchor", "middle"), At("fill", "currentColor"), At("stroke", "none"),
                At("transform", $"translate({N(17 + (14 * row))} {N(y + (Drawing.LaneHeight / 2))}) rotate(-90)"), line);
        }
    }

    private static IEnumerable<XElement> OfPhase(Stretch phase) =>
    [
        new XElement(_svg + "path", At("class", "phase"), At("d", $"M{N(phase.X + 4)} {N(Drawing.Head - 6)}H{N(phase.X + phase.Width - 4)}"), At("stroke-width", 3)),
        Text(phase.X + 4, Drawing.Head - 14, phase.Name, "phase-name", "start"),
    ];

    private static IEnumerable<XElement> OfArrow(Arrow arrow)
    {
        var points = string.Join('L', arrow.Points.Select(p => $"{N(p.X)} {N(p.Y)}"));
        yield return new XElement(_svg + "path", At("class", "way"), At("d", $"M{points}"), At("marker-end", "url(#procedure-tip)"));
        if (arrow.Label.Length > 0)
        {
            // Beside the last turn, where ways that parted are apart; on a way back, where it begins.
            var (x, y) = arrow.Points[^2];
            yield return arrow.Points[0].X == arrow.Points[1].X ? Text(arrow.Points[0].X + 4, arrow.Points[0].Y - 3, arrow.Label, "label", "start")
                : arrow.Points.Count > 2 ? Text(x - 4, y - 4, arrow.Label, "label", "end")
                : Text(x + 4, y - 5, arrow.Label, "label", "start");
        }
    }

    private static IEnumerable<XElement> OfShape(Shape shape, Drawing drawing)
    {
        var standing = drawing.Standing.GetValueOrDefault(shape.Id);
        var state = ClassOf(standing);
        if (MarkOf(shape, standing) is { Length: > 0 } mark)
        {
            // On the right border of a box sit its events.
            yield return IsBox(shape) ? Text(shape.X + 6, shape.Y - 4, mark, "mark", "start") : Text(shape.Right - 6, shape.Y - 4, mark, "mark", "end");
        }

        switch (shape.Kind)
        {
            case ShapeKind.ForEach or ShapeKind.Aside:
                yield return Rect(shape.X, shape.Y, shape.Width, shape.Height, $"box{state}", 8, shape.Kind == ShapeKind.Aside ? "4 4" : null);
                foreach (var line in Lines(shape.Name, shape.X + 8, shape.Y + 15, Math.Max(12, (int)(shape.Width / 7)), "box-name", "start"))
                {
                    yield return line;
                }

                break;
            case ShapeKind.HumanTask or ShapeKind.ServiceTask or ShapeKind.Call:
                yield return Rect(shape.X, shape.Y, shape.Width, shape.Height, (shape.Kind == ShapeKind.HumanTask ? "task" : "task own") + state, 6);
                if (shape.Kind == ShapeKind.Call)
                {
                    yield return Rect(shape.X + 3, shape.Y + 3, shape.Width - 6, shape.Height - 6, "task own", 4);
                }

                var lines = Wrap(shape.Name, 17);
                foreach (var line in Lines(shape.Name, shape.MiddleX, shape.MiddleY + 4 - ((lines.Count - 1) * 7), 17, "name", "middle"))
                {
                    yield return line;
                }

                break;
            case ShapeKind.Gateway:
                yield return new XElement(_svg + "path", At("class", $"gateway{state}"), At("d",
                    $"M{N(shape.MiddleX)} {N(shape.Y)}L{N(shape.Right)} {N(shape.MiddleY)}L{N(shape.MiddleX)} {N(shape.Bottom)}L{N(shape.X)} {N(shape.MiddleY)}z"));
                foreach (var line in Lines(shape.Name, shape.MiddleX, shape.Bottom + 13, 14, "label", "middle"))
                {
                    yield return line;
                }

                break;
            default:
                yield return new XElement(_svg + "circle", At("class", $"event {shape.Kind.ToString().ToLowerInvariant()}{state}"), At("cx", shape.MiddleX), At("cy", shape.MiddleY),
                    At("r", shape.Width / 2), At("stroke-width", shape.Kind == ShapeKind.End ? 3 : 1), new XElement(_svg + "title", shape.Name));
                if (shape.Kind is ShapeKind.Wait or ShapeKind.Deadline)
                {
                    yield return new XElement(_svg + "path", At("d", $"M{N(shape.MiddleX)} {N(shape.MiddleY - (shape.Height / 4))}V{N(shape.MiddleY)}H{N(shape.MiddleX + (shape.Width / 5))}"));
                }

                if (shape.Kind == ShapeKind.Wait)
                {
                    foreach (var line in Lines(shape.Name, shape.MiddleX, shape.Bottom + 13, 14, "label", "middle"))
                    {
                        yield return line;
                    }
                }

                break;
        }
    }

    private static string ClassOf(StepStanding? standing) => standing is null ? "" : standing.State switch
    {
        StepState.Done => " done",
        StepState.Here => " here",
        StepState.ToCome => " ahead",
        StepState.NotTaken => " skipped",
    };

    // Beside the colour, for those who do not see it: a sign and how many of the parties.
    private static string MarkOf(Shape shape, StepStanding? standing) =>
        standing is null || shape.Kind is ShapeKind.Gateway or ShapeKind.Deadline or ShapeKind.Fact ? "" : standing.State switch
        {
            StepState.Done => $"✓{CountOf(standing)}",
            StepState.Here => $"●{CountOf(standing)}",
            StepState.ToCome or StepState.NotTaken => "",
        };

    private static string CountOf(StepStanding standing) => standing.Of > 1 ? $" {standing.Done}/{standing.Of}" : "";

    private static IEnumerable<XElement> Lines(string text, double x, double y, int width, string @class, string anchor) =>
        Wrap(text, width).Select((line, i) => Text(x, y + (14 * i), line, @class, anchor));

    private static List<string> Wrap(string text, int width)
    {
        var lines = new List<StringBuilder>();
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (lines.Count == 0 || lines[^1].Length + 1 + word.Length > width)
            {
                lines.Add(new StringBuilder(word));
            }
            else
            {
                lines[^1].Append(' ').Append(word);
            }
        }

        return [.. lines.Select(l => l.ToString())];
    }

    private static XElement Text(double x, double y, string text, string @class, string anchor) => new(_svg + "text",
        At("class", @class), At("x", x), At("y", y), At("text-anchor", anchor), At("fill", "currentColor"), At("stroke", "none"), text);

    private static XElement Rect(double x, double y, double width, double height, string @class, double radius, string? dashes = null) => new(_svg + "rect",
        At("class", @class), At("x", x), At("y", y), At("width", width), At("height", height), At("rx", radius), dashes is null ? null : At("stroke-dasharray", dashes));

    private static XAttribute At(string name, string value) => new(name, value);

    private static XAttribute At(string name, double value) => new(name, N(value));

    private static string N(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);
}
