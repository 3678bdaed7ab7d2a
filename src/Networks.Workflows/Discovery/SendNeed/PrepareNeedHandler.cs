using MediatR;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Workflows.Common;
using Networks.Workflows.Discovery.Introductions;
using Networks.Workflows.Discovery.Needs;
using Networks.Workflows.Mail;
using Networks.Workflows.Mail.SendOutbox;

namespace Networks.Workflows.Discovery.SendNeed;

internal sealed class PrepareNeedHandler(NetworksDbContext db, NeedSteps steps, IntroductionSteps names, BusinessCalendar calendar, MailPolicy policy, TimeProvider clock)
    : IRequestHandler<PrepareNeed, Result<NeedPreparation>>
{
    public async Task<Result<NeedPreparation>> Handle(PrepareNeed request, CancellationToken cancellationToken)
    {
        var @case = await db.Cases.AsNoTracking().SingleAsync(c => c.Id == request.CaseId, cancellationToken);
        var desks = await steps.OthersAsync(@case, cancellationToken);
        var people = desks.SelectMany(d => d.People).ToList();
        var now = clock.GetUtcNow();
        var used = await MailBudget.UsedAsync(db, [.. people.Select(o => o.Email)], now, cancellationToken);
        var holds = await policy.ForecastAsync([.. people.Select(o => (o.Email, o.Language))], now, cancellationToken);
        return new NeedPreparation(
            await names.NetworkAsync(@case.Id, cancellationToken),
            Proposal(@case.Need, request.Facets),
            BusinessCalendar.AddWorkingDays(calendar.Today(), SendNeed.Days),
            [.. desks.Select(d => new NeedDesk(d.Desk.DeskName, [.. d.People.Select(o => new NeedReader(o.FullName, used.GetValueOrDefault(o.Email), holds.GetValueOrDefault(o.Email)))]))],
            IntroductionRefusals.Over(@case));
    }

    // What was looked for in words; typed words are the need again, or narrower than it.
    private static string Proposal(string need, Facets? facets)
    {
        var parts = (facets?.All() ?? []).Where(f => f.Kind != "text").Select(f => Words.Say($"discovery.facet-{f.Kind}", FacetNames.Say(f)));
        var said = string.Join("; ", parts);
        var text = said.Length == 0 ? need : Words.Say("discovery.need-proposal", need.TrimEnd('.'), said);
        return text[..Math.Min(text.Length, SendNeed.TextLimit)];
    }
}
