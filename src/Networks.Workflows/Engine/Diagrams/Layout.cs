using Networks.Data.Work;

namespace Networks.Workflows.Engine.Diagrams;

/// <summary>
/// Draws a definition from left to right in the order of its steps: whoever acts decides how high a step lies, and no
/// two steps are under one another, so the arrows need no search for their way.
/// </summary>
internal sealed class Layout
{
    private const double Gap = 34;

    private readonly List<Shape> _shapes = [];
    private readonly List<Arrow> _arrows = [];
    private readonly List<Stretch> _phases = [];
    private double _x = Drawing.Margin + 18;
    private int _loops;

    private Layout()
    {
    }

    public static Drawing Of(ProcessDefinition definition)
    {
        var layout = new Layout();
        var start = layout.Add("start", ShapeKind.Start, "", Lane.Service, 32, 32, null);
        var body = layout.Place(definition.Root, null);
        var end = layout.Add("end", ShapeKind.End, "", Lane.Service, 32, 32, null);
        layout.Connect(start, body.First);
        layout.Connect(body.Last, end);
        foreach (var aside in definition.Root.Children.OfType<TaskStep>().Where(c => c.IsAside))
        {
            layout.PlaceAside(definition.Root, aside);
        }

        return new Drawing($"{definition.Name}-v{definition.Version}", StepNames.Title(definition), layout._shapes, layout._arrows, layout._phases, layout._x);
    }

    private (Shape First, Shape Last) Place(Step step, Shape? inside) => step switch
    {
        TaskStep task => Alone(PlaceTask(task, inside)),
        AutomaticStep => Alone(Add(step, ShapeKind.ServiceTask, Lane.Service, 124, 56, inside)),
        SubProcessStep => Alone(Add(step, ShapeKind.Call, Lane.Service, 124, 56, inside)),
        WaitStep => Alone(Add(step, ShapeKind.Wait, Lane.Service, 36, 36, inside)),
        ForEachStep forEach => Alone(PlaceForEach(forEach)),
        ChoiceStep choice => PlaceChoice(choice, inside),
        RepeatUntilStep repeat => PlaceRepeat(repeat, inside),
        PhaseStep phase => PlacePhase(phase, inside),
        _ => PlaceChain(step, inside),
    };

    private static (Shape, Shape) Alone(Shape shape) => (shape, shape);

    private Shape PlaceTask(TaskStep task, Shape? inside) => Add(task, ShapeKind.HumanTask, LaneOf(task), 124, 56, inside);

    private (Shape First, Shape Last) PlaceChain(Step sequence, Shape? inside)
    {
        (Shape First, Shape Last)? chain = null;
        foreach (var step in sequence.Flow)
        {
            var next = Place(step, inside);
            if (chain is { } before)
            {
                Connect(before.Last, next.First);
            }

            chain = (chain?.First ?? next.First, next.Last);
        }

        return chain ?? throw new InvalidOperationException($"Nothing to draw in {sequence.Path}.");
    }

    private (Shape First, Shape Last) PlacePhase(PhaseStep phase, Shape? inside)
    {
        var from = _x;
        var chain = PlaceChain(phase, inside);
        _phases.Add(new Stretch(IdOf(phase), StepNames.Of(phase), from - (Gap / 2), _x - from));
        return chain;
    }

    private (Shape First, Shape Last) PlaceChoice(ChoiceStep choice, Shape? inside)
    {
        var lane = inside?.Lane ?? Lane.Service;
        var split = Add(IdOf(choice), ShapeKind.Gateway, StepNames.Of(choice), lane, 40, 40, inside);
        var then = Place(choice.Then, inside);
        Connect(split, then.First, StepNames.Yes);
        var otherwise = choice.Otherwise is null ? ((Shape First, Shape Last)?)null : Place(choice.Otherwise, inside);
        var merge = Add($"{IdOf(choice)}-end", ShapeKind.Gateway, "", lane, 40, 40, inside);
        Connect(split, otherwise?.First ?? merge, StepNames.No);
        Connect(then.Last, merge);
        if (otherwise is { } other)
        {
            Connect(other.Last, merge);
        }

        return (split, merge);
    }

    private (Shape First, Shape Last) PlaceRepeat(RepeatUntilStep repeat, Shape? inside)
    {
        var lane = inside?.Lane ?? Lane.Service;
        var merge = Add($"{IdOf(repeat)}-again", ShapeKind.Gateway, "", lane, 40, 40, inside);
        _loops++;
        var body = PlaceChain(repeat, inside);
        _loops--;
        var until = Add(IdOf(repeat), ShapeKind.Gateway, StepNames.Of(repeat), lane, 40, 40, inside);
        Connect(merge, body.First);
        Connect(body.Last, until);

        // Back above everything, the outer loop highest.
        var y = until.Y - (inside is null ? 34 - (10 * _loops) : 16);
        Connect(until, merge, StepNames.No, [(until.MiddleX, until.Y), (until.MiddleX, y), (merge.MiddleX, y), (merge.MiddleX, merge.Y)]);
        return (merge, until);
    }

    private Shape PlaceForEach(ForEachStep forEach)
    {
        var lanes = forEach.SelfAndBelow().OfType<TaskStep>().Where(t => !t.IsAside).Select(LaneOf).ToList();
        var (top, bottom) = (Drawing.TopOf(lanes.Min()) + 8, Drawing.TopOf(lanes.Max()) + Drawing.LaneHeight - 8);
        var box = new Shape(IdOf(forEach), ShapeKind.ForEach, StepNames.Of(forEach), lanes[0], _x, top, 0, bottom - top, null) { Note = StepNames.NoteOf(forEach) };
        _x += 16;
        var inner = new Layout { _x = _x };
        var begin = inner.Add($"{box.Id}-start", ShapeKind.Start, "", box.Lane, 24, 24, box);
        inner.Connect(begin, inner.Place(forEach.Children[0], box).First);
        var asides = forEach.Children.OfType<TaskStep>().Where(c => c.IsAside).ToList();
        _x = inner._x - Gap + 16 + (36 * asides.Count);
        var sized = box with { Width = _x - box.X };
        _shapes.Add(sized);
        _shapes.AddRange(inner._shapes.Select(s => s.Inside is null || s.Inside == box ? s with { Inside = sized } : s));
        _arrows.AddRange(inner._arrows);
        _x += Gap;
        foreach (var (number, aside) in asides.Index())
        {
            PlaceBeside(forEach, sized, aside, number);
        }

        return sized;
    }

    /// <summary>A task that opens beside a running for-each: an event on the border of the box, and the task right of it.</summary>
    private void PlaceBeside(ForEachStep forEach, Shape box, TaskStep aside, int number)
    {
        var task = PlaceTask(aside, null);
        var above = task.Lane < box.Lane;
        var isDeadline = forEach.AtDeadline == aside;
        var x = box.Right - 36 - (34 * number);
        var name = isDeadline ? StepNames.LastDay : StepNames.Of(forEach.Reactions.First(r => r.Task == aside).Signal);
        var happened = new Shape($"{task.Id}-when", isDeadline ? ShapeKind.Deadline : ShapeKind.Fact, name, box.Lane, x, (above ? box.Y : box.Bottom) - 12, 24, 24, null) { On = box };
        _shapes.Add(happened);
        var y = above ? box.Y - 18 - (9 * number) : box.Bottom + 4;
        var entry = above ? task.Bottom : task.Y;
        _arrows.Add(new Arrow($"{happened.Id}-then", happened, task, "",
            [(happened.MiddleX, above ? happened.Y : happened.Bottom), (happened.MiddleX, y), (task.MiddleX, y), (task.MiddleX, entry)]));
    }

    private void PlaceAside(Step root, TaskStep aside)
    {
        var lane = LaneOf(aside);
        var signal = root.Reactions.First(r => r.Task == aside).Signal;
        var box = new Shape($"{IdOf(aside)}-beside", ShapeKind.Aside, StepNames.Of(signal), lane, _x, Drawing.TopOf(lane) + 8, 224, Drawing.LaneHeight - 16, null);
        _shapes.Add(box);
        _x += 16;
        var happened = Add($"{IdOf(aside)}-when", ShapeKind.Fact, "", lane, 28, 28, box);
        Connect(happened, PlaceTask(aside, box));
        _x = box.Right + Gap;
    }

    private Shape Add(Step step, ShapeKind kind, Lane lane, double width, double height, Shape? inside)
    {
        var shape = Add(IdOf(step), kind, StepNames.Of(step), lane, width, height, inside) with { Note = StepNames.NoteOf(step) };
        _shapes[^1] = shape;
        return shape;
    }

    private Shape Add(string id, ShapeKind kind, string name, Lane lane, double width, double height, Shape? inside)
    {
        // A name below a small shape is wider than the shape.
        var spare = name.Length > 0 && (kind is ShapeKind.Gateway or ShapeKind.Wait) ? 26 : 0;
        var shape = new Shape(id, kind, name, lane, _x + spare, Drawing.TopOf(lane) + ((Drawing.LaneHeight - height) / 2), width, height, inside);
        _shapes.Add(shape);
        _x += width + Gap + (2 * spare);
        return shape;
    }

    private void Connect(Shape from, Shape to, string label = "", IReadOnlyList<(double X, double Y)>? points = null)
    {
        // Into a box that spans lanes straight on, where that hits it; else the last turn is right before the target.
        var y = to.Kind == ShapeKind.ForEach && from.MiddleY > to.Y && from.MiddleY < to.Bottom ? from.MiddleY : to.MiddleY;
        var turn = to.X - (Gap / 2);
        points ??= from.MiddleY == y ? [(from.Right, y), (to.X, y)] : [(from.Right, from.MiddleY), (turn, from.MiddleY), (turn, y), (to.X, y)];
        _arrows.Add(new Arrow($"{from.Id}-to-{to.Id}", from, to, label, points));
    }

    /// <summary>The lane of whom the case waits for while the task is open.</summary>
    public static Lane LaneOf(TaskStep task) => Parties.WaitsForOf(task.Assign) switch
    {
        WaitsFor.Firm => Lane.Firm,
        WaitsFor.Notary => Lane.Notary,
        WaitsFor.Chamber => Lane.Chamber,
        WaitsFor.OwnDesk or WaitsFor.OtherDesk => Lane.Desk,
    };

    /// <summary>The id of a step's shape.</summary>
    public static string IdOf(Step step) => $"{(step is PhaseStep ? "phase-" : "")}{step.Path.Replace('/', '-')}";
}
