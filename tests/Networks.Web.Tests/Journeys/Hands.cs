using Microsoft.Playwright;
using Networks.Web.Tests.Support;

namespace Networks.Web.Tests.Journeys;

/// <summary>
/// One who works at a page and counts: a press that activates something, by pointer, Enter or shortcut, is one; typing into
/// the field that has the focus, moving the focus and scrolling are none.
/// </summary>
internal abstract class Hands(IPage page)
{
    public IPage Page { get; } = page;

    public int Activations { get; private set; }

    public static Hands ByPointer(IPage page) => new Pointer(page);

    public static Hands ByKeyboard(IPage page) => new Keyboard(page);

    /// <summary>Follows a link or presses a button that leads to another page.</summary>
    /// <param name="shortcut">The keys that do the same, as <c>g o</c>; null for none.</param>
    public Task FollowAsync(string selector, string? shortcut = null)
    {
        Activations++;
        return Page.LeaveAsync(() => ActivateAsync(Page.Locator(selector).First, shortcut));
    }

    /// <summary>Opens what is folded, on the same page.</summary>
    public Task UnfoldAsync(string selector)
    {
        Activations++;
        return ActivateAsync(Page.Locator(selector).First, null);
    }

    /// <summary>Chooses one of several answers.</summary>
    public Task ChooseAsync(string selector)
    {
        Activations++;
        return PickAsync(Page.Locator(selector).First);
    }

    /// <summary>Drops or chooses a file: one press, whichever way.</summary>
    public Task DropAsync(string selector, string name, byte[] bytes)
    {
        Activations++;
        return Page.Locator(selector).SetInputFilesAsync(new FilePayload { Name = name, MimeType = "application/octet-stream", Buffer = bytes });
    }

    /// <summary>Sends a form from the field that has the focus.</summary>
    public Task EnterAsync()
    {
        Activations++;
        return Page.LeaveAsync(() => Page.Keyboard.PressAsync("Enter"));
    }

    /// <summary>Types into a field. Moving the focus there activates nothing.</summary>
    public async Task TypeAsync(string selector, string text)
    {
        var field = Page.Locator(selector).First;
        if (!await field.EvaluateAsync<bool>("e => e === document.activeElement"))
        {
            await ReachAsync(field);
        }

        await Page.Keyboard.InsertTextAsync(text);
    }

    protected abstract Task ActivateAsync(ILocator target, string? shortcut);

    protected abstract Task PickAsync(ILocator choice);

    protected abstract Task ReachAsync(ILocator field);

    private sealed class Pointer(IPage page) : Hands(page)
    {
        protected override Task ActivateAsync(ILocator target, string? shortcut) => target.ClickAsync();

        protected override Task PickAsync(ILocator choice) => choice.ClickAsync();

        protected override Task ReachAsync(ILocator field) => field.ClickAsync();
    }

    private sealed class Keyboard(IPage page) : Hands(page)
    {
        private const int Most = 120;
        private const int Burst = 5;

        protected override async Task ActivateAsync(ILocator target, string? shortcut)
        {
            if (shortcut is not null)
            {
                foreach (var key in shortcut.Split(' '))
                {
                    await Page.Keyboard.PressAsync(key);
                }

                return;
            }

            await ReachAsync(target);
            await Page.Keyboard.PressAsync("Enter");
        }

        // A group of radio buttons is one stop of Tab: its first or chosen one; arrows go on from there.
        protected override async Task PickAsync(ILocator choice)
        {
            var name = await choice.EvaluateAsync<string>("e => (e.matches('input') ? e : e.querySelector('input')).name");
            var input = await choice.EvaluateAsync<string>("e => (e.matches('input') ? e : e.querySelector('input')).value");
            await TabUntilAsync($"document.activeElement.name === '{name}'");
            await Page.Keyboard.PressAsync("Space");
            for (var i = 0; i < 20 && await Page.EvaluateAsync<string>("document.activeElement.value") != input; i++)
            {
                await Page.Keyboard.PressAsync("ArrowDown");
            }

            Assert.Equal(input, await Page.EvaluateAsync<string>("document.activeElement.value"));
            Assert.True(await Page.EvaluateAsync<bool>("document.activeElement.checked"));
        }

        protected override async Task ReachAsync(ILocator field)
        {
            await field.EvaluateAsync("e => window.wanted = e");
            await TabUntilAsync("document.activeElement === window.wanted");
        }

        // Once the focus is there, further Tabs of the same burst do nothing: asking after every single one takes longer.
        private async Task TabUntilAsync(string condition)
        {
            await Page.EvaluateAsync(
                "() => { const there = () => " + condition + "; const stay = e => { if (e.key === 'Tab' && there()) e.preventDefault(); };"
                + " removeEventListener('keydown', window.stay, true); window.stay = stay; addEventListener('keydown', stay, true); }");
            for (var i = 0; i < Most / Burst; i++)
            {
                if (await Page.EvaluateAsync<bool>(condition))
                {
                    await Page.EvaluateAsync("removeEventListener('keydown', window.stay, true)");
                    return;
                }

                for (var press = 0; press < Burst; press++)
                {
                    await Page.Keyboard.PressAsync("Tab");
                }
            }

            Assert.Fail($"Tab never came to {condition} on {Page.Url}");
        }
    }
}
