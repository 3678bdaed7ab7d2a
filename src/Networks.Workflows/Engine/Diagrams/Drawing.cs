namespace Networks.Workflows.Engine.Diagrams;

/// <summary>Who acts, from top to bottom.</summary>
public enum Lane
{
    /// <summary>The service itself: what it does and what it decides by reading.</summary>
    Service,

    Desk,
    Firm,
    Notary,
    Chamber,
}

internal enum ShapeKind
{
    Start,
    End,
    HumanTask,
    ServiceTask,

    /// <summary>Another definition, drawn in a picture of its own.</summary>
    Call,

    Wait,

    /// <summary>Two ways part, or ways meet.</summary>
    Gateway,

    /// <summary>One branch for each party, in a box.</summary>
    ForEach,

    /// <summary>A task that a fact opens at any time, in a box of its own.</summary>
    Aside,

    /// <summary>On the border of a for-each: its last day.</summary>
    Deadline,

    /// <summary>On the border of a for-each, or first in a box of its own: a fact.</summary>
    Fact,
}

/// <summary>Something drawn. Pixels, from the top left corner of the whole.</summary>
/// <param name="Id">Unique in the drawing, a word of letters, digits and dashes.</param>
/// <param name="Name">For people; empty when its place says enough.</param>
/// <param name="Inside">The box it lies in; null in the open.</param>
internal sealed record Shape(string Id, ShapeKind Kind, string Name, Lane Lane, double X, double Y, double Width, double Height, Shape? Inside)
{
    /// <summary>The shape on whose border an event sits.</summary>
    public Shape? On { get; init; }

    /// <summary>What the definition says beside the name: reminders, reactions.</summary>
    public string Note { get; init; } = "";

    public double Right => X + Width;

    public double Bottom => Y + Height;

    public double MiddleX => X + (Width / 2);

    public double MiddleY => Y + (Height / 2);
}

/// <param name="Label">Yes or no after a gateway; empty elsewhere.</param>
internal sealed record Arrow(string Id, Shape From, Shape To, string Label, IReadOnlyList<(double X, double Y)> Points);

/// <summary>A stretch of the path above the lanes.</summary>
internal sealed record Stretch(string Id, string Name, double X, double Width);

/// <summary>One version of a procedure with a place for everything: what every picture of it is made from.</summary>
internal sealed record Drawing(
    string Id, string Title, IReadOnlyList<Shape> Shapes, IReadOnlyList<Arrow> Arrows, IReadOnlyList<Stretch> Phases, double Width)
{
    /// <summary>Of a running case: the state of its steps by the id of their shape; empty for a definition.</summary>
    public IReadOnlyDictionary<string, StepStanding> Standing { get; init; } = new Dictionary<string, StepStanding>();

    public const double Head = 36;
    public const double LaneHeight = 132;

    /// <summary>Width of the strip with the lanes' names.</summary>
    public const double Margin = 36;

    public static readonly IReadOnlyList<Lane> Lanes = Enum.GetValues<Lane>();

    public static double Height => Head + (Lanes.Count * LaneHeight) + 1;

    public static double TopOf(Lane lane) => Head + ((int)lane * LaneHeight);
}
