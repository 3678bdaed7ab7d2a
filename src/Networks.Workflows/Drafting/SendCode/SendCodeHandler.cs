using MediatR;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Drafts;
using Networks.Workflows.Common;
using Networks.Workflows.Mail;

namespace Networks.Workflows.Drafting.SendCode;

internal sealed class SendCodeHandler(NetworksDbContext db, FirmActs acts, TimeProvider clock) : IRequestHandler<SendCode, Result<CodeSent>>
{
    public async Task<Result<CodeSent>> Handle(SendCode request, CancellationToken cancellationToken)
    {
        var loaded = await acts.LoadAsync(request.CaseId, request.Token, request.RoundId, cancellationToken);
        if (loaded.Refusal is { } refusal)
        {
            return refusal;
        }

        var act = loaded.Value;
        if (act.Round.Kind != RoundKind.Final)
        {
            return RoundRefusals.NoCodeNeeded;
        }

        if (act.Firm.Firm.Email is not { Length: > 0 } address)
        {
            return RoundRefusals.NoMailbox;
        }

        // A code made an hour ago expired fifty minutes ago.
        var participant = act.Firm.Participant.Id;
        var since = clock.GetUtcNow().AddMinutes(ApprovalCode.Minutes - 60);
        if (await db.FirmCodes.CountAsync(c => c.ParticipantId == participant && c.ExpiresAt > since, cancellationToken) >= ApprovalCode.PerHour)
        {
            return RoundRefusals.CodesTooMany;
        }

        var (row, code) = ApprovalCode.New(clock, request.RoundId, participant);
        db.Add(row);
        var text = new MailText(
            Words.In(act.Firm.Language, "drafting.mail-code", act.Network),
            Words.In(act.Firm.Language, "drafting.mail-code-body", code, act.Network, act.Draft.Number, ApprovalCode.Minutes));
        RoundMail.Queue(db, clock, MailKinds.Code, act.Firm, text).NotBefore = clock.GetUtcNow();
        return new CodeSent(Masked(address), ApprovalCode.Minutes);
    }

    private static string Masked(string address) => $"{address[..1]}…{address[address.IndexOf('@', StringComparison.Ordinal)..]}";
}
