using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Cases;
using Networks.Data.Drafts;
using Networks.Data.Officers;
using Networks.Workflows.Casework.ShowCase;
using Networks.Workflows.Casework.ShowHistory;
using Networks.Workflows.Common;
using Networks.Workflows.Tests.Support;

namespace Networks.Workflows.Tests.Casework;

public sealed class ShowCaseTests : IAsyncLifetime
{
    private Given _given = null!;

    public async ValueTask InitializeAsync() => _given = await Given.NewAsync();

    public ValueTask DisposeAsync() => _given.DisposeAsync();

    [Fact]
    public async Task Given_a_case_of_two_desks_then_each_sees_the_contacts_of_its_own_firms_and_the_leading_desk_all()
    {
        var running = await _given.RunningCaseAsync();

        var owner = await CaseAsync(_given.Lecco, running.Id);
        var coDesk = await CaseAsync(_given.Como, running.Id);
        var auditor = await CaseAsync(await _given.WatcherAsync(OfficerRoles.Auditor), running.Id);

        Assert.All(owner.Firms, f => Assert.NotNull(f.Contact));
        Assert.Equal([false, true], coDesk.Firms.Select(f => f.Contact is not null));
        Assert.All(auditor.Firms, f => Assert.Null(f.Contact));
        Assert.Equal(new CaseMay(false, false, false, false, false), auditor.May);
        Assert.Equal((true, false, false), (coDesk.May.Note, coDesk.May.Manage, coDesk.May.Correct));
    }

    [Fact]
    public async Task Given_a_desk_whose_firm_is_not_confirmed_or_a_lead_then_the_case_does_not_exist_for_it()
    {
        var running = await _given.RunningCaseAsync();
        var lead = await _given.WatcherAsync(OfficerRoles.Lead);
        foreach (var officer in new[] { _given.Monza, lead })
        {
            _given.Actor = Actor.Of(officer);
            Assert.Equal(RefusalKind.NotFound, (await _given.SendAsync(new ShowCase(running.Id))).Refusal?.Kind);
        }
    }

    [Fact]
    public async Task Given_a_round_then_the_title_counts_the_yeses_and_each_firm_has_its_state_of_the_text()
    {
        var id = await _given.CaseInDraftingAsync(firms: 3);
        await _given.SilentRoundAsync(id, new DateOnly(2026, 3, 24));
        await _given.WriteAsync(async db =>
        {
            var round = await db.ApprovalRounds.SingleAsync();
            round.Answers[0].Record(FirmDecision.Approved, "Nome", null, null, "hash", _given.Clock.GetUtcNow());
            round.Answers[1].Record(FirmDecision.Objected, "Nome", "7", "troppo", null, _given.Clock.GetUtcNow());
        });

        var view = await CaseAsync(_given.Lecco, id);

        Assert.Equal(("approval", 1, 3), (view.Head.State.Key, (int)view.Head.State.Values[0], (int)view.Head.State.Values[1]));
        Assert.Equal([TextState.Current, TextState.Objects, TextState.Silent], view.Firms.Select(f => f.Text));
        Assert.Equal("7", view.Firms[1].Clause);
        await _given.WriteAsync(async db => (await db.ApprovalRounds.SingleAsync()).Supersede(_given.Clock.GetUtcNow()));
        Assert.Equal(TextState.Earlier, (await CaseAsync(_given.Lecco, id)).Firms[0].Text);
    }

    [Fact]
    public async Task Given_one_entry_missing_then_the_effect_line_names_firm_and_chamber_and_with_all_of_them_it_asks_for_a_person()
    {
        var (id, filings) = await _given.CaseWithFilingsAsync(new DateOnly(2026, 3, 2), new DateOnly(2026, 3, 6), null);

        var before = (await CaseAsync(_given.Lecco, id)).Effect!;
        await _given.WriteAsync(async db => (await db.Filings.SingleAsync(f => f.Id == filings[1])).Enter(new DateOnly(2026, 3, 9)));
        var after = (await CaseAsync(_given.Lecco, id)).Effect!;

        Assert.Equal(("missing-contractual", "Alfa 2 Srl", "Como-Lecco"), (before.Sentence, before.Missing[0].Who, before.Missing[0].Chamber));
        Assert.Equal(("to-confirm", new DateOnly(2026, 3, 9), false), (after.Sentence, after.Day!.Value, after.IsConfirmed));
    }

    [Fact]
    public async Task Given_a_case_that_moved_on_then_tracker_turns_and_history_tell_it()
    {
        var id = await _given.CaseInDraftingAsync(firms: 2);
        _given.Clock.GoTo(new DateOnly(2026, 3, 12));
        await _given.SilentRoundAsync(id, new DateOnly(2026, 3, 24));
        _given.Clock.GoTo(new DateOnly(2026, 3, 18));

        var view = await CaseAsync(_given.Lecco, id);

        Assert.Equal([CasePhase.Intake, CasePhase.Drafting, CasePhase.Signing, CasePhase.Registration, CasePhase.FollowUp], view.Phases.Select(p => p.Phase));
        Assert.Equal((new DateOnly(2026, 3, 10), true), (view.Phases[1].From!.Value, view.Phases[1].IsHere));
        Assert.Equal(["OwnDesk 3", "Firm 4"], view.Turns.Shares.Select(s => $"{s.Party} {s.WorkingDays}"));
        Assert.Equal([2, 1], view.History.Select(r => r.Number));
        Assert.Contains("waiting-firms", view.Missing.Select(m => m.Row.Sentence.Key));
    }

    [Fact]
    public async Task Given_a_long_history_then_its_pages_hold_every_row_once()
    {
        var running = await _given.RunningCaseAsync();
        for (var i = 0; i < 120; i++)
        {
            await _given.DoneAsync(_given.Lecco, new Workflows.Casework.RecordNote.RecordNote(Guid.Empty, running.Id, Workflows.Casework.RecordNote.NoteChannel.Mail, null, null, "other", $"nota {i}", null, null, null, true));
        }

        var first = await _given.DoneAsync(_given.Lecco, new ShowHistory(running.Id, null));
        var second = await _given.DoneAsync(_given.Lecco, new ShowHistory(running.Id, first.Before));

        Assert.Equal(Enumerable.Range(1, 121).Reverse(), first.Rows.Concat(second.Rows).Select(r => r.Number));
        Assert.Null(second.Before);
    }

    private Task<CaseView> CaseAsync(Officer officer, CaseId id) => _given.DoneAsync(officer, new ShowCase(id));
}
