using Microsoft.EntityFrameworkCore;
using Networks.Workflows.Services;

namespace Networks.Web.Commands.DemoSeed;

internal sealed partial class DemoTale
{
    /// <param name="service">Its name in the catalogue.</param>
    public DemoTale AsksService(int ago, string service, string wish) => Act(ago, "asks for a service", async (stage, token) =>
    {
        var offer = await stage.ReadAsync((db, t) => db.ServiceOffers.Where(o => o.Name == service).Select(o => o.Id).SingleAsync(t), token);
        await stage.AsAsync(Officer(desk), new PlaceServiceRequest(_case, offer, null, null, wish), token);
    });

    /// <summary>The provider does what was asked for last.</summary>
    public DemoTale AcceptsService(int ago) => Act(ago, "is promised the service", async (stage, token) =>
        await stage.AsAsync(Officer(desk), new AnswerServiceRequest(_case, await AskedAsync(stage, token), true, null), token));

    public DemoTale GetsService(int ago, int hours, long cents, string outcome) => Act(ago, "gets the service", async (stage, token) =>
        await stage.AsAsync(Officer(desk), new DeliverServiceRequest(_case, await AskedAsync(stage, token), stage.Today, hours, cents, outcome), token));

    private Task<Guid> AskedAsync(DemoStage stage, CancellationToken cancellationToken) => stage.ReadAsync(
        (db, t) => db.ServiceRequests.Where(r => r.CaseId == _case).OrderByDescending(r => r.Id).Select(r => r.Id).FirstAsync(t), cancellationToken);
}
