using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Networks.Data;
using Networks.Data.Cases;
using Networks.Data.EnterpriseNetworks;
using Networks.Data.Officers;
using Networks.Workflows.Common;
using Networks.Workflows.Engine;
using Networks.Workflows.Engine.Moving;
using Networks.Workflows.Processes;
using Networks.Workflows.Tests.Support;

namespace Networks.Workflows.Tests.Engine.Moving;

/// <summary>Who may move networks, one by one and in groups, and what each of them learns by it.</summary>
public sealed class MoveRightsTests : IAsyncLifetime
{
    private Given _given = null!;
    private CaseId _case;

    public async ValueTask InitializeAsync()
    {
        _given = await Given.NewAsync(services => services.AddSingleton(new ProcessStart(FormNetworkV1.ProcessName, 2, new DateOnly(2026, 3, 11))));
        _case = (await _given.CaseInSigningAsync()).Id;
        _given.Clock.GoTo(new DateOnly(2026, 3, 11));
    }

    public ValueTask DisposeAsync() => _given.DisposeAsync();

    [Fact]
    public async Task Given_the_leading_desk_then_it_reads_names_and_may_move()
    {
        var trial = await _given.DoneAsync(_given.Lecco, new PreviewMove(_case));

        Assert.Equal("Rete Prova", trial.Network);
        Assert.Contains(trial.Lines, l => l.Contains("Alfa 1 Srl", StringComparison.Ordinal));
        await _given.DoneAsync(_given.Lecco, new MoveCase(Ids.New(_given.Clock), _case, trial.To, trial.Fingerprint!));
        Assert.Contains("engine.version-moved", await _given.HistoryAsync(_case));
    }

    [Fact]
    public async Task Given_a_co_desk_then_it_may_neither_try_nor_move_nor_list()
    {
        Assert.Equal(RefusalKind.NotAllowed, (await _given.SendAsAsync(Actor.Of(_given.Como), new PreviewMove(_case))).Refusal?.Kind);
        Assert.Equal(RefusalKind.NotAllowed, (await _given.SendAsAsync(Actor.Of(_given.Como), new MoveCase(Ids.New(_given.Clock), _case, 2, "x"))).Refusal?.Kind);
        Assert.Equal(RefusalKind.NotAllowed, (await _given.SendAsAsync(Actor.Of(_given.Como), new TakeMoveBack(Ids.New(_given.Clock), _case))).Refusal?.Kind);
        Assert.NotNull((await _given.SendAsAsync(Actor.Of(_given.Lecco), new ListMovable())).Refusal);
    }

    [Theory]
    [InlineData(OfficerRoles.Administrator)]
    [InlineData(OfficerRoles.Lead)]
    public async Task Given_who_moves_in_groups_then_the_list_has_numbers_for_names_and_each_is_moved(OfficerRoles role)
    {
        var mover = await OfficerAsync(role);

        var list = await _given.DoneAsync(mover, new ListMovable());

        var row = Assert.Single(list.Rows);
        Assert.Equal((2, 1, 1, "N-2026-0001", "Desk di Lecco", CasePhase.Signing), (list.Version, list.Running, list.Older, row.Reference, row.Desk, row.Phase));
        Assert.Equal("N-2026-0001", row.Preview.Network);
        Assert.DoesNotContain(row.Preview.Lines, l => l.Contains("Alfa", StringComparison.Ordinal) || l.Contains("Prova", StringComparison.Ordinal));
        Assert.Contains("Resta com'è, con il suo termine: «Firmare e caricare» (4).", row.Preview.Lines);

        await _given.DoneAsync(mover, new MoveListed(Ids.New(_given.Clock), _case, 2, row.Preview.Fingerprint!));

        Assert.Empty((await _given.DoneAsync(mover, new ListMovable())).Rows);
    }

    [Fact]
    public async Task Given_a_lead_of_another_programme_then_its_list_is_empty()
    {
        var elsewhere = ProgrammeId.New(_given.Clock);
        var lead = AssociationId.New(_given.Clock);
        var officer = new Officer(OfficerId.New(_given.Clock), lead, "Altrove Guida", "altrove@mail.example", OfficerRoles.Lead);
        await _given.WriteAsync(db =>
        {
            db.Add(new Data.Programmes.Programme(elsewhere, "ALE", "Art Lab Net", new LeadPartner(lead)) { Territory = "Altrove" });
            db.Add(new Data.Associations.Association(lead, elsewhere, "Altra associazione", "Altro desk", Data.Associations.AssociationKind.Desk));
            db.Add(officer);
            return Task.CompletedTask;
        });

        Assert.Empty((await _given.DoneAsync(officer, new ListMovable())).Rows);
        Assert.Equal(RefusalKind.NotFound, (await _given.SendAsAsync(Actor.Of(officer), new PreviewMove(_case))).Refusal?.Kind);
    }

    [Fact]
    public async Task Given_a_closed_case_then_it_is_not_listed_and_not_moved()
    {
        await _given.WriteAsync(async db => (await db.Cases.SingleAsync()).CloseWithoutOutcome(new DateOnly(2026, 3, 11), "no-agreement"));
        await _given.EngineAsync(_case, (engine, @case) => engine.SignalAsync(@case, CaseSignals.Abandoned, Guid.Empty, default));

        Assert.Equal("moving.not-running", (await _given.SendAsAsync(Actor.Of(_given.Lecco), new PreviewMove(_case))).Refusal?.Code);
        Assert.Empty((await _given.DoneAsync(await OfficerAsync(OfficerRoles.Administrator), new ListMovable())).Rows);
    }

    private async Task<Officer> OfficerAsync(OfficerRoles role)
    {
        var lead = await _given.ReadAsync(db => db.Associations.Where(a => a.Name == "Assolombarda").Select(a => a.Id).SingleAsync());
        var officer = new Officer(OfficerId.New(_given.Clock), lead, $"Persona {role}", $"{role.ToString().ToLowerInvariant()}@mail.example", role);
        await _given.WriteAsync(db =>
        {
            db.Add(officer);
            return Task.CompletedTask;
        });
        return officer;
    }
}
