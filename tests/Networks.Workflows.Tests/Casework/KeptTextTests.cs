using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Officers;
using Networks.Workflows.Casework.KeptTexts;
using Networks.Workflows.Casework.RecordNote;
using Networks.Workflows.Common;
using Networks.Workflows.Tests.Support;

namespace Networks.Workflows.Tests.Casework;

public sealed class KeptTextTests : IAsyncLifetime
{
    private const string Page = "/networks/1/note";

    private Given _given = null!;

    public async ValueTask InitializeAsync() => _given = await Given.NewAsync();

    public ValueTask DisposeAsync() => _given.DisposeAsync();

    [Fact]
    public async Task Given_a_text_that_is_typed_on_then_the_last_one_is_there_once_with_its_instant()
    {
        var number = Number();
        await KeepAsync(_given.Lecco, number, "Ha chie");
        _given.Clock.GoTo(new DateOnly(2026, 3, 11));
        await KeepAsync(_given.Lecco, number, "Ha chiesto del fondo");

        var kept = Assert.Single(await FindAsync(_given.Lecco));

        Assert.Equal((number, "form-note", _given.Clock.GetUtcNow(), "Ha chiesto del fondo"), (kept.Number, kept.Form, kept.KeptAt, kept.Fields["text"]));
    }

    [Fact]
    public async Task Given_the_same_form_opened_anew_then_its_text_takes_the_place_of_the_one_before()
    {
        await KeepAsync(_given.Lecco, Number(), "prima");
        var later = Number();
        await KeepAsync(_given.Lecco, later, "poi");

        Assert.Equal((later, "poi"), Assert.Single((await FindAsync(_given.Lecco)).Select(k => (k.Number, k.Fields["text"]))));
    }

    [Fact]
    public async Task Given_an_offer_that_nobody_answers_when_something_new_is_typed_then_it_is_kept_beside_and_offered_first()
    {
        var (before, now) = (Number(), Number());
        await KeepAsync(_given.Lecco, before, "prima");
        _given.LetAMinutePass();
        foreach (var text in new[] { "ora", "ora di più" })
        {
            _given.Actor = Actor.Of(_given.Lecco);
            await _given.DoneAsync(_given.Lecco, new KeepText(Guid.Empty, now, Page, "form-note", new Dictionary<string, string> { ["text"] = text }) { Beside = true });
        }

        Assert.Equal((now, "form-note", "ora di più"), Assert.Single((await FindAsync(_given.Lecco)).Select(k => (k.Number, k.Form, k.Fields["text"]))));
        await _given.DoneAsync(_given.Lecco, new DropKeptText(Guid.Empty, now));
        Assert.Equal("prima", Assert.Single(await FindAsync(_given.Lecco)).Fields["text"]);
    }

    [Fact]
    public async Task Given_a_text_of_one_person_then_nobody_else_finds_it_drops_it_or_writes_over_it()
    {
        var number = Number();
        await KeepAsync(_given.Lecco, number, "solo mio");

        Assert.Empty(await FindAsync(_given.Como));
        await _given.DoneAsync(_given.Como, new DropKeptText(Guid.Empty, number));
        var over = await _given.SendAsync(Keep(number, "altro"));

        Assert.Equal("casework.kept-incomplete", over.Refusal?.Code);
        Assert.Equal("solo mio", Assert.Single(await FindAsync(_given.Lecco)).Fields["text"]);
        await _given.DoneAsync(_given.Lecco, new DropKeptText(Guid.Empty, number));
        Assert.Empty(await FindAsync(_given.Lecco));
    }

    [Fact]
    public async Task Given_a_form_that_was_sent_then_its_text_is_gone_and_one_that_comes_late_is_not_kept()
    {
        var running = await _given.RunningCaseAsync();
        var number = Number();
        await KeepAsync(_given.Lecco, number, "Detto al telefono");
        await KeepAsync(_given.Lecco, Number(), "un altro modulo", "form-other");

        await _given.DoneAsync(_given.Lecco, new RecordNote(number, running.Id, NoteChannel.Call, null, null, "no-answer", "Detto al telefono", null, null, null, false));
        await KeepAsync(_given.Lecco, number, "Detto al telef");

        Assert.Equal("form-other", Assert.Single(await FindAsync(_given.Lecco)).Form);
    }

    [Fact]
    public async Task Given_a_form_that_is_refused_then_its_text_stays()
    {
        var running = await _given.RunningCaseAsync();
        var number = Number();
        await KeepAsync(_given.Lecco, number, "Detto al telefono");

        var refused = await _given.SendAsync(new RecordNote(number, running.Id, NoteChannel.Call, null, null, "", "Detto al telefono", null, null, null, false));

        Assert.False(refused.Ok);
        Assert.Single(await FindAsync(_given.Lecco));
    }

    [Fact]
    public async Task Given_passwords_codes_or_too_much_text_then_they_are_not_stored()
    {
        await _given.DoneAsync(_given.Lecco, new KeepText(Guid.Empty, Number(), Page, "form-note", new Dictionary<string, string> { ["text"] = "sì", ["password"] = "no", ["code"] = "123456" }));
        var tooLong = await _given.SendAsync(Keep(Number(), new string('a', KeepText.LongestText)));
        var nowhere = await _given.SendAsync(Keep(Number(), "testo") with { Page = "https://altrove.example/" });

        Assert.Equal((RefusalKind.TooLarge, "casework.kept-too-long"), (tooLong.Refusal!.Kind, tooLong.Refusal.Code));
        Assert.Equal("casework.kept-incomplete", nowhere.Refusal?.Code);
        Assert.Equal(["text"], Assert.Single(await FindAsync(_given.Lecco)).Fields.Keys);
    }

    [Fact]
    public async Task Given_a_text_older_than_thirty_days_then_it_is_not_offered_and_goes_with_the_next_one()
    {
        await KeepAsync(_given.Lecco, Number(), "vecchio");
        _given.Clock.GoTo(new DateOnly(2026, 4, 20));

        Assert.Empty(await FindAsync(_given.Lecco));
        await KeepAsync(_given.Como, Number(), "nuovo");

        Assert.Equal(_given.Como.Id, Assert.Single(await _given.ReadAsync(db => db.KeptTexts.ToListAsync())).OfficerId);
    }

    private Guid Number() => Guid.CreateVersion7(_given.Clock.GetUtcNow());

    private static KeepText Keep(Guid number, string text, string form = "form-note") =>
        new(Guid.Empty, number, Page, form, new Dictionary<string, string> { ["text"] = text });

    private Task<Done> KeepAsync(Officer officer, Guid number, string text, string form = "form-note") => _given.DoneAsync(officer, Keep(number, text, form));

    private Task<IReadOnlyList<KeptForm>> FindAsync(Officer officer) => _given.DoneAsync(officer, new FindKeptText(Page));
}
