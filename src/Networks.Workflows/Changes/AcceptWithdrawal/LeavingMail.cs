using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Cases;
using Networks.Data.EnterpriseNetworks;
using Networks.Data.Outbox;
using Networks.Workflows.Common;
using Networks.Workflows.Mail;

namespace Networks.Workflows.Changes.AcceptWithdrawal;

/// <summary>Tells the other desks of a case that a firm has left it before the deed, as when it is taken off by hand.</summary>
internal sealed class LeavingMail(NetworksDbContext db, PublicAddress address, IActor actor, TimeProvider clock)
{
    private static readonly TimeSpan _undo = TimeSpan.FromSeconds(10);

    public async Task QueueAsync(Case @case, Participant firm, string reason, CancellationToken cancellationToken)
    {
        var network = await db.EnterpriseNetworks.Where(n => n.CaseId == @case.Id).Select(n => n.Name).FirstAsync(cancellationToken);
        var name = await db.Firms.Where(f => f.Id == firm.FirmId).Select(f => f.Name).FirstAsync(cancellationToken);
        var desk = await db.Associations.Where(a => a.Id == actor.Association).Select(a => a.DeskName).FirstOrDefaultAsync(cancellationToken) ?? "";
        var desks = new[] { @case.OwnerId, firm.DeskId }.Distinct().Where(d => d != actor.Association).ToList();
        foreach (var officer in await DeskPeople.OfAsync(db, desks, cancellationToken))
        {
            var language = CultureInfo.GetCultureInfo(officer.Language);
            var now = clock.GetUtcNow();
            object[] values = [desk, network, name, reason, address.Of($"networks/{@case.Id.Value}")];
            db.Add(new OutboxMessage(
                Ids.New(clock), "changes.firm-left", officer.Email, Words.In(language, "changes.mail-left-subject", values), Words.In(language, "changes.mail-left-body", values), now)
            { CaseId = @case.Id, NotBefore = now + _undo, Language = officer.Language });
        }
    }
}
