using Microsoft.EntityFrameworkCore;
using Networks.Data.Officers;
using Networks.Workflows.Casework.LookUp;
using Networks.Workflows.Discovery.FindFirm;
using Networks.Workflows.Tests.Support;

namespace Networks.Workflows.Tests.Casework;

/// <summary>The search of the frame: what somebody may not read is not found, as if it did not exist.</summary>
public sealed class LookUpTests : IAsyncLifetime
{
    private readonly StatementCount _statements = new();
    private Given _given = null!;

    public async ValueTask InitializeAsync() => _given = await Given.NewAsync(_statements.AddTo);

    public ValueTask DisposeAsync() => _given.DisposeAsync();

    [Fact]
    public async Task Given_a_case_of_lecco_when_its_name_reference_or_firm_is_typed_then_lecco_finds_it_and_others_find_nothing()
    {
        var firm = await _given.FirmAsync(_given.Lecco, 1, "Tornitura Adda Srl");
        var id = await _given.CaseAsync(firm, await _given.FirmAsync(_given.Lecco, 2));
        var reference = await _given.ReadAsync(db => db.Cases.Where(c => c.Id == id).Select(c => c.Reference).SingleAsync());
        var tax = await _given.ReadAsync(db => db.Firms.Where(f => f.Id == firm).Select(f => f.TaxCode).SingleAsync());

        foreach (var (text, networks, firms, exact) in new[] { ("rete PROVA", 1, 0, true), (reference, 1, 0, true), ("tornitura", 1, 1, false), (tax, 0, 1, false), ("prova", 1, 0, false) })
        {
            var found = await _given.DoneAsync(_given.Lecco, new LookUp(text));
            Assert.True((networks, firms) == (found.Networks.Count, found.Firms.Count), text);
            Assert.All(found.Networks, n => Assert.Equal((id, exact), (n.Id, n.Exact)));
            var foreign = await _given.DoneAsync(_given.Como, new LookUp(text));
            var nothing = await _given.DoneAsync(_given.Como, new LookUp("non esiste"));
            Assert.Equivalent(nothing, foreign, strict: true);
        }
    }

    [Fact]
    public async Task Given_a_firm_proposed_from_another_desk_then_its_name_is_found_only_after_that_desks_yes_and_its_contact_never()
    {
        var proposed = await _given.FirmAsync(_given.Como, 7, "Serica Lariana Srl");
        await _given.WriteAsync(async db => (await db.Firms.SingleAsync(f => f.Id == proposed)).ContactName = "Ottavia Invernizzi");
        var id = await _given.CaseAsync(await _given.FirmAsync(_given.Lecco, 1), proposed);
        Assert.Empty((await _given.DoneAsync(_given.Lecco, new LookUp("serica"))).Firms);

        await _given.ConfirmedAsync(_given.Como, id, (await _given.ParticipantAsync(id, proposed)).Id);

        Assert.False(Assert.Single((await _given.DoneAsync(_given.Lecco, new LookUp("serica"))).Firms).MayEdit);
        Assert.Empty((await _given.DoneAsync(_given.Lecco, new LookUp("invernizzi"))).People);
        Assert.Equal("Serica Lariana Srl", Assert.Single((await _given.DoneAsync(_given.Como, new LookUp("invernizzi"))).People).Of);
    }

    [Fact]
    public async Task Given_colleagues_then_a_desk_finds_its_own_and_an_administrator_those_of_the_programme()
    {
        var word = _given.Como.FullName;
        var administrator = await _given.WatcherAsync(OfficerRoles.Administrator);

        Assert.Empty((await _given.DoneAsync(_given.Lecco, new LookUp(word))).People);
        Assert.Contains((await _given.DoneAsync(_given.Como, new LookUp(word))).People, p => p.Officer == _given.Como.Id);
        Assert.Contains((await _given.DoneAsync(administrator, new LookUp(word))).People, p => p.Officer == _given.Como.Id);
        Assert.Empty((await _given.DoneAsync(administrator, new LookUp("prova"))).Networks);
    }

    [Fact]
    public async Task Given_six_times_the_networks_then_a_search_asks_the_database_as_often()
    {
        var words = "abete betulla cedro daino erica faggio".Split(' ');
        var second = await _given.FirmAsync(_given.Lecco, 2);
        await _given.CaseAsync(await _given.FirmAsync(_given.Lecco, 1, words[0]), second);
        var few = await CountAsync();
        for (var i = 1; i < words.Length; i++)
        {
            await _given.CaseAsync(await _given.FirmAsync(_given.Lecco, 10 + i, words[i]), second);
        }

        Assert.Equal(words.Length, (await _given.DoneAsync(_given.Lecco, new LookUp("rete"))).Networks.Count);
        Assert.Equal(few, await CountAsync());
        Assert.InRange(few, 1, 4);
    }

    [Fact]
    public async Task Given_a_firm_of_the_register_then_its_desk_finds_it_by_words_in_any_order_and_by_number_as_typed()
    {
        var firm = await _given.RegisteredAsync(_given.Lecco, 5, ("name", "Fonderie Valsassina Srl"));
        var vat = await _given.ReadAsync(db => db.Firms.Where(f => f.Id == firm).Select(f => f.VatNumber!).SingleAsync());

        foreach (var text in new[] { "valsassina", "valsa fonderie", "fon", vat, $"IT {vat[..3]} {vat[3..]}" })
        {
            Assert.True((await _given.DoneAsync(_given.Lecco, new FindFirm(text))).Any(f => f.Id == firm), text);
            Assert.Empty(await _given.DoneAsync(_given.Como, new FindFirm(text)));
        }

        Assert.Empty(await _given.DoneAsync(_given.Lecco, new FindFirm("valsassina acciaierie")));
        Assert.Empty(await _given.DoneAsync(_given.Lecco, new FindFirm(" ")));
    }

    private Task<int> CountAsync() => _statements.OfAsync(() => _given.DoneAsync(_given.Lecco, new LookUp("rete")));
}
