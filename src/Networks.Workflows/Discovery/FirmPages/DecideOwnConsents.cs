using MediatR;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Firms;
using Networks.Workflows.Access;
using Networks.Workflows.Common;

namespace Networks.Workflows.Discovery.FirmPages;

/// <summary>
/// The firm itself says by its link what it allows from now on: what is named holds for another year, what is not named is
/// taken back at once, and with it what stood on it. The profile is available for as long again.
/// </summary>
[Access(Right.Public)]
public sealed record DecideOwnConsents(string Token, IReadOnlyList<ConsentPurpose> Allowed) : ICommand<Done>
{
    public const int Years = 1;

    public Guid OperationId { get; init; }
}

internal sealed class DecideOwnConsentsHandler(NetworksDbContext db, BusinessCalendar calendar, TimeProvider clock) : IRequestHandler<DecideOwnConsents, Result<Done>>
{
    public async Task<Result<Done>> Handle(DecideOwnConsents request, CancellationToken cancellationToken)
    {
        var today = calendar.Today();
        if (await OwnPages.FirmAsync(db, request.Token, today, cancellationToken) is not { } firm)
        {
            return DiscoveryRefusals.NotFound;
        }

        var until = today.AddYears(DecideOwnConsents.Years);
        foreach (var purpose in ShowOwnPageHandler.Purposes)
        {
            var given = firm.Consents.Where(c => c.Purpose == purpose && c.CoversDay(today)).ToList();
            if (!request.Allowed.Contains(purpose))
            {
                given.ForEach(c => c.Withdraw(today));
            }
            else if (!given.Exists(c => c.Until is null || c.Until >= until))
            {
                // The new one before the old one goes: it is never without.
                firm.Give(new Consent(Ids.New(clock), purpose, today, until, "mail"));
                given.ForEach(c => c.Withdraw(today));
            }
        }

        if (await db.FirmProfiles.FirstOrDefaultAsync(p => p.FirmId == firm.Id, cancellationToken) is { } profile)
        {
            profile.UpdatedOn = today;
            profile.AvailableUntil = profile.AvailableUntil < until ? until : profile.AvailableUntil;
        }

        return Done.It;
    }
}
