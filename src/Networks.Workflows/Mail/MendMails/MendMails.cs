using MediatR;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Workflows.Access;
using Networks.Workflows.Common;
using Networks.Workflows.Mail.DropMail;
using Networks.Workflows.Mail.ResendMail;
using Networks.Workflows.Mail.SettleMail;
using Networks.Workflows.Pipeline;

namespace Networks.Workflows.Mail.MendMails;

/// <summary>What happens with several mails of a case. Stored words.</summary>
public enum MailAct
{
    /// <summary>Those that failed are sent again.</summary>
    Resend,

    /// <summary>Those that have not left yet do not leave.</summary>
    Drop,

    /// <summary>Those that failed or are held were told by phone.</summary>
    Settle,
}

/// <summary>Sends several mails of a case again, keeps them back, or notes that they were told by phone.</summary>
[Access(Right.CaseActForFirm)]
public sealed record MendMails(Guid OperationId, CaseId CaseId, IReadOnlyList<Guid> Messages, MailAct Act, bool Confirmed) : IBulk, ICaseRequest, IChecked
{
    public IEnumerable<Refusal> Faults() => BulkLimits.Faults(Messages.Count);
}

internal sealed class MendMailsHandler(NetworksDbContext db, RowByRow rows) : IRequestHandler<MendMails, Result<BulkReport>>
{
    public async Task<Result<BulkReport>> Handle(MendMails request, CancellationToken cancellationToken)
    {
        var ids = request.Messages.Distinct().ToList();
        var found = await (
            from m in db.Outbox.AsNoTracking()
            where m.CaseId == request.CaseId && ids.Contains(m.Id)
            select new
            {
                m.Id,
                m.Subject,
                m.To,
                Firm = db.Participants.Where(p => p.Id == m.ParticipantId).Join(db.Firms, p => p.FirmId, f => f.Id, (p, f) => f.Name).FirstOrDefault(),
            }).ToDictionaryAsync(m => m.Id, m => $"{m.Subject} · {m.Firm ?? m.To}", cancellationToken);
        var told = Words.Say(request.Act switch
        {
            MailAct.Resend => "mail.bulk-resent",
            MailAct.Drop => "mail.bulk-dropped",
            MailAct.Settle => "mail.bulk-settled",
        });
        return await rows.RunAsync(request, ids.Select(id => BulkAct.Of<Done>(
            id, found.GetValueOrDefault(id) ?? Words.Say("common.row-not-found"), operation => Act(request, operation, id), (_, _) => told)), cancellationToken);
    }

    private static ICommand<Done> Act(MendMails request, Guid operation, Guid message) => request.Act switch
    {
        MailAct.Resend => new ResendMailOfCase(request.CaseId, message) { OperationId = operation },
        MailAct.Drop => new DropMailOfCase(request.CaseId, message) { OperationId = operation },
        MailAct.Settle => new SettleMailByPhone(request.CaseId, message) { OperationId = operation },
    };
}
