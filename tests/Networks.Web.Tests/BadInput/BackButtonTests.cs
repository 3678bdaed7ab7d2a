using Networks.Web.Casework.CloseCase;
using Networks.Web.Casework.RecordNote;
using Networks.Web.Tests.Support;
using Networks.Workflows.Tests.Support;

namespace Networks.Web.Tests.BadInput;

public sealed class BackButtonTests
{
    private const string Text = "hanno chiesto due rate";

    [Fact]
    public async Task Given_a_saved_note_when_the_person_goes_back_and_saves_again_then_it_is_there_once()
    {
        await using var desk = await DeskApp.StartAsync();
        var id = await desk.Given.CaseInDraftingAsync();
        var page = await desk.PageAsync(desk.Given.Lecco);
        await page.GotoAsync(RecordNoteLink.To(id.Value));
        await page.Locator("input[name=outcome][value=call-back]").CheckAsync();
        await page.Locator("#f-text").FillAsync(Text);
        await page.LeaveAsync(() => page.Locator("#form-note button.primary").First.ClickAsync());

        await page.GoBackAsync();
        Assert.Equal(Text, await page.Locator("#f-text").InputValueAsync());
        await page.LeaveAsync(() => page.Locator("#form-note button.primary").First.ClickAsync());

        Assert.Equal(1, (await desk.Given.HistoryAsync(id)).Count(name => name == "casework.noted"));
    }

    [Fact]
    public async Task Given_a_sent_form_when_it_comes_again_with_other_words_then_it_is_refused_and_the_words_stay()
    {
        await using var desk = await DeskApp.StartAsync();
        var id = await desk.Given.CaseInDraftingAsync();
        using var client = await desk.ClientAsync(desk.Given.Lecco);
        var form = await OpenForm.AtAsync(client, RecordNoteLink.To(id.Value), "note");
        (await form.SendAsync(("outcome", "call-back"), ("channel", "Call"), ("text", Text))).IsDone();
        (await form.SendAsync(("outcome", "call-back"), ("channel", "Call"), ("text", Text))).IsDone();
        var before = await desk.Given.FingerprintAsync();

        var other = await form.SendAsync(("outcome", "call-back"), ("channel", "Call"), ("text", "hanno chiesto tre rate"));

        other.Says(422, "Questo modulo è già stato inviato con altri dati. Riapra la pagina e lo compili di nuovo.").Keeps("hanno chiesto tre rate");
        Assert.Equal(before, await desk.Given.FingerprintAsync());
    }

    [Fact]
    public async Task Given_a_done_form_whose_page_no_longer_shows_it_when_a_copy_comes_then_it_goes_on_like_the_first_and_other_words_do_not()
    {
        await using var desk = await DeskApp.StartAsync();
        var id = await desk.Given.CaseInDraftingAsync();
        using var client = await desk.ClientAsync(desk.Given.Lecco);
        var form = await OpenForm.AtAsync(client, CloseCaseLink.To(id.Value), "close");
        (await form.SendAsync(("reason", "firms-withdrew"), ("text", Text))).IsDone();
        var before = await desk.Given.FingerprintAsync();

        var copy = await form.SendAsync(("reason", "firms-withdrew"), ("text", Text));
        copy.IsDone();
        Assert.Equal(CloseCaseLink.To(id.Value), copy.Message.Headers.Location!.ToString());

        var other = await form.SendAsync(("reason", "firms-withdrew"), ("text", "hanno chiesto tre rate"));
        Assert.Equal(409, (int)other.Status);
        other.Keeps("hanno chiesto tre rate");
        Assert.Equal(before, await desk.Given.FingerprintAsync());
    }
}
