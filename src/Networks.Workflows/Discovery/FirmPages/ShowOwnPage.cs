using MediatR;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Discovery;
using Networks.Data.Firms;
using Networks.Workflows.Access;
using Networks.Workflows.Common;
using Networks.Workflows.Discovery.Introductions;

namespace Networks.Workflows.Discovery.FirmPages;

/// <summary>What a firm sees by the link to its own page. Looking has no effect. An unknown or old link finds nothing.</summary>
[Access(Right.Public)]
public sealed record ShowOwnPage(string Token) : IQuery<OwnPage>;

/// <param name="Card">What other desks see of it; null while they see nothing.</param>
/// <param name="Language">Two letters; the one in which the firm is written to.</param>
public sealed record OwnPage(FirmId FirmId, string Firm, string Desk, string Language, IReadOnlyList<OwnConsent> Consents, Card? Card, DateOnly? AvailableUntil, IReadOnlyList<OwnRequest> Requests);

/// <param name="Since">Null when it is not given.</param>
/// <param name="Until">Last day; null for until it is taken back.</param>
public sealed record OwnConsent(ConsentPurpose Purpose, DateOnly? Since, DateOnly? Until);

/// <summary>Somebody asked to know the firm, with every step. Who asked is told when both have said yes.</summary>
public sealed record OwnRequest(
    string Need, string? AskingDesk, string? Network, IntroductionStatus Status, IntroductionOutcome? Outcome, DateOnly AskedOn, DateOnly? DeskAnsweredOn, DateOnly? FirmAnsweredOn, DateOnly? EndedOn);

internal sealed class ShowOwnPageHandler(NetworksDbContext db, IntroductionSteps names, BusinessCalendar calendar) : IRequestHandler<ShowOwnPage, Result<OwnPage>>
{
    internal static readonly IReadOnlyList<ConsentPurpose> Purposes = [ConsentPurpose.Contact, ConsentPurpose.ShowAnonymously, ConsentPurpose.NameAfterConsent];

    public async Task<Result<OwnPage>> Handle(ShowOwnPage request, CancellationToken cancellationToken)
    {
        var today = calendar.Today();
        if (await OwnPages.FirmAsync(db, request.Token, today, cancellationToken) is not { } firm)
        {
            return DiscoveryRefusals.NotFound;
        }

        var entry = await db.SearchEntries.AsNoTracking().FirstOrDefaultAsync(e => e.FirmId == firm.Id, cancellationToken);
        var available = await db.FirmProfiles.AsNoTracking().Where(p => p.FirmId == firm.Id).Select(p => p.AvailableUntil).FirstOrDefaultAsync(cancellationToken);
        var requests = await (
            from i in db.Introductions.AsNoTracking()
            where i.FirmId == firm.Id
            join c in db.Cases on i.CaseId equals c.Id
            join n in db.EnterpriseNetworks on i.CaseId equals n.CaseId
            join asking in db.Associations on i.AskingDesk equals asking.Id
            orderby i.AskedOn descending
            select new { Introduction = i, Need = db.NeedCalls.Where(x => x.Id == i.NeedId).Select(x => x.Text).FirstOrDefault() ?? c.Need, n.Name, Asking = asking.DeskName }).ToListAsync(cancellationToken);
        return new OwnPage(
            firm.Id, firm.Name, await names.DeskAsync(firm.HeldBy, cancellationToken), firm.Language,
            [.. Purposes.Select(p => Now(firm, p, today))],
            entry is { Shared.Length: > 0 } && entry.ShownUntil >= today ? Card.Of(entry.Division!, entry.Shared) : null,
            available,
            [.. requests.Select(r =>
            {
                var (i, both) = (r.Introduction, r.Introduction.Status == IntroductionStatus.Introduced);
                return new OwnRequest(r.Need, both ? r.Asking : null, both ? r.Name : null, i.Status, i.Outcome, i.AskedOn, i.DeskAnsweredOn, i.FirmAnsweredOn, i.EndedOn);
            })]);
    }

    private static OwnConsent Now(Firm firm, ConsentPurpose purpose, DateOnly today)
    {
        var given = firm.Consents.Where(c => c.Purpose == purpose && c.CoversDay(today)).MaxBy(c => c.Until ?? DateOnly.MaxValue);
        return new OwnConsent(purpose, given?.GivenOn, given?.Until);
    }
}

/// <summary>Whose page a link opens.</summary>
internal static class OwnPages
{
    /// <returns>Null for a link that is unknown, replaced or over.</returns>
    public static async Task<Firm?> FirmAsync(NetworksDbContext db, string token, DateOnly today, CancellationToken cancellationToken)
    {
        var hash = LinkToken.Hash(token);
        var id = await db.FirmPages.Where(p => p.TokenHash == hash && p.LastDay >= today).Select(p => (FirmId?)p.FirmId).FirstOrDefaultAsync(cancellationToken);
        return id is { } firm ? await db.Firms.SingleAsync(f => f.Id == firm, cancellationToken) : null;
    }
}
