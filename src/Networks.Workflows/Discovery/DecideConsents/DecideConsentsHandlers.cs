using MediatR;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Firms;
using Networks.Workflows.Common;
using Networks.Workflows.Pipeline;

namespace Networks.Workflows.Discovery.DecideConsents;

internal sealed class RenewConsentsHandler(NetworksDbContext db, IActor actor, BusinessCalendar calendar, TimeProvider clock) : IRequestHandler<RenewConsents, Result<ConsentsDecided>>
{
    public async Task<Result<ConsentsDecided>> Handle(RenewConsents request, CancellationToken cancellationToken)
    {
        var (today, until) = (calendar.Today(), request.Until!.Value);
        if (until <= today || until > today.AddYears(RenewConsents.MostYears))
        {
            return DiscoveryRefusals.ConsentDay;
        }

        if (await db.Firms.FirstOrDefaultAsync(f => f.Id == request.Firm && f.HeldBy == actor.Association, cancellationToken) is not { } firm)
        {
            return DiscoveryRefusals.NotFound;
        }

        // The last word of the firm on each purpose; one that it took back is not renewed for it.
        var last = firm.Consents.GroupBy(c => c.Purpose).Select(g => g.OrderBy(c => c.GivenOn).ThenBy(c => c.WithdrawnOn is null).ThenBy(c => c.Until ?? DateOnly.MaxValue).Last()).Where(c => c.WithdrawnOn is null).ToList();
        if (last.Count == 0)
        {
            return DiscoveryRefusals.NoConsentToRenew;
        }

        var renewed = last.Where(c => c.Until < until).OrderBy(c => c.Purpose).ToList();
        if (renewed.Count == 0)
        {
            return DiscoveryRefusals.ConsentsHoldLonger;
        }

        foreach (var consent in renewed)
        {
            // The new one before the old one goes: it is never without.
            firm.Give(new Consent(Ids.New(clock), consent.Purpose, today, until, request.How!));
            consent.Withdraw(today);
        }

        return new ConsentsDecided([.. renewed.Select(c => c.Purpose)]);
    }
}

internal sealed class WithdrawConsentsHandler(NetworksDbContext db, IActor actor, BusinessCalendar calendar) : IRequestHandler<WithdrawConsents, Result<ConsentsDecided>>
{
    public async Task<Result<ConsentsDecided>> Handle(WithdrawConsents request, CancellationToken cancellationToken)
    {
        if (await db.Firms.FirstOrDefaultAsync(f => f.Id == request.Firm && f.HeldBy == actor.Association, cancellationToken) is not { } firm)
        {
            return DiscoveryRefusals.NotFound;
        }

        var today = calendar.Today();
        var given = firm.Consents.Where(c => c.CoversDay(today)).ToList();
        if (given.Count == 0)
        {
            return DiscoveryRefusals.NothingAllowed;
        }

        given.ForEach(c => c.Withdraw(today));
        return new ConsentsDecided([.. given.Select(c => c.Purpose).Distinct().Order()]);
    }
}

internal sealed class DecideConsentsHandler(NetworksDbContext db, IActor actor, RowByRow rows) : IRequestHandler<DecideConsents, Result<BulkReport>>
{
    public async Task<Result<BulkReport>> Handle(DecideConsents request, CancellationToken cancellationToken)
    {
        var ids = request.Firms.Distinct().ToList();
        var names = await db.Firms.AsNoTracking().Where(f => ids.Contains(f.Id) && f.HeldBy == actor.Association).Select(f => new { f.Id, f.Name }).ToDictionaryAsync(f => f.Id, f => f.Name, cancellationToken);
        return await rows.RunAsync(request, ids.Select(id => BulkAct.Of(
            id.Value,
            names.GetValueOrDefault(id) ?? Words.Say("common.row-not-found"),
            operation => Act(request, operation, id),
            (done, mails) => Told(request, done, mails))), cancellationToken);
    }

    private static IRequest<Result<ConsentsDecided>> Act(DecideConsents request, Guid operation, FirmId firm) => request.Act switch
    {
        ConsentAct.Renew => new RenewConsents(operation, firm, request.Until, request.How),
        ConsentAct.Withdraw => new WithdrawConsents(operation, firm),
    };

    private static string Told(DecideConsents request, ConsentsDecided done, IReadOnlyList<string> mails)
    {
        var purposes = string.Join(", ", done.Purposes.Select(p => Words.Say($"discovery.consent-{p}")));
        var told = request.Act switch
        {
            ConsentAct.Renew => Words.Say("discovery.consents-renewed", purposes, request.Until!.Value),
            ConsentAct.Withdraw => Words.Say("discovery.consents-withdrawn", purposes),
        };
        return mails.Count == 0 ? told : $"{told} {Words.Say("discovery.consents-mail", string.Join(", ", mails))}";
    }
}
