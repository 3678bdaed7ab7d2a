using System.Net;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.EnterpriseNetworks;
using Networks.Web.Intake.ChooseKind;
using Networks.Web.Intake.CompleteIntake;
using Networks.Web.Tests.Support;
using Networks.Workflows.Intake.OpenCase;
using Networks.Workflows.Tests.Support;

namespace Networks.Web.Tests.Intake;

public sealed class KindAndCompletionPagesTests : IAsyncLifetime
{
    private DeskApp _desk = null!;
    private Given _given = null!;
    private CaseId _case;

    public async ValueTask InitializeAsync()
    {
        _desk = await DeskApp.StartAsync();
        _given = _desk.Given;
        await _given.FirmAsync(_given.Lecco, 1, "Alfa Meccanica Srl");
        _case = (await _given.DoneAsync(_given.Lecco, new OpenCase(Given.Need, $"{InventedIdentifiers.Vat(1)}, {InventedIdentifiers.Vat(7)}") { OperationId = Ids.New(_given.Clock) })).Case;
    }

    public ValueTask DisposeAsync() => _desk.DisposeAsync();

    [Fact]
    public async Task Given_an_undecided_network_when_the_kind_is_saved_then_form_and_kind_must_fit()
    {
        using var client = await _desk.ClientAsync(_given.Lecco);
        var page = ChooseKindLink.To(_case.Value);

        var misfit = await client.PostFormAsync(page, "choose-kind", ("kind", "LegalEntity"), ("form", "DigitalStandardModel"));
        var fit = await client.PostFormAsync(page, "choose-kind", ("kind", "LegalEntity"), ("form", "NotarialDeed"));

        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.Found), (misfit.StatusCode, fit.StatusCode));
        Assert.Contains("rules.form-standard-model-refused", Html.Codes(await misfit.Content.ReadAsStringAsync()));
        Assert.Equal(NetworkKind.LegalEntity, await _given.ReadAsync(db => db.EnterpriseNetworks.Select(n => n.Kind).SingleAsync()));
    }

    [Fact]
    public async Task Given_things_missing_when_the_completion_is_opened_then_each_has_its_button_and_the_act_is_not_offered()
    {
        using var client = await _desk.ClientAsync(_given.Lecco);

        var html = await client.GetStringAsync(Page(CompleteIntakeLink.To(_case.Value)));

        Assert.Contains("mancano 3 cose per il contratto", html, StringComparison.Ordinal);
        Assert.Equal(["intake.gap-kind", "intake.gap-form", "intake.gap-name"], Html.Codes(html).Take(3));
        Assert.Contains(ChooseKindLink.To(_case.Value), html, StringComparison.Ordinal);
        Assert.DoesNotContain("id=\"form-complete-intake\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Given_nothing_missing_when_the_intake_is_completed_then_drafting_begins()
    {
        using var client = await _desk.ClientAsync(_given.Lecco);
        await client.PostFormAsync(ChooseKindLink.To(_case.Value), "choose-kind", ("kind", "Contractual"), ("form", "DigitalStandardModel"));
        await _given.WriteAsync(async db => (await db.Firms.SingleAsync(f => f.TaxCode == InventedIdentifiers.Vat(7))).Name = "Delta Srl");

        var done = await client.PostFormAsync(CompleteIntakeLink.To(_case.Value), "complete-intake");

        Assert.Equal(HttpStatusCode.Found, done.StatusCode);
        Assert.Contains("prepare-text Open", await _given.TasksAsync(_case));
    }

    [Theory]
    [InlineData(1280)]
    [InlineData(360)]
    public async Task Given_a_browser_when_kind_and_completion_are_opened_then_they_are_accessible(int width)
    {
        var page = await _desk.PageAsync(_given.Lecco, width);
        await page.GotoAsync(CompleteIntakeLink.To(_case.Value));
        await page.AssertAccessibleAsync();
        await page.PictureAsync($"complete-intake-{width}");

        await page.GotoAsync(ChooseKindLink.To(_case.Value));
        foreach (var (name, value) in new[] { ("own-name", "yes"), ("professionals", "no"), ("burdens", "yes") })
        {
            await page.Locator($"input[name={name}][value={value}]").CheckAsync();
        }

        await page.Locator("button[name=check]").ClickAsync();
        await page.Locator("#kind-advice .note").WaitForAsync();
        await page.AssertAccessibleAsync();
        await page.PictureAsync($"choose-kind-{width}");
    }

    private static Uri Page(string address) => new(address, UriKind.Relative);
}
