using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Networks.Data;
using Networks.Data.Cases;
using Networks.Data.Officers;
using Networks.Web.Infrastructure;
using Networks.Web.Tests.Support;
using Networks.Workflows.Documents;
using Networks.Workflows.Engine;
using Networks.Workflows.Tests.Support;

namespace Networks.Web.Tests.Journeys;

/// <summary>
/// A network of four firms of three desks and two chambers, from the phone call to legal effect and the first duty, by the
/// pages alone: nothing is put into the database on the way, and mails are read where the service left them.
/// </summary>
public sealed partial class PhoneCallToEffectTests(Signers signers) : IClassFixture<Signers>, IAsyncLifetime
{
    private static readonly (string Name, string Municipality, int Number)[] _own = [("Alfa Meccanica Srl", "Lecco", 1), ("Beta Stampi Srl", "Valmadrera", 2)];

    private DeskApp _desk = null!;
    private Visit _lecco = null!;
    private Visit _como = null!;
    private Visit _monza = null!;
    private CaseId _id;

    private Given Given => _desk.Given;

    public async ValueTask InitializeAsync()
    {
        await Browser.RequireAsync();
        _desk = await DeskApp.StartAsync(builder => builder.Services.AddSingleton(signers.Trust));
        await Given.FirmAsync(Given.Como, 3, "Gamma Tessuti Srl", "CO");
        await Given.FirmAsync(Given.Monza, 4, "Delta Vernici Srl", "MB");
        await ComeInAsync();
    }

    // Without a browser the test was skipped before there was a service.
    public async ValueTask DisposeAsync() => await (_desk?.DisposeAsync() ?? ValueTask.CompletedTask);

    [Fact]
    public async Task Given_a_phone_call_when_three_desks_and_four_firms_do_their_part_then_the_network_is_in_effect_with_its_first_duty()
    {
        await OpenAsync();
        await ConfirmAsync(_como, "walk-03-como-asked");
        await ConfirmAsync(_monza, "walk-04-monza-asked");
        await CompleteFirmsAsync();
        await AgreeOnTermsAsync();
        await OpenFinalRoundAsync();
        foreach (var number in new[] { 1, 2, 3, 4 })
        {
            await ApproveAsync(number);
        }

        await SignAsync();
        Given.Clock.GoTo(new DateOnly(2026, 4, 2));
        await ComeInAsync();
        await RegisterAsync(_lecco, 2, "04-01");
        await RegisterAsync(_como, 1, "03-31");
        await RegisterAsync(_monza, 1, "04-02");
        await ConfirmEffectAsync();

        Assert.Empty(await Given.ReadAsync(db => new LivenessScan(db).FindAsync(default)));
        Assert.All(await Given.ReadAsync(db => db.CaseEvents.Where(e => e.CaseId == _id).ToListAsync()), row => Assert.True(row.IsIntact()));
    }

    private async Task OpenAsync()
    {
        await _lecco.PassAsync("walk-01-oggi-empty");
        await _lecco.Page.Locator("main a[data-key='c']").ClickAsync();
        var firms = string.Join('\n', _own.Select(f => $"{f.Name} {InventedIdentifiers.Vat(f.Number)}").Append(InventedIdentifiers.Vat(3)).Append(InventedIdentifiers.Vat(4)));
        await _lecco.FillAsync("open-case", ("firms", firms), ("need", "comprare insieme vernici ed energia"), ("name", "Rete Lario Brianza"));
        await _lecco.Page.Locator("#form-open-case > details > summary").First.ClickAsync();
        await _lecco.ChooseAsync("open-case", "kind", "Contractual");
        await _lecco.FillAsync("open-case", ("form", "DigitalStandardModel"));
        await _lecco.PassAsync("walk-02-new-network");
        await _lecco.SendAsync("open-case");
        _id = await Given.ReadAsync(db => db.Cases.Select(c => c.Id).SingleAsync());
        await _lecco.PassAsync("walk-02-opened");
    }

    private static async Task ConfirmAsync(Visit desk, string picture)
    {
        await desk.TakeUpAsync("/confirm/");
        await desk.PassAsync(picture);
        await desk.ChooseAsync("confirm-firm", "reply", "TakesPart");
        await desk.FillAsync("confirm-firm", ("how", "phone"));
        await desk.SendAsync("confirm-firm");
    }

    private async Task CompleteFirmsAsync()
    {
        foreach (var (name, town, number) in _own)
        {
            var participant = await ParticipantAsync(number);
            await _lecco.Page.GotoAsync($"/networks/{_id.Value}/firms/{participant.Value}");
            await _lecco.FillAsync(
                "edit-firm",
                ("legal-form", "Srl"), ("rea", $"LC-20000{number}"), ("register", "Entered"), ("register-checked-on", "2026-03-10"),
                ("seat-street", "Via Invenzione"), ("seat-number", $"{number}"), ("seat-postal-code", "23900"), ("seat-municipality", town), ("seat-province", "LC"),
                ("representative-name", $"Rappresentante Numero{number}"), ("representative-tax-code", InventedIdentifiers.Person(number)), ("representative-office", "amministratore unico"), ("representative-from", "2020-01-01"),
                ("certified-email", $"impresa{number}@pec.example"), ("email", $"impresa{number}@mail.example"), ("phone", "0341 000000"), ("contact", $"Contatto {number}"),
                ("privacy-on", "2026-03-10"), ("privacy-how", "phone"));
            await _lecco.PassAsync($"walk-05-firm-{number}");
            await _lecco.SendAsync("edit-firm");
            Assert.Contains(name, await _lecco.Page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        }

        await _lecco.TakeUpAsync("/complete-intake");
        await _lecco.PassAsync("walk-06-complete-intake");
        await _lecco.SendAsync("complete-intake");
    }

    private async Task AgreeOnTermsAsync()
    {
        await _lecco.Page.GotoAsync($"/networks/{_id.Value}/terms");
        var terms = Given.SmallContract;
        await _lecco.FillAsync(
            "terms",
            ("programme", terms.Programme!), ("objective-0", terms.Objectives[0].Text), ("measure-0", terms.Objectives[0].Measure), ("means", terms.MeansOfPursuit!), ("duties", terms.RightsAndDuties!),
            ("duration", "5"), ("renewal", "1"), ("accession", terms.AccessionRules!), ("notice", "6"), ("meeting", "6"), ("decision", "0"),
            ("mediation", terms.MediationBody!), ("court", "Lecco"), ("reference", (await ParticipantAsync(1)).Value.ToString()), ("registrant", terms.TaxRegistrationPerson!), ("registrant-code", terms.TaxRegistrationTaxCode!));
        await _lecco.PassAsync("walk-07-terms");
        await _lecco.SendAsync("terms");
        await _lecco.TakeUpAsync("/contract");
        await _lecco.SendAsync("generate", "button");
        await _lecco.PassAsync("walk-08-contract");
    }

    private async Task OpenFinalRoundAsync()
    {
        await _lecco.Page.Locator("main a[data-key='a']").ClickAsync();
        await _lecco.ChooseAsync("open", "kind", "Final");
        if (_desk.App.Services.GetRequiredService<IPdfConverter>() is LibreOfficePdf { Program: null })
        {
            await _lecco.Page.Locator("#form-open input[type=file]").SetInputFilesAsync(new FilePayload { Name = "contratto.pdf", MimeType = "application/pdf", Buffer = Given.FrozenPdf });
        }

        await _lecco.PassAsync("walk-09-open-final-round");
        await _lecco.SendAsync("open", "button.primary[value='send']", seconds: 90);
        await _lecco.PassAsync("walk-10-round");
    }

    private async Task ApproveAsync(int number)
    {
        var body = await MailAsync(number, Workflows.Mail.MailKinds.RoundOpened);
        var firm = new Visit(await Browser.PageAsync(_desk.App, 360), Visit.FirmBytes);
        await firm.Page.GotoAsync(FirmLink().Match(body).Value);
        await firm.PassAsync($"walk-11-firm-{number}-asked");
        await firm.ChooseAsync("answer", "answer", "approve");
        await firm.SendAsync("answer", "button[value='code']");
        await firm.FillAsync("answer", ("code", (await MailAsync(number, Workflows.Mail.MailKinds.Code))[..6]), ("name", $"Rappresentante Numero{number}"));
        await firm.PassAsync($"walk-12-firm-{number}-code");
        await firm.SendAsync("answer");
        await firm.PassAsync($"walk-13-firm-{number}-approved");
        await firm.Page.Context.CloseAsync();
    }

    private async Task SignAsync()
    {
        var frozen = await Given.ReadAsync(db => db.Drafts.Where(d => d.CaseId == _id && d.FrozenPdf != null).Select(d => d.FrozenPdf).SingleAsync());
        var pdf = await (await _lecco.Page.APIRequest.GetAsync($"/networks/{_id.Value}/files/{frozen!.Value.Value}")).BodyAsync();
        foreach (var (desk, numbers) in new[] { (_lecco, new[] { 1, 2 }), (_como, [3]), (_monza, [4]) })
        {
            await desk.Page.GotoAsync($"/networks/{_id.Value}/signing");
            await desk.Page.Locator("main a[data-key='u']").ClickAsync();
            await desk.Page.Locator("#form-upload input[type=file]").SetInputFilesAsync(numbers.Select(n => new FilePayload
            {
                Name = $"contratto-{n}.pdf.p7m",
                MimeType = "application/pkcs7-mime",
                Buffer = signers.SignOther(pdf, n),
            }));
            await desk.PassAsync($"walk-14-upload-{numbers[0]}");
            await desk.SendAsync("upload");
            await desk.PassAsync($"walk-15-signed-{numbers[0]}");
        }

        Assert.Equal(CasePhase.Registration, await PhaseAsync());
    }

    private async Task RegisterAsync(Visit desk, int filings, string day)
    {
        for (var i = 0; i < filings; i++)
        {
            await desk.TakeUpAsync("/send");
            await desk.FillAsync("send", ("protocol", $"PRA/2026/{day}-{i}"), ("sent-on", "2026-03-20"));
            await desk.PassAsync($"walk-16-send-{day}-{i}");
            await desk.SendAsync("send");
        }

        for (var i = 0; i < filings; i++)
        {
            await desk.TakeUpAsync("/filings/");
            await desk.FillAsync("outcome", ("on", $"2026-{day}"));
            await desk.PassAsync($"walk-17-outcome-{day}-{i}");
            await desk.SendAsync("outcome");
        }

        await desk.PassAsync($"walk-18-filings-{day}");
    }

    private async Task ConfirmEffectAsync()
    {
        await _lecco.TakeUpAsync("/effect");
        await _lecco.PassAsync("walk-19-effect");
        await _lecco.SendAsync("effect");
        await _lecco.PassAsync("walk-20-in-effect");
        Assert.Equal(CasePhase.FollowUp, await PhaseAsync());
        Assert.Equal(new DateOnly(2026, 4, 2), await Given.ReadAsync(db => db.Cases.Where(c => c.Id == _id).Select(c => c.EffectOn).SingleAsync()));

        await _lecco.TakeUpAsync("/duties/");
        await _lecco.PassAsync("walk-22-duty");
        await _lecco.Page.GotoAsync("/");
        await _lecco.PassAsync("walk-21-oggi-first-duty");
    }

    // Also after some days: sessions have ended by then.
    private async Task ComeInAsync()
    {
        _lecco = await AtDeskAsync(Given.Lecco);
        _como = await AtDeskAsync(Given.Como);
        _monza = await AtDeskAsync(Given.Monza);
    }

    private async Task<Visit> AtDeskAsync(Officer officer) => new(await _desk.PageAsync(officer), Visit.DeskBytes);

    private Task<CasePhase> PhaseAsync() => Given.ReadAsync(db => db.Cases.Where(c => c.Id == _id).Select(c => c.Phase).SingleAsync());

    private async Task<ParticipantId> ParticipantAsync(int number)
    {
        var vat = InventedIdentifiers.Vat(number);
        return await Given.ReadAsync(db => db.Participants.Where(p => p.CaseId == _id && db.Firms.Any(f => f.Id == p.FirmId && f.TaxCode == vat)).Select(p => p.Id).SingleAsync());
    }

    private async Task<string> MailAsync(int number, string kind)
    {
        var participant = await ParticipantAsync(number);
        return await Given.ReadAsync(db => db.Outbox.Where(m => m.ParticipantId == participant && m.Kind == kind).OrderByDescending(m => m.CreatedAt).Select(m => m.Body).FirstAsync());
    }

    [GeneratedRegex("/f/[A-Za-z0-9_-]{43}")]
    private static partial Regex FirmLink();
}
