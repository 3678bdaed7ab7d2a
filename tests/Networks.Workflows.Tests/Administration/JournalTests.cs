using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Networks.Data;
using Networks.Data.Officers;
using Networks.Workflows.Access;
using Networks.Workflows.Administration;
using Networks.Workflows.Administration.AddClosingDays;
using Networks.Workflows.Administration.ListJournal;
using Networks.Workflows.Administration.ProveJournal;
using Networks.Workflows.Casework.ShowHistory;
using Networks.Workflows.Common;
using Networks.Workflows.Tests.Support;

namespace Networks.Workflows.Tests.Administration;

public sealed class JournalTests : IAsyncLifetime
{
    private static readonly ListJournal _everything = new(null, null, null, null, null, null);

    private Given _given = null!;

    public async ValueTask InitializeAsync() => _given = await Given.NewAsync();

    public ValueTask DisposeAsync() => _given.DisposeAsync();

    [Fact]
    public async Task Given_acts_sign_ins_refusals_and_files_then_each_is_a_row_of_its_own_association_with_who_and_what()
    {
        var id = await _given.CaseAsync(await _given.FirmAsync(_given.Lecco, 1));
        await CloseADayAsync(_given.Lecco);
        await CloseADayAsync(_given.Como);
        await _given.SendAsAsync(Actor.Of(_given.Como), new ShowHistory(id, null));
        Notes.Note(_given.Como.AssociationId, JournalKinds.SignIn, "password", _given.Como.Id);
        Notes.Note(Actor.Of(_given.Lecco), JournalKinds.File, "/firms");

        var lecco = await _given.AdministeredAsync(_everything);
        var como = (await _given.SendAsAsync(Given.AdministratorOf(_given.Como), _everything)).Value;

        Assert.Equal(["act", "case", "file"], lecco.Rows.Select(r => r.Kind).Distinct().Order(StringComparer.Ordinal));
        Assert.Equal(["act", "refused", "sign-in"], como.Rows.Select(r => r.Kind).Order(StringComparer.Ordinal));
        Assert.All(lecco.Rows, r => Assert.Equal("Persona Lecco", r.Who));
        Assert.All(lecco.Rows.Concat(como.Rows), r => Assert.DoesNotContain("[", r.Sentence, StringComparison.Ordinal));
        Assert.Null(como.Rows.Single(r => r.Kind == "refused").Reference);
        Assert.DoesNotContain(como.People, p => p.Name == "Persona Lecco");
    }

    [Fact]
    public async Task Given_somebody_of_the_lead_association_then_all_of_the_programme_is_shown_and_filters_narrow_it()
    {
        var id = await _given.CaseAsync(await _given.FirmAsync(_given.Lecco, 1));
        var reference = await _given.ReadAsync(db => db.Cases.Where(c => c.Id == id).Select(c => c.Reference).SingleAsync());
        await CloseADayAsync(_given.Lecco);
        await CloseADayAsync(_given.Como);
        Notes.Note(association: null, JournalKinds.SignInRefused, "password", officer: null);

        Assert.Equal(4, (await LeadAsync(_everything)).Rows.Select(r => (r.Kind, r.Association)).Distinct().Count());
        Assert.Equal("Persona Como", Assert.Single((await LeadAsync(_everything with { Person = _given.Como.Id })).Rows).Who);
        Assert.All((await LeadAsync(_everything with { Reference = reference })).Rows, r => Assert.Equal(reference, r.Reference));
        Assert.Single((await LeadAsync(_everything with { Kind = JournalKinds.SignInRefused })).Rows);
        Assert.Empty((await LeadAsync(_everything with { Until = new DateOnly(2026, 3, 9) })).Rows);
        Assert.NotEmpty((await LeadAsync(_everything with { From = new DateOnly(2026, 3, 10), Until = new DateOnly(2026, 3, 10) })).Rows);
    }

    [Fact]
    public async Task Given_more_lines_than_a_page_then_the_pages_together_have_each_line_once()
    {
        for (var i = 0; i < (ListJournal.PageSize * 2) + 7; i++)
        {
            Notes.Note(_given.Lecco.AssociationId, JournalKinds.SignIn, "password", _given.Lecco.Id);
            if (i % 5 == 0)
            {
                _given.Clock.Advance(TimeSpan.FromSeconds(1));
            }
        }

        var (seen, before) = (0, (long?)null);
        do
        {
            var page = await _given.AdministeredAsync(_everything with { Before = before });
            seen += page.Rows.Count;
            before = page.Before;
        }
        while (before is not null);

        Assert.Equal((ListJournal.PageSize * 2) + 7, seen);
    }

    [Fact]
    public async Task Given_a_whole_journal_when_a_line_is_changed_or_the_tail_cut_then_the_proof_names_the_place()
    {
        await _given.CaseAsync(await _given.FirmAsync(_given.Lecco, 1));
        for (var i = 0; i < 3; i++)
        {
            await CloseADayAsync(_given.Lecco);
        }

        var whole = await _given.AdministeredAsync(new ProveJournal());
        Assert.Empty(whole.Faults);
        Assert.True(whole is { Lines: > 3, Cases: 1 });

        var chain = _given.Lecco.AssociationId.Value;
        await _given.ReadAsync(db => db.Journal.Where(j => j.Chain == chain && j.Number == 2).ExecuteUpdateAsync(s => s.SetProperty(j => j.Subject, "Nothing")));
        Assert.Contains(" 2 ", Assert.Single((await _given.AdministeredAsync(new ProveJournal())).Faults), StringComparison.Ordinal);

        await _given.ReadAsync(db => db.Journal.Where(j => j.Chain == chain && j.Number >= 2).ExecuteDeleteAsync());
        Assert.Contains("3", Assert.Single((await _given.AdministeredAsync(new ProveJournal())).Faults), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Given_people_at_work_while_everything_is_proved_then_no_fault_is_told()
    {
        var id = await _given.CaseAsync(await _given.FirmAsync(_given.Lecco, 1));
        var work = Task.Run(
            async () =>
            {
                for (var i = 0; i < 100; i++)
                {
                    await _given.NoteAsync(id);
                    await CloseADayAsync(_given.Lecco);
                }
            },
            TestContext.Current.CancellationToken);

        var faults = new List<string>();
        do
        {
            faults.AddRange((await _given.AdministeredAsync(new ProveJournal())).Faults);
        }
        while (!work.IsCompleted);

        await work;
        Assert.Empty(faults);
    }

    [Fact]
    public void Given_the_acts_that_the_journal_keeps_then_each_has_its_sentence_in_every_language()
    {
        var acts = typeof(WorkflowsModule).Assembly.GetTypes()
            .Where(t => t is { IsPublic: true, IsAbstract: false } && t.IsAssignableTo(typeof(ICommand)) && t.GetCustomAttribute<AccessAttribute>() is { Right: var right } && AccessPolicy.IsJournaled(right))
            .Select(t => t.Name).ToList();

        Assert.True(acts.Count > 15, $"{acts.Count}");
        Assert.Empty(Words.Languages.SelectMany(l => acts.Where(a => !Words.Has(l, $"administration.act-{a}")).Select(a => $"{l.Name} {a}")));
    }

    private JournalNotes Notes => _given.Services.GetRequiredService<JournalNotes>();

    private async Task CloseADayAsync(Officer officer)
    {
        var done = await _given.SendAsAsync(Given.AdministratorOf(officer), new AddClosingDays(
            new ClosingOwner(officer.AssociationId, null).Word, "Closed", "Chiusura", new DateOnly(2026, 8, 14), null, false, null)
        { OperationId = Ids.New(_given.Clock) });
        Assert.True(done.Ok, done.Refusal?.Code);
    }

    private async Task<JournalPage> LeadAsync(ListJournal asked)
    {
        var lead = await _given.ReadAsync(db => db.Programmes.Select(p => p.Lead).SingleAsync());
        var answer = await _given.SendAsAsync(Actor.Person(_given.Monza.Id, lead.Association, OfficerRoles.Administrator), asked);
        Assert.True(answer.Ok, answer.Refusal?.Code);
        return answer.Value;
    }
}
