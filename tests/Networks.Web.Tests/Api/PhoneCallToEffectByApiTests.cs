using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Networks.Data;
using Networks.Web.Tests.Support;
using Networks.Workflows.Engine;
using Networks.Workflows.Mail;
using Networks.Workflows.Tests.Support;

namespace Networks.Web.Tests.Api;

/// <summary>
/// A network of four firms of three desks and two chambers, from the phone call to legal effect and the first duty, by
/// programs alone. Only the mails are read where the service left them: that is where firms find their links.
/// </summary>
public sealed partial class PhoneCallToEffectByApiTests(Signers signers) : IClassFixture<Signers>, IAsyncLifetime
{
    private DeskApp _desk = null!;
    private ApiClient _lecco = null!;
    private ApiClient _como = null!;
    private ApiClient _monza = null!;
    private ApiClient _firms = null!;
    private string _network = "";
    private CaseId _id;

    private Given Given => _desk.Given;

    public async ValueTask InitializeAsync()
    {
        _desk = await DeskApp.StartAsync(builder => builder.Services.AddSingleton(signers.Trust));
        await Given.FirmAsync(Given.Como, 3, "Gamma Tessuti Srl", "CO");
        await Given.FirmAsync(Given.Monza, 4, "Delta Vernici Srl", "MB");
        (_lecco, _como, _monza) = (await _desk.ProgramAsync(Given.Lecco), await _desk.ProgramAsync(Given.Como), await _desk.ProgramAsync(Given.Monza));
        _firms = new ApiClient(_desk.App.Address, null);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var client in new[] { _lecco, _como, _monza, _firms })
        {
            client.Dispose();
        }

        await _desk.DisposeAsync();
    }

    [Fact]
    public async Task Given_a_phone_call_when_programs_of_three_desks_and_four_firms_do_their_part_then_the_network_is_in_effect_with_its_first_duty()
    {
        await OpenAsync();
        await _como.DoneAsync($"{_network}/firms/{await ParticipantAsync(3)}/proposal", new { reply = "TakesPart", how = "phone" });
        await _monza.DoneAsync($"{_network}/firms/{await ParticipantAsync(4)}/proposal", new { reply = "TakesPart", how = "phone" });
        await CompleteFirmsAsync();
        await AgreeOnTermsAsync();
        foreach (var number in new[] { 1, 2, 3, 4 })
        {
            await ApproveAsync(number);
        }

        await SignAsync();
        Given.Clock.GoTo(new DateOnly(2026, 4, 2));
        await RegisterAsync(_lecco, "Desk di Lecco", "04-01");
        await RegisterAsync(_como, "Desk di Como", "03-31");
        await RegisterAsync(_monza, "Desk di Monza", "04-02");
        await ConfirmEffectAsync();

        Assert.Empty(await Given.ReadAsync(db => new LivenessScan(db).FindAsync(default)));
        Assert.All(await Given.ReadAsync(db => db.CaseEvents.Where(e => e.CaseId == _id).ToListAsync()), row => Assert.True(row.IsIntact()));
    }

    private async Task OpenAsync()
    {
        var firms = $"Alfa Meccanica Srl {InventedIdentifiers.Vat(1)}\nBeta Stampi Srl {InventedIdentifiers.Vat(2)}\n{InventedIdentifiers.Vat(3)}\n{InventedIdentifiers.Vat(4)}";
        var preview = await _lecco.DoneAsync("/api/v1/firm-previews", new { firms, kind = "Contractual" });
        Assert.Equal(4, preview.AsArray().Count);
        var opened = await _lecco.DoneAsync("/api/v1/networks", new { need = "comprare insieme vernici ed energia", firms, name = "Rete Lario Brianza", kind = "Contractual", form = "DigitalStandardModel" });
        _id = new CaseId(Guid.Parse((string)opened["case"]!));
        _network = $"/api/v1/networks/{_id.Value}";
    }

    private async Task CompleteFirmsAsync()
    {
        foreach (var number in new[] { 1, 2 })
        {
            var address = $"{_network}/firms/{await ParticipantAsync(number)}";
            var was = (await _lecco.ReadAsync(address))["values"]!;
            var values = new Dictionary<string, string>
            {
                ["legal-form"] = "Srl",
                ["rea"] = $"LC-20000{number}",
                ["register"] = "Entered",
                ["register-checked-on"] = "2026-03-10",
                ["seat-street"] = "Via Invenzione",
                ["seat-number"] = $"{number}",
                ["seat-postal-code"] = "23900",
                ["seat-municipality"] = "Lecco",
                ["seat-province"] = "LC",
                ["representative-name"] = $"Rappresentante Numero{number}",
                ["representative-tax-code"] = InventedIdentifiers.Person(number),
                ["representative-office"] = "amministratore unico",
                ["representative-from"] = "2020-01-01",
                ["certified-email"] = $"impresa{number}@pec.example",
                ["email"] = $"impresa{number}@mail.example",
                ["phone"] = "0341 000000",
                ["contact"] = $"Contatto {number}",
                ["privacy-on"] = "2026-03-10",
                ["privacy-how"] = "phone",
            };
            await _lecco.DoneAsync(address, new { values, was });
        }

        Assert.True((bool)(await _lecco.ReadAsync($"{_network}/intake"))["canComplete"]!);
        await _lecco.DoneAsync($"{_network}/intake");
    }

    private async Task AgreeOnTermsAsync()
    {
        var sheet = await _lecco.ReadAsync($"{_network}/terms");
        var content = new
        {
            networkName = (string)sheet["networkName"]!,
            terms = Given.SmallContract with { MeetingEveryMonths = 6 },
            referenceEnterprise = await ParticipantAsync(1),
            contributionCents = new Dictionary<Guid, long>(),
        };
        await _lecco.DoneAsync($"{_network}/terms", new { revision = (int)sheet["revision"]!, content });
        await _lecco.DoneAsync($"{_network}/contract/generated");
        var draft = (string)(await _lecco.ReadAsync($"{_network}/contract"))["versions"]![0]!["id"]!;
        var lastDay = (string)(await _lecco.DoneAsync($"{_network}/round/preparation", new { kind = "Final" }))["lastDay"]!;
        var frozen = await _lecco.DoneAsync($"{_network}/contract/frozen", new { draftId = draft, ownPdf = Convert.ToBase64String(Given.FrozenPdf) });
        var round = await _lecco.DoneAsync($"{_network}/round", new { draftId = draft, kind = "Final", lastDay, finalPdf = (string)frozen["file"]! });
        Assert.Equal((string)frozen["sha256"]!, (string)round["frozenHash"]!);
    }

    private async Task ApproveAsync(int number)
    {
        var link = $"/api/v1/links/{FirmLink().Match(await MailAsync(number, MailKinds.RoundOpened)).Groups[1].Value}";
        var round = (string)(await _firms.ReadAsync(link))["round"]!["id"]!;
        await _firms.DoneAsync($"{link}/code", new { roundId = round });
        await _firms.DoneAsync($"{link}/approval", new { roundId = round, typedName = $"Rappresentante Numero{number}", code = (await MailAsync(number, MailKinds.Code))[..6] });
        Assert.Equal("Approved", (string)(await _firms.ReadAsync(link))["answer"]!["decision"]!);
    }

    private async Task SignAsync()
    {
        var frozen = (string)(await _lecco.ReadAsync($"{_network}/signing"))["pdf"]!["file"]!;
        var pdf = await _lecco.BytesAsync($"{_network}/files/{frozen}");
        foreach (var (desk, numbers) in new[] { (_lecco, new[] { 1, 2 }), (_como, [3]), (_monza, [4]) })
        {
            var files = new JsonArray();
            foreach (var number in numbers)
            {
                files.Add(new JsonObject { ["name"] = $"contratto-{number}.pdf.p7m", ["bytes"] = await desk.StoreAsync(signers.SignOther(pdf, number)) });
            }

            await desk.DoneAsync($"{_network}/signing/files", new JsonObject { ["files"] = files }.ToJsonString());
        }

        Assert.Equal("Made", (string)(await _lecco.ReadAsync($"{_network}/signing"))["stage"]!);
    }

    private async Task RegisterAsync(ApiClient desk, string name, string day)
    {
        var own = (await desk.ReadAsync($"{_network}/filings"))["rows"]!.AsArray().Where(r => (string)r!["desk"]! == name).Select(r => (string)r!["filing"]!).ToList();
        Assert.NotEmpty(own);
        foreach (var filing in own)
        {
            await desk.DoneAsync($"{_network}/filings/{filing}/sending", new { protocol = $"PRA/2026/{day}-{filing[^4..]}", sentOn = "2026-03-20" });
            await desk.DoneAsync($"{_network}/filings/{filing}/outcome", new { outcome = "Entered", on = $"2026-{day}" });
        }
    }

    private async Task ConfirmEffectAsync()
    {
        var day = (string)(await _lecco.ReadAsync($"{_network}/effect"))["day"]!;
        Assert.Equal("2026-04-02", day);
        await _lecco.DoneAsync($"{_network}/effect", new { seen = day });
        Assert.Equal("FollowUp", (string)(await _lecco.ReadAsync(_network))["head"]!["phase"]!);
        Assert.Equal(new DateOnly(2026, 4, 2), await Given.ReadAsync(db => db.Cases.Where(c => c.Id == _id).Select(c => c.EffectOn).SingleAsync()));

        var duty = await Given.ReadAsync(db => db.Duties.Where(d => d.CaseId == _id).OrderBy(d => d.DueOn).Select(d => d.Id).FirstAsync());
        Assert.False(string.IsNullOrEmpty((string)(await _lecco.ReadAsync($"{_network}/duties/{duty}"))["text"]!));
        Assert.Contains(_id.Value.ToString(), (await _lecco.ReadAsync("/api/v1/tasks")).ToJsonString(), StringComparison.Ordinal);
    }

    private async Task<string> ParticipantAsync(int number)
    {
        var vat = InventedIdentifiers.Vat(number);
        var participant = await Given.ReadAsync(db => db.Participants.Where(p => p.CaseId == _id && db.Firms.Any(f => f.Id == p.FirmId && f.TaxCode == vat)).Select(p => p.Id).SingleAsync());
        return participant.Value.ToString();
    }

    private async Task<string> MailAsync(int number, string kind)
    {
        var participant = ParticipantId.Of(Guid.Parse(await ParticipantAsync(number)));
        return await Given.ReadAsync(db => db.Outbox.Where(m => m.ParticipantId == participant && m.Kind == kind).OrderByDescending(m => m.CreatedAt).Select(m => m.Body).FirstAsync());
    }

    [GeneratedRegex("/f/([A-Za-z0-9_-]{43})")]
    private static partial Regex FirmLink();
}
