using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Networks.Web.Infrastructure.Accounts;
using Networks.Web.Tests.Support;

namespace Networks.Web.Tests.Security;

public sealed class SecurityPagesTests
{
    [Theory]
    [InlineData(1280, true)]
    [InlineData(360, false)]
    public async Task Given_an_empty_service_when_walked_from_set_up_to_an_invitation_then_every_page_is_accessible(int width, bool script)
    {
        await Browser.RequireAsync();
        await using var app = await App.StartAsync();
        var page = await Browser.PageAsync(app, width, script);

        await page.GotoAsync("/");
        await LookAsync(page, "not-found", width);
        await page.GotoAsync("/sign-in");
        await page.FillAsync("[name=code]", app.Services.GetRequiredService<SetupCode>().Issue());
        await LookAsync(page, "setup", width);
        await page.LeaveAsync(() => page.ClickAsync("main button.primary"));
        await LookAsync(page, "setup-refused", width);
        foreach (var (name, value) in SignedIn.SetupFacts)
        {
            await page.FillAsync($"[name={name}]", value);
        }

        await page.LeaveAsync(() => page.ClickAsync("main button.primary"));
        await LookAsync(page, "sign-in", width);
        await page.FillAsync("[name=email]", SignedIn.Email);
        await page.FillAsync("[name=password]", SignedIn.Password);
        await page.LeaveAsync(() => page.ClickAsync("main button.primary"));
        await LookAsync(page, "enrol", width);
        await page.FillAsync("[name=code]", Totp.Code(await page.TextContentAsync("[data-secret]") ?? ""));
        await page.LeaveAsync(() => page.ClickAsync("main button.primary"));
        await LookAsync(page, "recovery-codes", width);
        await page.GotoAsync("/people");
        await LookAsync(page, "people", width);
        await page.LeaveAsync(() => page.ClickAsync("main a.button >> text=Invita"));
        await LookAsync(page, "invite", width);
        await page.FillAsync("[name=name]", "Bruno Riva");
        await page.FillAsync("[name=email]", "bruno.riva@desk-lecco.example");
        await page.LeaveAsync(() => page.ClickAsync("main button.primary"));
        await LookAsync(page, "people-invited", width);
        await page.LeaveAsync(() => page.ClickAsync("main >> text=Bruno Riva"));
        await LookAsync(page, "person", width);
        await page.GotoAsync("/people/associations/new");
        await LookAsync(page, "association", width);
        await page.GotoAsync("/account");
        await LookAsync(page, "account", width);
        await page.LeaveAsync(() => page.ClickAsync("header >> text=Esci"));
        await LookAsync(page, "signed-out", width);

        Assert.EndsWith("/sign-in", page.Url, StringComparison.Ordinal);
    }

    private static async Task LookAsync(IPage page, string name, int width)
    {
        await page.WaitForLoadStateAsync();
        await page.PictureAsync($"security-{name}-{width}");
        if (width >= 500)
        {
            await page.AssertAccessibleAsync();
        }
        else
        {
            // axe needs script, which the phone of this walk has not.
            var wider = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
            Assert.True(wider <= 0, $"{page.Url} is {wider} px too wide");
        }
    }
}
