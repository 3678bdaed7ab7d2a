using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Networks.Data;
using Networks.Data.Cases;
using Networks.Data.Incubation;
using Networks.Workflows.Casework.ListMyTasks;
using Networks.Workflows.Common;
using Networks.Workflows.Incubation.AnswerPulse;
using Networks.Workflows.Incubation.BeginIncubation;
using Networks.Workflows.Incubation.SendPulse;
using Networks.Workflows.Incubation.SettleFirm;
using Networks.Workflows.Incubation.ShowNetworkLife;
using Networks.Workflows.Tests.Support;

namespace Networks.Workflows.Tests.Incubation;

public sealed class PulseTests(Signers signers) : IClassFixture<Signers>, IAsyncLifetime
{
    private Given _given = null!;

    public async ValueTask InitializeAsync() => _given = await Given.NewAsync(services => services.AddSingleton(signers.Trust));

    public ValueTask DisposeAsync() => _given.DisposeAsync();

    [Fact]
    public async Task Given_an_effect_when_it_is_confirmed_then_the_network_is_looked_after_and_its_phase_stays()
    {
        var id = await _given.NetworkInEffectAsync(signers);

        var life = await _given.DoneAsync(_given.Lecco, new ShowNetworkLife(id));
        Assert.Equal((true, false, new DateOnly(2026, 6, 18)), (life.IsIncubated, life.PulseDue, life.NextPulseOn!.Value));
        Assert.Equal(CasePhase.FollowUp, await _given.ReadAsync(db => db.Cases.Where(c => c.Id == id).Select(c => c.Phase).SingleAsync()));
        Assert.Equal("incubation.no-pulse-due", (await RefusedAsync(new SendPulse(Ids.New(_given.Clock), id))).Code);
        Assert.Equal("incubation.begun-already", (await RefusedAsync(new BeginIncubation(Ids.New(_given.Clock), id))).Code);
    }

    [Fact]
    public async Task Given_the_quarter_when_the_desk_sends_the_pulse_then_every_firm_has_a_link_in_its_language_and_a_task()
    {
        var id = await _given.NetworkInEffectAsync(signers);
        await _given.WriteAsync(async db => (await db.Firms.SingleAsync(f => f.Name == "Alfa 4 Srl")).Language = "fr");
        await _given.WriteAsync(async db => (await db.Firms.SingleAsync(f => f.Name == "Alfa 3 Srl")).Email = null);
        await _given.GoAndSweepAsync(new DateOnly(2026, 6, 18));
        var preview = await _given.DoneAsync(_given.Lecco, new PreviewPulse(id));
        Assert.Equal(["firm1@mail.example", "firm2@mail.example", null, "firm4@mail.example"], preview.Recipients.Select(r => r.Mailbox));

        var sent = await _given.DoneAsync(_given.Lecco, new SendPulse(Ids.New(_given.Clock), id));

        Assert.Equal((1, 3, new DateOnly(2026, 7, 2)), (sent.Number, sent.Mails, sent.LastDay));
        Assert.Equal([1, 2, 3, 4], await _given.OpenForFirmsAsync(id, "answer-pulse"));
        Assert.Contains("cinq questions", (await _given.MailAsync(id, 4, "incubation.pulse")).Subject, StringComparison.Ordinal);
        Assert.Equal(preview.Sample!.Subject, (await _given.MailAsync(id, 1, "incubation.pulse")).Subject);
    }

    [Fact]
    public async Task Given_a_bad_answer_when_it_comes_then_it_is_work_of_the_firms_desk_with_its_name()
    {
        var id = await _given.NetworkWithPulseAsync(signers);

        Assert.Equal(2, (await _given.AnswersAsync(id, 3, "Il fondo è fermo", "money", "staying")).Value.Bad);

        Assert.Equal([3], await _given.OpenForFirmsAsync(id, "see-to-answer"));
        var row = (await _given.DoneAsync(_given.Como, new ListMyTasks())).Rows.Single(r => r.Task == "see-to-answer");
        Assert.Equal("Alfa 3 Srl non va bene: i soldi del fondo, restare nella rete.", row.Sentence.What);
        Assert.Equal("common.not-allowed", (await RefusedAsync(new SettleFirm(id, await _given.ParticipantAsync(id, 3), "visto") { OperationId = Ids.New(_given.Clock) }, _given.Monza)).Code);
        await _given.DoneAsync(_given.Como, new SettleFirm(id, await _given.ParticipantAsync(id, 3), "Parlato con la titolare: resta.") { OperationId = Ids.New(_given.Clock) });
        Assert.Empty(await _given.OpenForFirmsAsync(id, "see-to-answer"));
    }

    [Fact]
    public async Task Given_silence_when_the_last_day_has_passed_then_each_silent_firm_is_a_call_for_its_desk_and_the_next_quarter_comes()
    {
        var id = await _given.NetworkWithPulseAsync(signers);
        Assert.True((await _given.AnswersAsync(id, 1)).Ok);
        await _given.GoAndSweepAsync(new DateOnly(2026, 6, 25));
        Assert.Equal(1, await _given.ReadAsync(db => db.Outbox.CountAsync(m => m.Kind == "incubation.pulse-reminder" && m.CaseId == id && m.To == "firm2@mail.example")));

        await _given.GoAndSweepAsync(new DateOnly(2026, 7, 3));

        Assert.Equal([2, 3, 4], await _given.OpenForFirmsAsync(id, "call-silent-firm"));
        Assert.True((await _given.AnswersAsync(id, 2)).Ok);
        await _given.DoneAsync(_given.Como, new WriteDownPulse(id, await _given.ParticipantAsync(id, 3), Given.Replies(), null) { OperationId = Ids.New(_given.Clock) });
        await _given.DoneAsync(_given.Monza, new SettleFirm(id, await _given.ParticipantAsync(id, 4), "Non vuole rispondere.") { OperationId = Ids.New(_given.Clock) });
        var life = await _given.DoneAsync(_given.Lecco, new ShowNetworkLife(id));
        Assert.Equal(new DateOnly(2026, 9, 18), life.NextPulseOn);
        Assert.Equal([true, true, true, false], life.Pulse!.Answers.Select(a => a.AnsweredOn is not null));
    }

    [Fact]
    public async Task Given_an_answer_when_it_is_sent_twice_or_is_not_whole_or_comes_by_an_old_link_then_it_is_refused()
    {
        var id = await _given.NetworkWithPulseAsync(signers);
        Assert.True((await _given.AnswersAsync(id, 1)).Ok);
        Assert.Equal("incubation.answered-already", (await _given.AnswersAsync(id, 1)).Refusal?.Code);

        var firm = await _given.FirmOpensAsync(id, 2);
        var half = await _given.SendAsync(new AnswerPulse(id, firm.Token, new Dictionary<string, string> { ["money"] = PulseWords.Good, ["staying"] = "forse" }, null) { OperationId = Ids.New(_given.Clock) });
        Assert.Equal(["meetings", "programme", "results", "staying"], half.Refusal!.All.Select(r => r.Field));

        _given.Clock.GoTo(new DateOnly(2026, 9, 1));
        var late = await _given.SendAsync(new AnswerPulse(id, firm.Token, Given.Replies(), null) { OperationId = Ids.New(_given.Clock) });
        Assert.Equal("incubation.link-old", late.Refusal?.Code);
        Assert.False((await _given.SendAsync(new ShowFirmPulse(id, firm.Token))).Value.Open);
    }

    private async Task<Refusal> RefusedAsync<T>(MediatR.IRequest<Result<T>> request, Data.Officers.Officer? by = null)
    {
        _given.Actor = Actor.Of(by ?? _given.Lecco);
        return (await _given.SendAsync(request)).Refusal!;
    }
}
