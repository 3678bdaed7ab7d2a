using Networks.Data;
using Networks.Web.Casework.ListMyTasks;
using Networks.Web.Casework.ListNetworks;
using Networks.Web.Casework.RecordNote;
using Networks.Web.Casework.ShowCase;
using Networks.Web.Intake.CompleteIntake;
using Networks.Web.Intake.ConfirmFirm;
using Networks.Web.Tests.Support;
using Networks.Workflows.Tests.Support;

namespace Networks.Web.Tests.Intake;

/// <summary>A firm's name leaves its desk only with its yes, and a case's facts reach an asked desk only after it.</summary>
public sealed class BeforeTheYesTests : IAsyncLifetime
{
    private const string Gamma = "Gamma Tessuti Srl";

    private DeskApp _desk = null!;
    private CaseId _case;
    private ParticipantId _participant;

    public async ValueTask InitializeAsync()
    {
        _desk = await DeskApp.StartAsync();
        var given = _desk.Given;
        var gamma = await given.FirmAsync(given.Como, 2, Gamma);
        _case = await given.CaseAsync(await given.FirmAsync(given.Lecco, 1, "Alfa Meccanica Srl"), gamma);
        _participant = (await given.ParticipantAsync(_case, gamma)).Id;
    }

    public ValueTask DisposeAsync() => _desk.DisposeAsync();

    [Fact]
    public async Task Given_a_proposed_firm_when_the_leading_desk_reads_every_page_then_its_name_is_on_none_until_the_yes()
    {
        using var client = await _desk.ClientAsync(_desk.Given.Lecco);
        string[] pages = [ListMyTasksLink.To(), CaseLink.To(_case.Value), RecordNoteLink.To(_case.Value), CompleteIntakeLink.To(_case.Value), "/networks?q=gamma"];

        var before = string.Concat(await Task.WhenAll(pages.Select(p => client.GetStringAsync(Page(p)))));
        await _desk.Given.ConfirmedAsync(_desk.Given.Como, _case, _participant);
        var after = await client.GetStringAsync(Page(CaseLink.To(_case.Value)));

        Assert.DoesNotContain(Gamma, before, StringComparison.Ordinal);
        Assert.DoesNotContain("firm2@", before, StringComparison.Ordinal);
        Assert.Contains(InventedIdentifiers.Vat(2), before, StringComparison.Ordinal);
        Assert.Contains(Gamma, after, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Given_a_proposed_firm_when_its_desk_opens_today_then_the_request_is_there_without_the_case()
    {
        using var client = await _desk.ClientAsync(_desk.Given.Como);

        var html = await client.GetStringAsync(Page(ListMyTasksLink.To()));

        Assert.Contains($"href=\"{ConfirmFirmLink.To(_case.Value, _participant.Value)}\"", html, StringComparison.Ordinal);
        Assert.Contains(Gamma, html, StringComparison.Ordinal);
        Assert.DoesNotContain("Rete Prova", html, StringComparison.Ordinal);
        Assert.DoesNotContain($"href=\"{CaseLink.To(_case.Value)}\"", html, StringComparison.Ordinal);
        Assert.DoesNotContain("Alfa", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Given_a_firm_that_declined_when_the_leading_desk_reads_the_case_then_its_name_is_still_not_there()
    {
        using var client = await _desk.ClientAsync(_desk.Given.Lecco);
        await _desk.Given.DoneAsync(_desk.Given.Como, new Workflows.Intake.ConfirmFirm.ConfirmFirm(_case, _participant, Workflows.Intake.ConfirmFirm.FirmReply.DoesNot)
        {
            OperationId = Ids.New(_desk.Given.Clock),
            Reason = "non le interessa",
        });

        var html = await client.GetStringAsync(Page(CaseLink.To(_case.Value)));

        Assert.DoesNotContain(Gamma, html, StringComparison.Ordinal);
        Assert.Contains("non le interessa", html, StringComparison.Ordinal);
    }

    private static Uri Page(string address) => new(address, UriKind.Relative);
}
