using System.Globalization;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Discovery;
using Networks.Workflows.Common;
using Networks.Workflows.Discovery.Introductions;
using Networks.Workflows.Discovery.Needs;

namespace Networks.Workflows.Discovery.SendNeed;

internal sealed class SendNeedHandler(
    NetworksDbContext db, NeedSteps steps, TextScreen screen, IntroductionMail mail, BusinessCalendar calendar, DiscoveryLimits limits, TimeProvider clock)
    : IRequestHandler<SendNeed, Result<Guid>>
{
    private const int _week = 7;

    public async Task<Result<Guid>> Handle(SendNeed request, CancellationToken cancellationToken)
    {
        var @case = await db.Cases.SingleAsync(c => c.Id == request.CaseId, cancellationToken);
        var today = calendar.Today();
        if ((request.Fault(today) ?? IntroductionRefusals.Over(@case)) is { } refusal)
        {
            return refusal;
        }

        var since = today.AddDays(-_week);
        if (await db.NeedCalls.CountAsync(n => n.AskingDesk == @case.OwnerId && n.SentOn > since, cancellationToken) >= limits.NeedsPerWeek)
        {
            return NeedRefusals.TooMany(limits.NeedsPerWeek);
        }

        var text = request.Text!.Trim();
        if (Refusal.Together(await screen.FaultsAsync(@case.Id, text, "text", cancellationToken)) is { } tells)
        {
            return tells;
        }

        var desks = await steps.OthersAsync(@case, cancellationToken);
        if (desks.Count == 0)
        {
            return NeedRefusals.NobodyToAsk;
        }

        var need = new NeedCall(Ids.New(clock), @case.Id, @case.OwnerId, text, today, request.LastDay!.Value);
        db.Add(need);
        steps.Record(@case, need, NeedEvents.Sent, new()
        {
            ["desks"] = desks.Count.ToString(CultureInfo.InvariantCulture),
            ["until"] = need.LastDay.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        });
        var asking = await db.Associations.AsNoTracking().Where(a => a.Id == @case.OwnerId).Select(a => a.DeskName).SingleAsync(cancellationToken);
        mail.OfNeed(desks.SelectMany(d => d.People), need, "need", [asking, text, need.LastDay]);
        return need.Id;
    }
}
