using System.Xml.Linq;
using Networks.Workflows.Common;
using Networks.Workflows.Engine;
using Networks.Workflows.Engine.Diagrams;
using Networks.Workflows.Processes;

namespace Networks.Workflows.Tests.Engine;

public sealed class DiagramTests
{
    private static readonly ProcessDefinition _definition = new FormNetworkV2();

    [Fact]
    public void Given_the_product_s_procedure_then_each_of_its_tasks_is_drawn_once_in_the_lane_of_its_party()
    {
        var drawing = Layout.Of(_definition);

        var tasks = _definition.Root.SelfAndBelow().OfType<TaskStep>().Select(t => t.Path.Replace('/', '-')).Order(StringComparer.Ordinal);
        Assert.Equal(tasks, drawing.Shapes.Where(s => s.Kind == ShapeKind.HumanTask).Select(s => s.Id).Order(StringComparer.Ordinal));
        Assert.Equal(Lane.Firm, LaneOf("decide-on-text"));
        Assert.Equal(Lane.Notary, LaneOf("record-deed"));
        Assert.Equal(Lane.Chamber, LaneOf("record-outcome"));
        Assert.Equal(Lane.Desk, LaneOf("decide-on-silence"));

        Lane LaneOf(string task) => drawing.Shapes.Single(s => s.Id.EndsWith(task, StringComparison.Ordinal)).Lane;
    }

    [Fact]
    public void Given_a_picture_then_no_two_shapes_lie_on_one_another_and_every_arrow_touches_its_ends()
    {
        var drawing = Layout.Of(_definition);

        foreach (var shape in drawing.Shapes.Where(s => s.On is null))
        {
            Assert.True(shape.X >= Drawing.Margin && shape.Right <= drawing.Width, shape.Id);
            Assert.DoesNotContain(drawing.Shapes, other => other != shape && other.On is null && other.Id != shape.Inside?.Id && other.Inside?.Id != shape.Id
                && other.X < shape.Right && shape.X < other.Right && other.Y < shape.Bottom && shape.Y < other.Bottom);
        }

        Assert.All(drawing.Arrows, arrow =>
        {
            Assert.True(Touches(arrow.From, arrow.Points[0]), arrow.Id);
            Assert.True(Touches(arrow.To, arrow.Points[^1]), arrow.Id);
        });

        static bool Touches(Shape shape, (double X, double Y) point) =>
            point.X >= shape.X && point.X <= shape.Right && point.Y >= shape.Y && point.Y <= shape.Bottom;
    }

    [Fact]
    public void Given_a_branch_for_each_party_within_another_then_every_step_lies_in_its_own_box()
    {
        var inner = new ForEachStep("inner", SmallProcess.ActiveFirms, new TaskStep("deep"));
        var drawing = Layout.Of(new Nested(new ForEachStep("outer", SmallProcess.ActiveFirms, inner)));

        Assert.Equal("outer-inner", drawing.Shapes.Single(s => s.Id == "outer-inner-deep").Inside!.Id);
        Assert.Equal("outer", drawing.Shapes.Single(s => s.Id == "outer-inner").Inside!.Id);
    }

    [Fact]
    public void Given_the_product_s_procedure_then_all_that_is_drawn_has_a_name_in_every_language()
    {
        var words = _definition.Root.SelfAndBelow().Where(s => s.Name.Length > 0).Select(s => s.Name)
            .Concat(_definition.Root.SelfAndBelow().SelectMany(s => s.Reactions).Where(r => r.Task is not null).Select(r => r.Signal)).Append(_definition.Name).Distinct().ToList();

        Assert.True(words.Count > 30);
        Assert.All(Words.Languages, language => Assert.DoesNotContain(words, word => !Words.Has(language, $"procedure.{word}")));
    }

    [Fact]
    public void Given_the_svg_then_readers_without_eyes_get_title_and_description_and_names_stay_text()
    {
        XNamespace svg = "http://www.w3.org/2000/svg";

        var root = XElement.Parse(ProcedurePicture.Svg(_definition));

        Assert.Equal(["procedure-title", "procedure-text"], root.Elements().Take(2).Select(e => e.Attribute("id")!.Value));
        Assert.All(root.Elements().Take(2), element => Assert.NotEqual("", element.Value));
        Assert.Contains("Notaio", root.Elements(svg + "text").Select(t => t.Value));
        Assert.Empty(root.DescendantsAndSelf().Attributes("style"));
    }

    private sealed class Nested(Step step) : ProcessDefinition
    {
        public override string Name => "nested";

        public override int Version => 1;

        protected override ProcessStep Define() => Process(step);
    }
}
