using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Cases;
using Networks.Data.EnterpriseNetworks;
using Networks.Workflows.Common;
using Networks.Workflows.Incubation.CompleteHealthCheck;
using Networks.Workflows.Incubation.ShowNetworkLife;
using Networks.Workflows.Intake.ConfirmFirm;
using Networks.Workflows.Intake.TakeInNetwork;
using Networks.Workflows.Tests.Support;

namespace Networks.Workflows.Tests.Incubation;

public sealed class TakeInTests : IAsyncLifetime
{
    private static readonly string _two = $"Trafile Nibbio Srl {InventedIdentifiers.Vat(1)}; LC-210001; 18/3/2021\nMolle Corvo Srl {InventedIdentifiers.Vat(2)}; LC-210002; 22/3/2021";

    private Given _given = null!;

    public async ValueTask InitializeAsync() => _given = await Given.NewAsync();

    public ValueTask DisposeAsync() => _given.DisposeAsync();

    [Fact]
    public async Task Given_an_existing_network_when_it_is_taken_in_then_the_health_check_comes_first_and_nothing_is_invented()
    {
        var taken = await _given.DoneAsync(_given.Lecco, Request(_two));

        var check = await _given.DoneAsync(_given.Lecco, new ShowHealthCheck(taken.Case));
        Assert.Equal((new DateOnly(2021, 3, 22), true, true), (check.Computed!.Value, check.IsOpen, check.MayComplete));
        Assert.Contains(check.Findings, f => f is { Code: "pec", Text: "Trafile Nibbio Srl: manca la PEC." } && f.Source.Length > 0);
        Assert.Contains(check.Findings, f => f.Code == "representative");
        Assert.Equal(["check-health Open"], await _given.TasksAsync(taken.Case));
        Assert.Equal(["intake.network-taken-in", "intake.firm-added", "intake.firm-added", "engine.phase-entered"], await _given.HistoryAsync(taken.Case));

        await _given.DoneAsync(_given.Lecco, new CompleteHealthCheck(taken.Case, new DateOnly(2021, 3, 22)) { OperationId = Ids.New(_given.Clock) });

        var life = await _given.DoneAsync(_given.Lecco, new ShowNetworkLife(taken.Case));
        Assert.Equal((true, new DateOnly(2021, 3, 22), new DateOnly(2026, 3, 10)), (life.IsIncubated, life.EffectOn!.Value, life.TakenInOn!.Value));
        Assert.Equal(["renewal 2028-12-22", "yearly-check 2027-02-01"], life.Duties.Select(d => $"{d.Kind} {d.DueOn:O}").Order(StringComparer.Ordinal));
        Assert.Equal((CaseStatus.InEffect, CasePhase.FollowUp), await _given.ReadAsync(async db =>
        {
            var @case = await db.Cases.SingleAsync(c => c.Id == taken.Case);
            return (@case.Status, @case.Phase);
        }));
        await _given.GoAndSweepAsync(new DateOnly(2026, 3, 11));
        Assert.Contains("send-pulse Open", await _given.TasksAsync(taken.Case));
    }

    [Fact]
    public async Task Given_an_entry_that_nobody_knows_when_the_check_is_done_then_the_extract_decides_and_the_gap_stays()
    {
        var taken = await _given.DoneAsync(_given.Lecco, Request($"Trafile Nibbio Srl {InventedIdentifiers.Vat(1)}; LC-210001; 2021-03-18\nMolle Corvo Srl {InventedIdentifiers.Vat(2)}"));

        Assert.Equal("incubation.effect-before-deed", (await RefusedAsync(new CompleteHealthCheck(taken.Case, new DateOnly(2021, 2, 1)))).Code);
        await _given.DoneAsync(_given.Lecco, new CompleteHealthCheck(taken.Case, new DateOnly(2021, 4, 1)) { OperationId = Ids.New(_given.Clock) });

        Assert.Contains((await _given.DoneAsync(_given.Lecco, new ShowNetworkLife(taken.Case))).Health, f => f.Text == "Molle Corvo Srl: manca la data di iscrizione del contratto sulla sua posizione.");
        Assert.Equal("incubation.checked-already", (await RefusedAsync(new CompleteHealthCheck(taken.Case, new DateOnly(2021, 4, 1)))).Code);
    }

    [Fact]
    public async Task Given_a_firm_of_another_desk_when_the_network_is_taken_in_then_its_desk_says_yes_although_the_deed_is_old()
    {
        var como = await _given.FirmAsync(_given.Como, 3);
        var taken = await _given.DoneAsync(_given.Lecco, Request($"{_two}\n{InventedIdentifiers.Vat(3)}; CO-210003; 20/3/2021"));
        Assert.Equal(1, taken.DesksAsked);
        var participant = await _given.ParticipantAsync(taken.Case, como);

        await _given.DoneAsync(_given.Como, new ConfirmFirm(taken.Case, participant.Id, FirmReply.TakesPart) { OperationId = Ids.New(_given.Clock), How = "phone" });

        Assert.Equal(["confirm-firm Done confirmed", "check-health Open"], await _given.TasksAsync(taken.Case));
    }

    [Fact]
    public async Task Given_a_network_with_legal_personality_then_its_own_entry_counts_and_the_annual_statement_is_due()
    {
        var taken = await _given.DoneAsync(_given.Lecco, Request(_two) with { Kind = NetworkKind.LegalEntity, SeatProvince = "lc", OwnEntryOn = new DateOnly(2021, 5, 3), HasFund = true, Body = "Consiglio di rete" });
        await _given.DoneAsync(_given.Lecco, new CompleteHealthCheck(taken.Case, new DateOnly(2021, 5, 3)) { OperationId = Ids.New(_given.Clock) });

        var life = await _given.DoneAsync(_given.Lecco, new ShowNetworkLife(taken.Case));

        Assert.Equal(new DateOnly(2027, 3, 1), life.StatementOn);
        Assert.Contains(life.Duties, d => d.Kind == "annual-statement" && d.DueOn == new DateOnly(2027, 3, 1));
        Assert.All(life.Contributions, c => Assert.Equal((null, null, null), (c.DueOn, c.DueCents, c.PaidCents)));
    }

    [Fact]
    public async Task Given_lines_that_cannot_be_read_when_a_network_is_taken_in_then_each_is_told_with_its_cure()
    {
        var refusal = await RefusedAsync(Request(
            $"Alfa Srl {InventedIdentifiers.Vat(1)}; 18/3/2021\nBeta Srl {InventedIdentifiers.Vat(2)}; LC-210002; 31/2/2021\nGamma Srl {InventedIdentifiers.Vat(3)}; LC-210003; 1/1/2030") with
        { DeedOn = new DateOnly(2031, 1, 1) });

        Assert.Equal(["intake.deed-to-come", "intake.line-rea-missing", "intake.line-unreadable", "intake.line-day-to-come"], refusal.All.Select(r => r.Code));
        Assert.Equal(["intake.network-name-missing", "intake.kind-missing", "intake.deed-day-missing", "intake.firms-missing"], (await RefusedAsync(new TakeInNetwork(" ", null, null, "  "))).All.Select(r => r.Code));
    }

    private TakeInNetwork Request(string firms) => new("Rete Trafile", NetworkKind.Contractual, new DateOnly(2021, 3, 10), firms)
    {
        OperationId = Ids.New(_given.Clock),
        ContractNumber = "4411/2021",
        DurationYears = 5,
        RenewalYears = 3,
        NoticeMonths = 3,
    };

    private async Task<Refusal> RefusedAsync<T>(MediatR.IRequest<Result<T>> request)
    {
        _given.Actor = Actor.Of(_given.Lecco);
        return (await _given.SendAsync(request)).Refusal!;
    }
}
