using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace Networks.Web.Tests.Support;

/// <summary>
/// One Chromium for all browser tests: <c>CHROMIUM</c> names it, else the one of the system. Tests that need it call
/// <see cref="RequireAsync"/> first and are counted as skipped where there is none.
/// </summary>
internal static class Browser
{
    /// <summary>Chromium without a window costs less, where it is there.</summary>
    private const string Windowless = "/usr/bin/chromium-headless-shell";

    private static readonly string _path = Environment.GetEnvironmentVariable("CHROMIUM") ?? (File.Exists(Windowless) ? Windowless : "/usr/bin/chromium");
    private static readonly string _axe = new BundledAxeScriptProvider().GetScript();

    // By the bundled script itself: the package's way opens a second page for each run. What is right need not be described,
    // and no rule of ours reads style sheets or sound, which axe would fetch once more.
    private const string FaultsFound = """
        axe.run(document, { resultTypes: ['violations'], preload: false })
          .then(found => found.violations.map(fault => fault.id + ': ' + fault.nodes.map(node => node.html).join(', ')))
        """;

    private static readonly Lazy<Task<IBrowser>> _browser = new(LaunchAsync);

    public static Task<IBrowser> RequireAsync()
    {
        Assert.SkipUnless(File.Exists(_path), $"no Chromium at {_path}");
        return _browser.Value;
    }

    /// <summary>A new page with nothing remembered, in Italian unless asked otherwise.</summary>
    /// <param name="width">1280 is the desk, 360 the phone.</param>
    public static async Task<IPage> PageAsync(App app, int width = 1280, bool script = true, string language = "it-IT", ColorScheme scheme = ColorScheme.Light)
    {
        var page = await PageAsync(app.Address, width, script, language, scheme);
        app.BeforeEnd(() => page.Context.CloseAsync());
        return page;
    }

    /// <summary>The same for a service that is not an <see cref="App"/>.</summary>
    public static async Task<IPage> PageAsync(Uri address, int width = 1280, bool script = true, string language = "it-IT", ColorScheme scheme = ColorScheme.Light)
    {
        var browser = await RequireAsync();
        var context = await browser.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = address.ToString(),
            ViewportSize = new ViewportSize { Width = width, Height = width < 500 ? 740 : 800 },
            JavaScriptEnabled = script,
            Locale = language,
            ColorScheme = scheme,
            AcceptDownloads = true,
        });
        var page = await context.NewPageAsync();
        page.SetDefaultTimeout(30_000);
        return page;
    }

    /// <summary>Gives the page the session of a client that signed in by the real pages.</summary>
    public static Task TakeSessionAsync(this IPage page, SessionClient client) =>
        page.Context.AddCookiesAsync(client.Cookies.GetCookies(client.BaseAddress!).Select(c => new Cookie
        {
            Name = c.Name,
            Value = c.Value,
            Url = client.BaseAddress!.ToString(),
        }));

    /// <summary>Becomes a person of the demo's list by its form, and waits until that person's first page is there.</summary>
    public static async Task BecomeAsync(this IPage page, Guid person)
    {
        var list = await page.APIRequest.GetAsync("/demo");
        var form = page.APIRequest.CreateFormData().Set("person", $"{person}");
        foreach (var (name, value) in Html.HiddenFields(await list.TextAsync(), "become"))
        {
            form.Set(name, value);
        }

        var answer = await page.APIRequest.PostAsync("/demo", new APIRequestContextOptions { Form = form, MaxRedirects = 0 });
        Assert.Equal(302, answer.Status);
        await page.GotoAsync("/");
    }

    /// <summary>Does what leads to another page and waits until that page is there: a click alone returns before.</summary>
    public static async Task LeaveAsync(this IPage page, Func<Task> act)
    {
        var loaded = new TaskCompletionSource();
        void Loaded(object? sender, IPage of) => loaded.TrySetResult();
        page.Load += Loaded;
        try
        {
            await act();
            await loaded.Task.WaitAsync(TimeSpan.FromSeconds(30));
        }
        finally
        {
            page.Load -= Loaded;
        }
    }

    /// <summary>Asserts that axe finds nothing and that nothing sticks out sideways.</summary>
    public static async Task AssertAccessibleAsync(this IPage page)
    {
        if (!await page.EvaluateAsync<bool>("'axe' in window"))
        {
            await page.EvaluateAsync(_axe);
        }

        var faults = await page.EvaluateAsync<string[]>(FaultsFound);
        Assert.True(faults.Length == 0, $"{page.Url} at {page.ViewportSize?.Width} px: " + string.Join("; ", faults));
        var wider = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        Assert.True(wider <= 0, $"{page.Url} is {wider} px too wide");
    }

    /// <summary>Keeps a picture of the whole page in <c>NETWORKS_SCREENSHOTS</c>; without that variable does nothing.</summary>
    public static async Task PictureAsync(this IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("NETWORKS_SCREENSHOTS") is { Length: > 0 } folder)
        {
            await page.EvaluateAsync("scrollTo(0, 0)");
            await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, $"{name}.png"), FullPage = true });
        }
    }

    private static async Task<IBrowser> LaunchAsync()
    {
        Assertions.SetDefaultExpectTimeout(30_000);
        var playwright = await Playwright.CreateAsync();
        return await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = _path,
            Headless = true,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
    }
}
