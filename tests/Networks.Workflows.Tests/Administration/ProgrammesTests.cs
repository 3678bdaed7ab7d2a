using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Networks.Data;
using Networks.Data.Reference;
using Networks.Workflows.Administration.ConfirmFact;
using Networks.Workflows.Administration.EditProgramme;
using Networks.Workflows.Administration.ListProgrammes;
using Networks.Workflows.Common;
using Networks.Workflows.Rules;
using Networks.Workflows.Tests.Support;

namespace Networks.Workflows.Tests.Administration;

public sealed class ProgrammesTests : IAsyncLifetime
{
    private const string StatementFee = "annual-statement-registry";

    private static readonly DateOnly _today = new(2026, 3, 10);

    private Given _given = null!;

    public async ValueTask InitializeAsync() => _given = await Given.NewAsync();

    public ValueTask DisposeAsync() => _given.DisposeAsync();

    [Fact]
    public async Task Given_a_fact_to_verify_when_it_is_verified_then_it_counts_from_its_day_and_can_be_taken_back()
    {
        Assert.True(Fact(await ListAsync()).ShippedToVerify);
        var fact = await _given.AdministeredAsync(Confirm(63_00));

        Assert.Equal((63_00, "Ada Verifica"), (Fact(await ListAsync()).Value!.Value, Fact(await ListAsync()).ConfirmedBy));
        var (fees, _) = await OnAsync(_today);
        Assert.Equal((63_00L, false), (fees.RegistryOfAnnualStatement.Cents, fees.RegistryOfAnnualStatement.ToVerify));
        Assert.True((await OnAsync(_today.AddDays(-1))).Fees.RegistryOfAnnualStatement.ToVerify);

        await _given.AdministeredAsync(new WithdrawFact(fact) { OperationId = NewId() });
        Assert.Equal(62_70, (await OnAsync(_today)).Fees.RegistryOfAnnualStatement.Cents);
        Assert.Equal(1, await _given.ReadAsync(db => db.ConfirmedFacts.CountAsync()));
    }

    [Fact]
    public async Task Given_a_verified_term_then_the_rules_use_it_and_another_programme_does_not()
    {
        await _given.AdministeredAsync(Confirm(20) with { Item = FactBook.RegistrationTaxTerm });

        var (_, facts) = await OnAsync(_today);
        Assert.Equal((20, false), (facts.RegistrationTaxTermDays.Value, facts.RegistrationTaxTermDays.ToVerify));
        await using var scope = _given.Services.CreateAsyncScope();
        var other = await scope.ServiceProvider.GetRequiredService<FactBook>().OnAsync(ProgrammeId.New(_given.Clock), _today, CancellationToken.None);
        Assert.Equal(30, other.Facts.RegistrationTaxTermDays.Value);
    }

    [Fact]
    public async Task Given_the_programme_when_its_data_and_targets_change_then_the_journal_keeps_before_and_after()
    {
        await _given.AdministeredAsync(new EditProgramme("Punto Alleanze", "Lombardia", new DateOnly(2026, 1, 1), new DateOnly(2028, 12, 31), 100_000_00, 6) { OperationId = NewId() });
        await _given.AdministeredAsync(new SetTargets(new Dictionary<string, int> { ["signed"] = 40 }) { OperationId = NewId() });
        await _given.AdministeredAsync(new SetTargets(new Dictionary<string, int>()) { OperationId = NewId() });

        var list = await ListAsync();
        Assert.Equal(("Punto Alleanze", 6), (list.Programmes.Single(p => p.IsOwn).Name, list.Own.SmallCell!.Value));
        Assert.All(list.Own.Targets, t => Assert.Null(t.Value));
        var lines = await _given.ReadAsync(db => db.Journal.AsNoTracking().OrderBy(j => j.Number).ToListAsync());
        Assert.Equal("Punto Alleanze Lombardia > Punto Alleanze", lines[0].Facts["name"]);
        Assert.DoesNotContain("territory", lines[0].Facts.Keys);
        Assert.Equal([" > 40", "40 > "], lines.Skip(1).Select(l => l.Facts["signed"]));
    }

    [Fact]
    public async Task Given_values_that_cannot_be_then_each_is_refused_in_words_and_a_desk_finds_nothing()
    {
        var administrator = Given.AdministratorOf(_given.Lecco);
        var programme = await _given.SendAsAsync(administrator, new EditProgramme(" ", null, _today, _today.AddDays(-1), -1, null) { OperationId = NewId() });
        var cell = await _given.SendAsAsync(administrator, new EditProgramme("Nome", null, null, null, null, 3) { OperationId = NewId() });
        var target = await _given.SendAsAsync(administrator, new SetTargets(new Dictionary<string, int> { ["signed"] = -1 }) { OperationId = NewId() });
        var fact = await _given.SendAsAsync(administrator, new ConfirmFact("nothing", -1, null, null, null, null) { OperationId = NewId() });
        var tomorrow = await _given.SendAsAsync(administrator, Confirm(1) with { ConfirmedOn = _today.AddDays(1) });

        Assert.Equal(["administration.programme-name", "administration.programme-until", "administration.programme-budget"], programme.Refusal!.All.Select(r => r.Code));
        Assert.Equal("administration.small-cell", cell.Refusal?.Code);
        Assert.Equal("administration.target", target.Refusal?.Code);
        Assert.Equal(6, fact.Refusal!.All.Count());
        Assert.Equal("administration.fact-on", tomorrow.Refusal?.Code);
        Assert.Equal("common.not-found", (await _given.SendAsAsync(Actor.Of(_given.Lecco), new ListProgrammes())).Refusal?.Code);
    }

    private ConfirmFact Confirm(long value) =>
        new(StatementFee, value, _today, "Tabella dei diritti", "Ada Verifica", _today) { OperationId = NewId() };

    private Guid NewId() => Ids.New(_given.Clock);

    private Task<ProgrammeList> ListAsync() => _given.AdministeredAsync(new ListProgrammes());

    private static FactRow Fact(ProgrammeList list) => list.Own.Facts.Single(f => f.Item == StatementFee);

    private async Task<(FeeTable Fees, VerifiableFacts Facts)> OnAsync(DateOnly day)
    {
        await using var scope = _given.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<FactBook>().OnAsync(_given.Programme, day, CancellationToken.None);
    }
}
