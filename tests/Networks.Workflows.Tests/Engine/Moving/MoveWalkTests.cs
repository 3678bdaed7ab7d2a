using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Networks.Data;
using Networks.Data.Cases;
using Networks.Data.EnterpriseNetworks;
using Networks.Data.Work;
using Networks.Workflows.Common;
using Networks.Workflows.Engine;
using Networks.Workflows.Engine.Moving;
using Networks.Workflows.Processes;
using Networks.Workflows.Tests.Support;

namespace Networks.Workflows.Tests.Engine.Moving;

/// <summary>
/// From every place where a network of the first version can stand: the trial says what the move does, the move does it,
/// taken back it is as before, and moved again the network comes to its effect.
/// </summary>
public sealed class MoveWalkTests
{
    [Theory]
    [InlineData(SignatureForm.DigitalStandardModel, 1, "upload-signed")]
    [InlineData(SignatureForm.NotarialDeed, 2, "record-deed")]
    public async Task Given_any_place_of_the_first_version_when_the_network_is_moved_and_back_then_it_is_as_told_and_as_before(SignatureForm form, int seed, string signing)
    {
        await using var given = await NewAsync();
        var walk = await Walk.BeginAsync(given, form);
        Tomorrow(given);
        var places = new HashSet<string>();
        do
        {
            places.UnionWith((await walk.OpenAsync()).Select(i => i.Name));
            var before = await StandingAsync(given, walk.Id);
            var trial = await given.DoneAsync(given.Lecco, new PreviewMove(walk.Id));
            Assert.Null(trial.Refusal);
            Assert.Equal(before, await StandingAsync(given, walk.Id));

            await MoveAsync(given, walk.Id, trial);
            await AssertAsToldAsync(given, walk.Id, before, trial);
            await given.DoneAsync(given.Lecco, new TakeMoveBack(Ids.New(given.Clock), walk.Id));
            Assert.Equal(before, await StandingAsync(given, walk.Id));
        }
        while (await walk.StepAsync(count => (seed * (places.Count + 3) * 7) % count) is not null);

        string[] expected = ["complete-intake", "confirm-effect", "confirm-firm", "decide-on-text", "fulfil-duty", "prepare-text", "record-outcome", "send-filing", signing];
        Assert.Equal(expected.Order(StringComparer.Ordinal), places.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("confirm-firm")]
    [InlineData("decide-on-text")]
    [InlineData("upload-signed")]
    [InlineData("record-outcome")]
    public async Task Given_a_place_of_the_first_version_when_the_network_is_moved_then_it_reaches_its_effect(string place)
    {
        await using var given = await NewAsync();
        var walk = await Walk.BeginAsync(given, SignatureForm.DigitalStandardModel);
        Tomorrow(given);
        while (!(await walk.OpenAsync()).Exists(i => i.Name == place))
        {
            await walk.StepAsync(_ => 0);
        }

        await MoveAsync(given, walk.Id, await given.DoneAsync(given.Lecco, new PreviewMove(walk.Id)));

        await walk.ToEffectAsync();
        Assert.Equal(2, await given.ReadAsync(db => db.Processes.Where(p => p.CaseId == walk.Id && !p.IsBeside).Select(p => p.Version).SingleAsync()));
    }

    [Fact]
    public async Task Given_a_moved_network_when_something_is_done_then_there_is_no_way_back_and_it_is_said_what()
    {
        await using var given = await NewAsync();
        var walk = await Walk.BeginAsync(given, SignatureForm.DigitalStandardModel);
        Tomorrow(given);
        await MoveAsync(given, walk.Id, await given.DoneAsync(given.Lecco, new PreviewMove(walk.Id)));
        Assert.True((await given.DoneAsync(given.Lecco, new PreviewMove(walk.Id))).CanTakeBack);

        await walk.StepAsync(_ => 0);

        Assert.False((await given.DoneAsync(given.Lecco, new PreviewMove(walk.Id))).CanTakeBack);
        var refusal = (await given.SendAsync(new TakeMoveBack(Ids.New(given.Clock), walk.Id))).Refusal!;
        Assert.Equal("moving.gone-on", refusal.Code);
        Assert.Contains("«Confermare l'impresa», 11 marzo 2026", Words.In(Words.Italian, refusal.Code, refusal.Values), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Given_a_trial_when_the_case_changes_before_the_move_then_nothing_is_moved()
    {
        await using var given = await NewAsync();
        var walk = await Walk.BeginAsync(given, SignatureForm.DigitalStandardModel);
        Tomorrow(given);
        var trial = await given.DoneAsync(given.Lecco, new PreviewMove(walk.Id));
        await given.ReadAsync(db => db.Cases.Where(c => c.Id == walk.Id).ExecuteUpdateAsync(set => set.SetProperty(c => c.Version, c => c.Version + 1)));

        var stale = await given.SendAsync(new MoveCase(Ids.New(given.Clock), walk.Id, trial.To, trial.Fingerprint!));

        Assert.Equal("moving.stale", stale.Refusal?.Code);
        Assert.Equal(1, await given.ReadAsync(db => db.Processes.Where(p => p.CaseId == walk.Id && !p.IsBeside).Select(p => p.Version).SingleAsync()));
        Assert.DoesNotContain("engine.version-moved", await given.HistoryAsync(walk.Id));
    }

    [Fact]
    public async Task Given_a_network_in_effect_when_it_is_moved_then_the_yearly_check_is_made_up_for_and_back_again_it_is_gone()
    {
        await using var given = await NewAsync();
        var walk = await Walk.BeginAsync(given, SignatureForm.DigitalStandardModel);
        Tomorrow(given);
        await walk.ToEffectAsync();

        var trial = await given.DoneAsync(given.Lecco, new PreviewMove(walk.Id));
        await MoveAsync(given, walk.Id, trial);

        Assert.Contains("Il servizio recupera nel passaggio: «Pianificare il controllo annuale».", trial.Lines);
        Assert.Contains(trial.Lines, l => l.StartsWith("Si chiede subito: «Curare l'adempimento» (Controllare la rete", StringComparison.Ordinal));
        Assert.Equal(new DateOnly(2027, 2, 1), await given.ReadAsync(db => db.Duties.Where(d => d.Kind == "yearly-check").Select(d => d.DueOn).SingleAsync()));

        await given.DoneAsync(given.Lecco, new TakeMoveBack(Ids.New(given.Clock), walk.Id));
        Assert.False(await given.ReadAsync(db => db.Duties.AnyAsync(d => d.Kind == "yearly-check")));
    }

    [Fact]
    public async Task Given_filings_under_way_when_the_network_is_moved_then_the_desk_is_reminded_from_then_on()
    {
        await using var given = await NewAsync();
        var walk = await Walk.BeginAsync(given, SignatureForm.DigitalStandardModel);
        Tomorrow(given);
        while (await walk.PhaseAsync() != CasePhase.Registration)
        {
            await walk.StepAsync(_ => 0);
        }

        var trial = await given.DoneAsync(given.Lecco, new PreviewMove(walk.Id));
        await MoveAsync(given, walk.Id, trial);

        Assert.Equal("Il desk avrà un promemoria dal 18 marzo 2026: «Inviare la pratica» (Alfa 1 Srl, Alfa 2 Srl, Alfa 3 Srl).", trial.Lines[0]);
        Assert.Contains("Nessuna mail parte.", trial.Lines);
        Assert.Contains("È già passato e non si chiede: «Scegliere l'impresa di riferimento».", trial.Lines);
        var timers = await given.ReadAsync(db => db.Timers.Where(t => t.CaseId == walk.Id && t.Status == TimerStatus.Pending).ToListAsync());
        Assert.Equal(3, timers.Count(t => t.Kind == TimerKind.Reminder));
        Assert.All(timers, t => Assert.Equal(new DateOnly(2026, 3, 18), BusinessCalendar.DayOf(t.DueAt)));
    }

    /// <summary>The second version comes into force on the day after the clock's first.</summary>
    private static Task<Given> NewAsync() =>
        Given.NewAsync(services => services.AddSingleton(new ProcessStart(FormNetworkV1.ProcessName, 2, new DateOnly(2026, 3, 11))));

    private static void Tomorrow(Given given) => given.Clock.GoTo(new DateOnly(2026, 3, 11));

    private static Task<MovedCase> MoveAsync(Given given, CaseId id, MovePreview trial) =>
        given.DoneAsync(given.Lecco, new MoveCase(Ids.New(given.Clock), id, trial.To, trial.Fingerprint!));

    private static async Task AssertAsToldAsync(Given given, CaseId id, string before, MovePreview trial)
    {
        var after = await StandingAsync(given, id);
        Assert.StartsWith("2\n", after, StringComparison.Ordinal);
        var added = Lines(after).Except(Lines(before)).ToList();
        var gone = Lines(before).Except(Lines(after)).ToList();
        Assert.Empty(gone.Skip(1));
        Assert.Equal(added.Count(l => l.StartsWith("item", StringComparison.Ordinal)), trial.Lines.Count(l => l.StartsWith("Si chiede subito", StringComparison.Ordinal)));
        Assert.Equal(added.Any(l => l.StartsWith("timer", StringComparison.Ordinal)), trial.Lines.Any(l => l.StartsWith("Il desk avrà un promemoria", StringComparison.Ordinal)));
        Assert.Equal("Nessuna mail parte.", trial.Lines[^1]);
        Assert.Equal(0, await given.ReadAsync(db => db.Outbox.CountAsync(m => m.CaseId == id && m.Kind.StartsWith("registration.filing"))));

        static string[] Lines(string text) => text.Split('\n');
    }

    /// <summary>Version, open tasks with everything about them, pending timers and duties: what "as before" means.</summary>
    private static Task<string> StandingAsync(Given given, CaseId id) => given.ReadAsync(async db =>
    {
        var version = await db.Processes.Where(p => p.CaseId == id && !p.IsBeside).Select(p => p.Version).SingleAsync();
        var items = await db.WorkItems.Where(i => i.CaseId == id && i.Status == WorkItemStatus.Open).ToListAsync();
        var timers = await db.Timers.Where(t => t.CaseId == id && t.Status == TimerStatus.Pending).ToListAsync();
        var duties = await db.Duties.Where(d => d.CaseId == id).ToListAsync();
        return string.Join('\n', new[] { $"{version}" }
            .Concat(items.Select(i => string.Create(CultureInfo.InvariantCulture, $"item {i.Path} {i.SubjectId} {i.DeskId} {i.ParticipantId} {i.WaitsFor} {i.DueOn:O} {i.OpenedAt:O} {i.Reminders}")).Order(StringComparer.Ordinal))
            .Concat(timers.Select(t => string.Create(CultureInfo.InvariantCulture, $"timer {t.Path} {t.Kind} {t.DueAt:O}")).Order(StringComparer.Ordinal))
            .Concat(duties.Select(d => $"duty {d.Kind} {d.DueOn:O}").Order(StringComparer.Ordinal)));
    });
}
