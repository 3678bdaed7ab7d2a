using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Networks.Data;
using Networks.Data.Officers;
using Networks.Web.Tests.Support;
using Networks.Workflows.Mail;
using Networks.Workflows.Tests.Documents;
using Networks.Workflows.Tests.Support;

namespace Networks.Web.Tests.Journeys;

/// <summary>Jobs of the frame and of the contract, with the most presses that each may cost; by pointer and by keyboard alone.</summary>
public sealed class InterfaceBudgetTests : IAsyncLifetime
{
    private DeskApp _desk = null!;

    private Given Given => _desk.Given;

    public async ValueTask InitializeAsync()
    {
        await Browser.RequireAsync();
        _desk = await DeskApp.StartAsync();
    }

    public ValueTask DisposeAsync() => _desk.DisposeAsync();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Given_a_changed_text_when_it_goes_out_to_all_firms_then_it_costs_four(bool keyboard)
    {
        var id = await Given.CaseInDraftingAsync(3);
        var text = WordFiles.Bytes(string.Concat(Given.ContractLines.Select(WordFiles.Paragraph)));
        var hands = await OnOggiAsync(keyboard);

        await hands.FollowAsync($"main [data-row] a.button[href='/networks/{id.Value}/contract']");
        await hands.DropAsync("#form-upload input[type=file]", "contratto.docx", text);
        await hands.FollowAsync("#form-upload button[value=round]");
        await hands.FollowAsync("#form-open button[value=send]", keyboard ? "i" : null);

        Assert.Equal(3, await Given.ReadAsync(db => db.Outbox.CountAsync(m => m.CaseId == id && m.Kind == MailKinds.RoundOpened)));
        Assert.Equal(4, hands.Activations);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Given_a_call_about_a_network_when_its_name_is_typed_then_it_opens_for_one_press(bool keyboard)
    {
        var id = await Given.CaseInDraftingAsync();
        var hands = await OnOggiAsync(keyboard);

        if (keyboard)
        {
            await hands.Page.Keyboard.PressAsync("/");
        }
        else
        {
            await hands.Page.FocusAsync("[data-search]");
        }

        await hands.TypeAsync("[data-search]", "rete prova");
        await hands.EnterAsync();

        Assert.EndsWith($"/networks/{id.Value}", hands.Page.Url, StringComparison.Ordinal);
        Assert.Equal(1, hands.Activations);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Given_a_colleague_when_work_is_handed_over_before_an_absence_then_it_costs_two(bool keyboard)
    {
        await Given.CaseInDraftingAsync();
        await Given.WriteAsync(db =>
        {
            db.Add(new Officer(OfficerId.New(Given.Clock), Given.Lecco.AssociationId, "Collega Lecco", "collega@mail.example", OfficerRoles.Desk));
            return Task.CompletedTask;
        });
        var hands = await OnOggiAsync(keyboard);

        await hands.FollowAsync("main a[data-key='p']", "p");
        await hands.Page.AssertAccessibleAsync();
        await hands.Page.PictureAsync($"absence-{(keyboard ? 1280 : 1281)}");
        await hands.FollowAsync("#form-absence button.primary");

        Assert.Equal(1, await Given.ReadAsync(db => db.Absences.CountAsync(a => a.OfficerId == Given.Lecco.Id)));
        Assert.Equal(2, hands.Activations);
    }

    [Theory]
    [InlineData(1280)]
    [InlineData(360)]
    public async Task Given_several_results_or_none_then_the_page_says_so_and_the_rows_are_walked(int width)
    {
        await Given.CaseInDraftingAsync();
        var page = await _desk.PageAsync(Given.Lecco, width);

        await page.GotoAsync("/search?q=firm");
        await page.AssertAccessibleAsync();
        await page.PictureAsync($"search-{width}");
        await page.GotoAsync("/search?q=lecco");
        await page.PictureAsync($"search-people-{width}");
        await page.GotoAsync("/search?q=niente%20di%20niente");
        await page.AssertAccessibleAsync();
        await page.PictureAsync($"search-none-{width}");

        await Assertions.Expect(page.Locator("main h1")).ToContainTextAsync("0");
    }

    private async Task<Hands> OnOggiAsync(bool keyboard)
    {
        var page = await _desk.PageAsync(Given.Lecco);
        await Assertions.Expect(page.Locator("main h1")).ToBeVisibleAsync();
        return keyboard ? Hands.ByKeyboard(page) : Hands.ByPointer(page);
    }
}
