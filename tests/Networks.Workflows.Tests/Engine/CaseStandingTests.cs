using System.Xml.Linq;
using Microsoft.Extensions.DependencyInjection;
using Networks.Data;
using Networks.Data.Drafts;
using Networks.Data.EnterpriseNetworks;
using Networks.Workflows.Casework.ShowCaseProcedure;
using Networks.Workflows.Common;
using Networks.Workflows.Drafting.ReviseText;
using Networks.Workflows.Engine;
using Networks.Workflows.Engine.Diagrams;
using Networks.Workflows.Processes;
using Networks.Workflows.Tests.Engine.Moving;
using Networks.Workflows.Tests.Support;

namespace Networks.Workflows.Tests.Engine;

/// <summary>Where the steps of a running case lie, as its picture and its table tell.</summary>
public sealed class CaseStandingTests
{
    [Theory]
    [InlineData(1, SignatureForm.DigitalStandardModel)]
    [InlineData(2, SignatureForm.DigitalStandardModel)]
    [InlineData(2, SignatureForm.NotarialDeed)]
    public async Task Given_every_place_of_a_network_then_what_is_open_is_here_what_lies_behind_is_done_or_not_taken_and_the_way_to_effect_grows(int version, SignatureForm form)
    {
        await using var given = await NewAsync(version);
        var walk = await Walk.BeginAsync(given, form);
        var done = 0;
        do
        {
            var shown = await given.DoneAsync(given.Lecco, new ShowCaseProcedure(walk.Id));
            var here = shown.Rows.Where(r => r.State == StepState.Here).ToList();
            var open = (await walk.OpenAsync()).Select(i => StepNames.Of(i.Name)).Distinct().ToList();
            Assert.Empty(open.Except(here.Select(r => r.Step)));

            // What some parties have done and others have not come to is under way, although nobody has it open.
            Assert.All(here.Where(r => !open.Contains(r.Step)), r => Assert.Matches("^in corso, [1-9] di [2-9]$", r.Text));

            // In a round that begins again, steps done before are to come again.
            var first = shown.Rows.ToList().FindIndex(r => r.State == StepState.Here);
            Assert.DoesNotContain(shown.Rows.Take(first), r => r.State == StepState.ToCome);
            Assert.DoesNotContain(shown.Rows.Skip(shown.Rows.ToList().FindLastIndex(r => r.State == StepState.Here) + 1), r => r.State == StepState.Done);
            done = shown.Rows.Count(r => r.State == StepState.Done);
        }
        while (await walk.StepAsync(_ => 0) is not null);

        Assert.True(done > 10, $"{done} steps");
        var end = await given.DoneAsync(given.Lecco, new ShowCaseProcedure(walk.Id));
        Assert.Equal(StepState.NotTaken, end.Rows.Single(r => r.Step == StepNames.Of(form == SignatureForm.NotarialDeed ? "upload-signed" : "record-deed")).State);
        Assert.Equal(version, end.Version);
    }

    [Fact]
    public async Task Given_a_round_with_one_answer_then_the_picture_counts_and_a_revision_makes_it_to_come_again()
    {
        await using var given = await Given.NewAsync();
        var id = await given.CaseInRoundAsync();
        await given.ApproveAsync(id, 1);

        var asked = await ShowAsync(given, id);
        Assert.Equal("in corso, 1 di 2", Row(asked, "decide-on-text").Text);
        Assert.Contains("● 1/2", Marks(asked.Svg));
        Assert.Equal(StepState.Done, Row(asked, "prepare-text").State);
        Assert.Equal(new DateOnly(2026, 3, 10), Row(asked, "prepare-text").Day);

        await given.DoneAsync(given.Lecco, new ReviseText(id, "cambia la durata") { OperationId = Ids.New(given.Clock) });

        var revised = await ShowAsync(given, id);
        Assert.Equal(StepState.Here, Row(revised, "prepare-text").State);
        Assert.Equal(StepState.ToCome, Row(revised, "decide-on-text").State);
    }

    [Fact]
    public async Task Given_an_abandoned_network_then_nothing_is_here_and_nothing_is_to_come()
    {
        await using var given = await Given.NewAsync();
        var id = await given.CaseInRoundAsync(RoundKind.Working);
        await given.EngineAsync(id, (engine, @case) => engine.SignalAsync(@case, CaseSignals.Abandoned, Guid.Empty, default));

        var shown = await ShowAsync(given, id);

        Assert.DoesNotContain(shown.Rows, r => r.State is StepState.Here or StepState.ToCome);
        Assert.EndsWith("Nulla è in corso.", shown.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Given_the_pictures_of_a_case_then_the_file_has_its_colours_the_page_has_none_and_both_say_it_without_colour()
    {
        await using var given = await Given.NewAsync();
        var id = await given.CaseInRoundAsync();
        var shown = await ShowAsync(given, id);
        XNamespace svg = "http://www.w3.org/2000/svg";

        Assert.Empty(XElement.Parse(shown.Svg).Elements(svg + "style"));
        Assert.Single(XElement.Parse(shown.SvgFile).Elements(svg + "style"));
        Assert.Equal(shown.Title, XElement.Parse(shown.Svg).Element(svg + "title")!.Value);
        Assert.Contains("✓", Marks(shown.Svg));
        Assert.Contains(XElement.Parse(shown.Bpmn).Descendants().Where(e => e.Name.LocalName == "documentation"), d => d.Value == "in corso, 0 di 2");
    }

    private static async Task<Given> NewAsync(int version) => version == 1
        ? await Given.NewAsync(services => services.AddSingleton(new ProcessStart(FormNetworkV1.ProcessName, 2, new DateOnly(2030, 1, 1))))
        : await Given.NewAsync();

    private static Task<CaseProcedure> ShowAsync(Given given, CaseId id) => given.DoneAsync(given.Lecco, new ShowCaseProcedure(id));

    private static ProcedureRow Row(CaseProcedure shown, string word) => shown.Rows.Single(r => r.Step == StepNames.Of(word));

    private static List<string> Marks(string svg) =>
        [.. XElement.Parse(svg).Descendants().Where(e => (string?)e.Attribute("class") == "mark").Select(e => e.Value)];
}
