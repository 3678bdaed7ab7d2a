using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.EnterpriseNetworks;
using Networks.Workflows.Common;
using Networks.Workflows.Discovery;
using Networks.Workflows.Discovery.KnownNetworks;
using Networks.Workflows.Discovery.ListFirms;
using Networks.Workflows.Discovery.ShowFirmRecord;
using Networks.Workflows.Intake.PreviewFirms;
using Networks.Workflows.Tests.Support;

namespace Networks.Workflows.Tests.Discovery;

public sealed class KnownNetworksTests : IAsyncLifetime
{
    private static readonly DateOnly _march = new(2026, 3, 1);

    private Given _given = null!;

    public async ValueTask InitializeAsync() => _given = await Given.NewAsync();

    public ValueTask DisposeAsync() => _given.DisposeAsync();

    [Fact]
    public async Task Given_the_workbook_when_it_is_loaded_then_each_firm_is_found_once_with_its_network_and_kind()
    {
        var alfa = InventedIdentifiers.Vat(1);
        var taken = await LoadAsync(NetworkWorkbookFile.Of(
            [["RETE NIBBIO", "18/03/2021", "4411", alfa, "SI"], ["RETE NIBBIO", "18/03/2021", "4411", alfa, "SI"], ["RETE NIBBIO", "18/03/2021", "4411", InventedIdentifiers.Vat(2), ""], ["RETE GUASTA", "18/03/2021", "1", "12345", ""]],
            [["RETE CORVO", "44273", "99", InventedIdentifiers.Person(3), ""], ["", "44273", "99", alfa, ""]]));

        Assert.Equal((2, 4, 2), (taken.Networks, taken.Members, taken.Skipped));
        var known = await _given.ReadAsync(db => db.KnownMembers.OrderBy(m => m.Network).ThenBy(m => m.TaxCode).ToListAsync());
        Assert.Equal(2, known.Count(m => m.TaxCode == alfa));
        Assert.Equal((NetworkKind.LegalEntity, new DateOnly(2021, 3, 18), "RETE CORVO"), known.Where(m => m.TaxCode == alfa).Select(m => (m.Kind, m.DeedOn!.Value, m.Network)).First());
    }

    [Fact]
    public async Task Given_a_firm_in_the_workbook_then_its_record_the_list_and_the_intake_say_so_with_the_day_of_the_workbook()
    {
        var firm = await _given.FirmAsync(_given.Lecco, 1);
        await _given.FirmAsync(_given.Lecco, 2);
        await LoadAsync(NetworkWorkbookFile.Of([["RETE NIBBIO", "18/03/2021", "4411", InventedIdentifiers.Vat(1), "SI"], ["RETE NIBBIO", "18/03/2021", "4411", InventedIdentifiers.Vat(5), ""]], []));
        const string Said = "Già nella rete «RETE NIBBIO» come impresa di riferimento, atto del 18 marzo 2021 (elenco delle Camere all’1 marzo 2026).";

        Assert.Equal(Said, Assert.Single((await _given.DoneAsync(_given.Lecco, new ShowFirmRecord(firm))).Elsewhere).Text);
        Assert.Equal([Said, null], (await _given.DoneAsync(_given.Lecco, new ListFirms(new Facets(), 1))).Rows.Select(r => r.Elsewhere?.Text));
        var typed = await _given.DoneAsync(_given.Como, new PreviewFirms($"{InventedIdentifiers.Vat(5)}\n{InventedIdentifiers.Vat(6)}", null));
        Assert.Equal([1, 0], typed.Select(f => f.Elsewhere.Count));
    }

    [Fact]
    public async Task Given_a_newer_edition_when_it_is_loaded_then_it_replaces_the_one_before_and_an_older_one_is_refused()
    {
        await LoadAsync(NetworkWorkbookFile.Of([["RETE NIBBIO", "18/03/2021", "4411", InventedIdentifiers.Vat(1), ""]], []));
        await LoadAsync(NetworkWorkbookFile.Of([["RETE GHEPPIO", "18/03/2021", "4412", InventedIdentifiers.Vat(2), ""]], []), new DateOnly(2026, 3, 9));

        Assert.Equal(["RETE GHEPPIO"], await _given.ReadAsync(db => db.KnownMembers.Select(m => m.Network).ToListAsync()));
        Assert.Equal("discovery.workbook-older", await RefusedAsync(NetworkWorkbookFile.Of([["RETE NIBBIO", "18/03/2021", "4411", InventedIdentifiers.Vat(1), ""]], []), _march));
    }

    [Fact]
    public async Task Given_a_file_that_is_no_such_workbook_when_it_is_loaded_then_nothing_changes()
    {
        await LoadAsync(NetworkWorkbookFile.Of([["RETE NIBBIO", "18/03/2021", "4411", InventedIdentifiers.Vat(1), ""]], []));

        Assert.Equal("discovery.no-network-workbook", await RefusedAsync("nessun foglio"u8.ToArray(), _march));
        Assert.Equal("discovery.no-network-workbook", await RefusedAsync(NetworkWorkbookFile.Of([["RETE NIBBIO", "18/03/2021", "4411", InventedIdentifiers.Vat(1), ""]], [], first: "Foglio1"), _march));
        Assert.Equal("discovery.workbook-day-to-come", await RefusedAsync(NetworkWorkbookFile.Of([], []), new DateOnly(2026, 3, 11)));
        Assert.Equal(1, await _given.ReadAsync(db => db.KnownMembers.CountAsync()));
    }

    private async Task<ImportedWorkbook> LoadAsync(byte[] bytes, DateOnly? asOf = null) =>
        await _given.DoneAsync(_given.Lecco, new ImportNetworkWorkbook("statistiche.xlsx", await _given.StoredAsync(bytes), asOf ?? _march) { OperationId = Ids.New(_given.Clock) });

    private async Task<string?> RefusedAsync(byte[] bytes, DateOnly asOf)
    {
        _given.Actor = Actor.Of(_given.Lecco);
        return (await _given.SendAsync(new ImportNetworkWorkbook("statistiche.xlsx", await _given.StoredAsync(bytes), asOf) { OperationId = Ids.New(_given.Clock) })).Refusal?.Code;
    }
}
