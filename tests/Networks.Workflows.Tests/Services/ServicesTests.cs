using Networks.Data;
using Networks.Data.Officers;
using Networks.Data.Services;
using Networks.Workflows.Common;
using Networks.Workflows.Services;
using Networks.Workflows.Tests.Support;

namespace Networks.Workflows.Tests.Services;

public sealed class ServicesTests : IAsyncLifetime
{
    private Given _given = null!;
    private CaseId _case;

    public async ValueTask InitializeAsync()
    {
        _given = await Given.NewAsync();
        _case = await _given.CaseAsync(await _given.FirmAsync(_given.Lecco, 1));
    }

    public ValueTask DisposeAsync() => _given.DisposeAsync();

    [Fact]
    public async Task Given_a_service_of_the_catalogue_when_it_is_asked_for_and_delivered_then_the_lead_sees_that_it_was_and_neither_how_often_nor_for_how_much()
    {
        var lead = await LeadAsync();
        var offer = await _given.DoneAsync(lead, new AddOffer("Analisi dei costi comuni", "Politecnico TTO", null, 16, 1_200_00) { OperationId = Op() });
        var asked = await _given.DoneAsync(_given.Lecco, new PlaceServiceRequest(_case, offer, null, null, "Ripartire i costi della linea") { OperationId = Op() });
        Assert.Equal((16, 1_200_00L), (await RowAsync()) is { } row ? (row.Hours!.Value, row.CostCents!.Value) : default);

        await _given.DoneAsync(_given.Lecco, new AnswerServiceRequest(_case, asked, true, null) { OperationId = Op() });
        await _given.DoneAsync(_given.Lecco, new DeliverServiceRequest(_case, asked, new DateOnly(2026, 3, 10), 20, null, "Consegnata la tabella di riparto") { OperationId = Op() });

        Assert.Equal((ServiceRequestStatus.Delivered, 20, "Consegnata la tabella di riparto"), (await RowAsync()) is { } done ? (done.Status, done.Hours!.Value, done.Outcome) : default);
        var used = Assert.Single((await _given.DoneAsync(lead, new ListCatalogue())).Rows);
        Assert.Equal((new CountRange(1, 3), new CountRange(1, 3), null, null), (used.Asked, used.Delivered, used.MeanHours, used.MeanCents));
        Assert.Equal(["services.asked", "services.accepted", "services.delivered"], (await _given.HistoryAsync(_case)).Where(h => h.StartsWith("services.", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Given_enough_services_delivered_then_the_lead_sees_their_band_and_what_they_take_on_average()
    {
        var lead = await LeadAsync();
        var offer = await _given.DoneAsync(lead, new AddOffer("Analisi dei costi comuni", "Politecnico TTO", null, 16, 1_200_00) { OperationId = Op() });
        foreach (var hours in new[] { 10, 20, 21, 31, 32 })
        {
            var asked = await _given.DoneAsync(_given.Lecco, new PlaceServiceRequest(_case, offer, null, null, "Ripartire i costi") { OperationId = Op() });
            await _given.DoneAsync(_given.Lecco, new DeliverServiceRequest(_case, asked, new DateOnly(2026, 3, 10), hours, hours * 61_00, "Consegnata") { OperationId = Op() });
        }

        var used = Assert.Single((await _given.DoneAsync(lead, new ListCatalogue())).Rows);

        Assert.Equal((new CountRange(4, 7), new CountRange(4, 7), 23, 1_390_00L), (used.Asked, used.Delivered, used.MeanHours!.Value, used.MeanCents!.Value));
    }

    [Fact]
    public async Task Given_an_ad_hoc_service_when_it_is_declined_then_the_reason_stays_and_it_cannot_be_delivered()
    {
        var asked = await _given.DoneAsync(_given.Lecco, new PlaceServiceRequest(_case, null, "Perizia", "ACF", "Valutare la linea usata") { OperationId = Op() });

        Assert.Equal("reason", (await RefusedAsync(new AnswerServiceRequest(_case, asked, false, " "))).Field);
        await _given.DoneAsync(_given.Lecco, new AnswerServiceRequest(_case, asked, false, "Nessun perito libero") { OperationId = Op() });

        Assert.Equal("services.moved-on", (await RefusedAsync(new DeliverServiceRequest(_case, asked, new DateOnly(2026, 3, 10), 1, 1, "fatto"))).Code);
        Assert.Equal((null, null, "Nessun perito libero"), (await RowAsync()) is { } row ? (row.Hours, row.CostCents, row.Outcome) : default);
    }

    [Fact]
    public async Task Given_what_is_missing_or_cannot_be_when_it_is_sent_then_each_is_told_at_its_field()
    {
        Assert.Equal(["name", "provider", "wish"], (await RefusedAsync(new PlaceServiceRequest(_case, null, null, null, null))).All.Select(r => r.Field));
        Assert.Equal(["delivered-on", "hours", "cost", "outcome"], (await RefusedAsync(new DeliverServiceRequest(_case, Guid.Empty, null, -1, -1, null))).All.Select(r => r.Field));
        Assert.Equal("services.not-the-lead", (await RefusedAsync(new AddOffer("Perizia", "ACF", null, null, null))).Code);
        Assert.Equal("common.not-found", (await RefusedAsync(new PlaceServiceRequest(_case, Ids.New(_given.Clock), null, null, "x"))).Code);
    }

    private async Task<ServiceRequestRow> RowAsync() => Assert.Single((await _given.DoneAsync(_given.Lecco, new ShowServiceRequests(_case))).Requests);

    private async Task<Officer> LeadAsync()
    {
        var association = await _given.ReadAsync(db => Task.FromResult(db.Programmes.Single().Lead.Association));
        var officer = new Officer(OfficerId.New(_given.Clock), association, "Guida Milano", "guida@mail.example", OfficerRoles.Lead);
        await _given.WriteAsync(db =>
        {
            db.Add(officer);
            return Task.CompletedTask;
        });
        return officer;
    }

    private Guid Op() => Ids.New(_given.Clock);

    private async Task<Refusal> RefusedAsync<T>(MediatR.IRequest<Result<T>> request)
    {
        _given.Actor = Actor.Of(_given.Lecco);
        return (await _given.SendAsync(request)).Refusal!;
    }
}
