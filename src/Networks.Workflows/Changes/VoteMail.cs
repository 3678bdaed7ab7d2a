using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Changes;
using Networks.Data.EnterpriseNetworks;
using Networks.Data.Outbox;
using Networks.Workflows.Access;
using Networks.Workflows.Common;
using Networks.Workflows.Engine;

namespace Networks.Workflows.Changes;

/// <summary>Asks the participants. Who has no mailbox is asked by its desk, which records the answer.</summary>
internal static class VoteMail
{
    private static readonly TimeSpan _undo = TimeSpan.FromSeconds(10);

    public static async Task AskAsync(StepContext context, NetworkChange change, CancellationToken cancellationToken)
    {
        var network = await context.Db.EnterpriseNetworks.Where(n => n.CaseId == change.CaseId).Select(n => n.Name).FirstAsync(cancellationToken);
        var about = await ChangeHistory.NameAsync(context.Db, change, cancellationToken) ?? network;
        var firms = await context.Db.Participants.Where(p => p.CaseId == change.CaseId && p.Status == ParticipantStatus.Active).OrderBy(p => p.Order)
            .Join(context.Db.Firms, p => p.FirmId, f => f.Id, (p, f) => new { p.Id, f.Name, f.Email, f.Language }).ToListAsync(cancellationToken);
        foreach (var firm in firms)
        {
            var token = LinkToken.New();
            var now = context.Clock.GetUtcNow();
            context.Db.Add(new ChangeVote(Ids.New(context.Clock), change.Id, firm.Id, LinkToken.Hash(token), now));
            if (firm.Email is not { } mailbox)
            {
                continue;
            }

            var language = CultureInfo.GetCultureInfo(firm.Language);
            object[] values = [firm.Name, network, Words.In(language, $"changes.vote-{change.Kind}", about), change.VoteLastDay!.Value, context.Address.Of($"v/{token}")];
            context.Db.Add(new OutboxMessage(
                Ids.New(context.Clock), "changes.vote-asked", mailbox, Words.In(language, "changes.mail-vote-subject", values), Words.In(language, "changes.mail-vote-body", values), now)
            { CaseId = change.CaseId, ParticipantId = firm.Id, NotBefore = now + _undo, Language = firm.Language });
        }
    }
}
