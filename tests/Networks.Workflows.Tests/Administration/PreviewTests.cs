using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Administration;
using Networks.Data.Duties;
using Networks.Data.Outbox;
using Networks.Data.Work;
using Networks.Workflows.Administration;
using Networks.Workflows.Administration.AddClosingDays;
using Networks.Workflows.Administration.PreviewEndClosing;
using Networks.Workflows.Administration.PreviewFact;
using Networks.Workflows.Administration.PreviewProgramme;
using Networks.Workflows.Common;
using Networks.Workflows.Tests.Support;
using Networks.Workflows.Upkeep.MendParked;

namespace Networks.Workflows.Tests.Administration;

/// <summary>What an act of the administration would change, before it is done.</summary>
public sealed class PreviewTests : IAsyncLifetime
{
    private static readonly DateOnly _today = new(2026, 3, 10);

    private Given _given = null!;

    public async ValueTask InitializeAsync() => _given = await Given.NewAsync();

    public ValueTask DisposeAsync() => _given.DisposeAsync();

    [Fact]
    public async Task Given_another_period_and_name_when_it_is_looked_at_then_the_open_cases_outside_are_named_and_nothing_is_changed()
    {
        var id = await _given.CaseAsync(await _given.FirmAsync(_given.Lecco, 1));
        var reference = await _given.ReadAsync(db => db.Cases.Where(c => c.Id == id).Select(c => c.Reference).SingleAsync());

        var preview = await _given.AdministeredAsync(new PreviewProgramme("Punto Nuovo", "Lombardia", _today.AddDays(1), null, null, null));

        Assert.Contains(preview.Changes, c => c.Contains("Punto Nuovo", StringComparison.Ordinal) && c.Contains("Punto Alleanze Lombardia", StringComparison.Ordinal));
        Assert.Contains(preview.Changes, c => c.Contains(reference, StringComparison.Ordinal));
        Assert.All(preview.Changes, c => Assert.DoesNotContain("[", c, StringComparison.Ordinal));
        Assert.Equal("Punto Alleanze Lombardia", await _given.ReadAsync(db => db.Programmes.Select(p => p.Name).SingleAsync()));
        Assert.Equal(Words.Say("administration.preview-nothing"), Assert.Single((await _given.AdministeredAsync(new PreviewProgramme("Punto Alleanze Lombardia", "Lombardia", null, null, null, null))).Changes));
    }

    [Fact]
    public async Task Given_wrong_values_when_they_are_looked_at_then_they_are_refused_as_the_edit_refuses_them()
    {
        async Task<string?> CodeAsync<T>(MediatR.IRequest<Result<T>> request) => (await _given.SendAsAsync(Given.AdministratorOf(_given.Lecco), request)).Refusal?.Code;

        Assert.Equal("administration.programme-until", await CodeAsync(new PreviewProgramme("Punto", null, _today, _today.AddDays(-1), null, null)));
        Assert.Equal("administration.small-cell", await CodeAsync(new PreviewProgramme("Punto", null, null, null, null, 1)));
        Assert.Equal("administration.target", await CodeAsync(new PreviewTargets(new Dictionary<string, int> { ["nothing"] = 1 })));
        Assert.Equal("administration.fact-item", await CodeAsync(new PreviewFact("nothing", 1, _today, "G.U.", "Ada Verifica", _today)));
        Assert.Equal("administration.fact-on", await CodeAsync(new PreviewFact(FactBook.RegistrationTax, 1, _today, "G.U.", "Ada Verifica", _today.AddDays(1))));
        Assert.Equal("common.not-found", await CodeAsync(new PreviewEndClosing(Ids.New(_given.Clock))));
    }

    [Fact]
    public async Task Given_targets_and_a_fact_when_they_are_looked_at_then_before_and_after_and_the_terms_that_stay_are_told()
    {
        var id = await _given.CaseAsync(await _given.FirmAsync(_given.Lecco, 1));
        await _given.WriteAsync(db =>
        {
            db.Add(new Duty(Ids.New(_given.Clock), id, "tax-registration", new DateOnly(2026, 4, 9), DutySource.Law, "art. 13 TUR"));
            return Task.CompletedTask;
        });

        var targets = await _given.AdministeredAsync(new PreviewTargets(new Dictionary<string, int> { ["signed"] = 40 }));
        var fact = await _given.AdministeredAsync(new PreviewFact(FactBook.RegistrationTaxTerm, 20, _today, "G.U. inventata", "Ada Verifica", _today));

        Assert.Equal(new TargetChange("signed", null, 40), Assert.Single(targets.Targets));
        Assert.Contains(fact.Changes, c => c.Contains("20", StringComparison.Ordinal) && c.Contains("30", StringComparison.Ordinal));
        Assert.Contains(fact.Changes, c => c.Contains("N-2026-0001", StringComparison.Ordinal) && c.Contains("09/04/2026", StringComparison.Ordinal));
        Assert.Empty(await _given.ReadAsync(db => db.ConfirmedFacts.ToListAsync()));
    }

    [Fact]
    public async Task Given_closing_days_when_their_removal_is_looked_at_then_days_and_terms_given_meanwhile_are_told_and_nothing_is_removed()
    {
        var closing = await _given.AdministeredAsync(new AddClosingDays(new ClosingOwner(_given.Lecco.AssociationId, null).Word, nameof(ClosingKind.Closed), "Trasloco", _today.AddDays(1), _today.AddDays(2), EveryYear: false, Corrects: null) { OperationId = Ids.New(_given.Clock) });
        await _given.CaseAsync(await _given.FirmAsync(_given.Lecco, 1));
        var given = await _given.ReadAsync(db => db.WorkItems.CountAsync(i => i.Status == WorkItemStatus.Open && i.DueOn > _today));

        var preview = await _given.AdministeredAsync(new PreviewEndClosing(closing));

        Assert.Equal(("Trasloco", 2, given), (preview.Name, preview.WorkingDays, preview.Total));
        Assert.True(given > 0);
        Assert.Null(await _given.ReadAsync(db => db.ClosingDays.Select(d => d.EndedAt).SingleAsync()));
        Assert.Equal("common.not-found", (await _given.SendAsAsync(Given.AdministratorOf(_given.Como), new PreviewEndClosing(closing))).Refusal?.Code);
    }

    [Fact]
    public async Task Given_failed_mails_without_a_case_when_several_are_sent_again_then_it_is_looked_at_first_and_one_that_is_gone_holds_up_none()
    {
        var mail = new OutboxMessage(Ids.New(_given.Clock), "security.invited", "ada@mail.example", "Invito", "testo", _given.Clock.GetUtcNow()) { Status = OutboxStatus.Failed };
        await _given.WriteAsync(db =>
        {
            db.Add(mail);
            return Task.CompletedTask;
        });
        var gone = Ids.New(_given.Clock);

        var look = await _given.AdministeredAsync(new MendParked(Ids.New(_given.Clock), [mail.Id, gone], [gone], Confirmed: false));
        Assert.Equal(OutboxStatus.Failed, await StatusAsync());
        var done = await _given.AdministeredAsync(new MendParked(Ids.New(_given.Clock), [mail.Id, gone], [gone], Confirmed: true));

        Assert.Equal([null, "mail.not-failed", "engine.not-parked"], look.Rows.Select(r => r.Code));
        Assert.Equal([null, "mail.not-failed", "engine.not-parked"], done.Rows.Select(r => r.Code));
        Assert.Equal(OutboxStatus.Queued, await StatusAsync());
        Assert.Equal("common.not-found", (await _given.SendAsAsync(Actor.Of(_given.Lecco), new MendParked(Ids.New(_given.Clock), [mail.Id], [], Confirmed: true))).Refusal?.Code);

        Task<OutboxStatus> StatusAsync() => _given.ReadAsync(db => db.Outbox.Where(m => m.Id == mail.Id).Select(m => m.Status).SingleAsync());
    }
}
