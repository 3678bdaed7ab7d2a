using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Networks.Data;
using Networks.Data.Officers;
using Networks.Workflows.Common;
using Networks.Workflows.Monitoring.ListRegion;
using Networks.Workflows.Monitoring.ShowAsLead;
using Networks.Workflows.Monitoring.ShowRegion;
using Networks.Workflows.Tests.Support;

namespace Networks.Workflows.Tests.Monitoring;

/// <summary>The desk sees what the lead sees of its network, and what the lead opened.</summary>
public sealed class ShowAsLeadTests
{
    [Fact]
    public async Task Given_a_network_then_its_desk_and_the_lead_see_the_very_same_row()
    {
        await using var given = await Given.NewAsync();
        var id = Assert.Single(await given.InDraftingAsync(1));

        var desk = await given.DoneAsync(given.Lecco, new ShowAsLead(id));
        var lead = await LeadAsync(given, new ShowAsLead(id));
        var row = Assert.Single((await LeadAsync(given, new ListRegion(new RegionFilter(), 1))).Rows);

        Assert.Equal(row, desk.Network);
        Assert.Equal(row, lead.Network);
        Assert.Null(row.Name);
    }

    [Fact]
    public async Task Given_what_the_lead_opened_when_the_desk_looks_then_it_is_told_once_and_what_was_narrowed_to_another_desk_is_not()
    {
        await using var given = await Given.NewAsync();
        var id = Assert.Single(await given.InDraftingAsync(1));
        await LeadAsync(given, new ShowRegion());
        await LeadAsync(given, new ListRegion(new RegionFilter { Desk = given.Como.AssociationId }, 1));
        given.Clock.Advance(TimeSpan.FromMinutes(1));
        await LeadAsync(given, new ShowAsLead(id));
        await given.DoneAsync(given.Lecco, new ShowAsLead(id));

        var before = (await given.DoneAsync(given.Lecco, new ShowAsLead(id))).Looks;
        Assert.Equal(3, await given.Services.GetRequiredService<LeadVisitLog>().WriteAsync(default));
        var after = (await given.DoneAsync(given.Lecco, new ShowAsLead(id))).Looks;

        Assert.Equal([("case", true, "Capofila Prova"), ("region", false, "Capofila Prova")], after.Select(l => (l.View, l.OfThisCase, l.Who)));
        Assert.Equal(before, after);
        Assert.Equal(3, await given.ReadAsync(db => db.LeadVisits.CountAsync()));
    }

    [Fact]
    public async Task Given_a_desk_without_a_firm_in_the_case_when_it_asks_then_the_case_is_not_there()
    {
        await using var given = await Given.NewAsync();
        var id = Assert.Single(await given.InDraftingAsync(1));
        given.Actor = Actor.Of(given.Monza);

        Assert.Equal(RefusalKind.NotFound, (await given.SendAsync(new ShowAsLead(id))).Refusal!.Kind);
    }

    private static async Task<T> LeadAsync<T>(Given given, MediatR.IRequest<Result<T>> request)
    {
        var lead = await given.ReadAsync(db => db.Officers.FirstOrDefaultAsync(o => o.Roles == OfficerRoles.Lead));
        if (lead is null)
        {
            lead = new Officer(OfficerId.New(given.Clock), given.Lecco.AssociationId, "Capofila Prova", "capofila@pal.example", OfficerRoles.Lead);
            await given.WriteAsync(db =>
            {
                db.Add(lead);
                return Task.CompletedTask;
            });
        }

        return await given.DoneAsync(lead, request);
    }
}
