using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Networks.Data.Drafts;
using Networks.Workflows.Access;
using Networks.Workflows.Drafting;
using Networks.Workflows.Drafting.AnswerObjection;
using Networks.Workflows.Drafting.ApproveDraft;
using Networks.Workflows.Drafting.FreezeText;
using Networks.Workflows.Drafting.ObjectToClause;
using Networks.Workflows.Drafting.OpenApprovalRound;
using Networks.Workflows.Drafting.ReviseText;
using Networks.Workflows.Drafting.SendCode;
using Networks.Workflows.Mail;

namespace Networks.Web.Commands.DemoSeed;

internal sealed partial class DemoTale
{
    /// <param name="until">How many days ago its last day is; negative for a day to come.</param>
    public DemoTale OpensRound(int ago, int until, string? message = null) => OpensRound(ago, until, RoundKind.Working, message);

    /// <summary>The last round: the PDF is frozen, and approving it takes the mailed code.</summary>
    public DemoTale OpensFinalRound(int ago, int until) => OpensRound(ago, until, RoundKind.Final, null);

    public DemoTale Approves(int ago, params string[] firms)
    {
        foreach (var firm in firms)
        {
            Act(ago, $"{firm} approves", async (stage, token) =>
            {
                var (link, round) = await OpenLinkAsync(stage, firm, token);
                string? code = null;
                if (round.Kind == RoundKind.Final)
                {
                    await stage.SendAsync(link.Actor, new SendCode(_case, link.Token, round.Id), token);
                    await stage.SendMailAsync(token);
                    code = DigitsOfCode().Match(await NewestMailAsync(stage, firm, MailKinds.Code, token)).Value;
                }

                var answer = await stage.SendAsync(link.Actor, new ApproveDraft(_case, link.Token, round.Id, DemoFirms.Called(firm).Representative, code), token);
                if (answer != FirmAnswered.Recorded)
                {
                    throw new InvalidOperationException($"The answer of {firm} did not count: {answer}.");
                }
            });
        }

        return this;
    }

    public DemoTale Objects(int ago, string firm, string clause, string words) => Act(ago, $"{firm} objects", async (stage, token) =>
    {
        var (link, round) = await OpenLinkAsync(stage, firm, token);
        await stage.SendAsync(link.Actor, new ObjectToClause(_case, link.Token, round.Id, DemoFirms.Called(firm).Representative, clause, words), token);
    });

    public DemoTale AnswersObjection(int ago, string firm, string words) =>
        Act(ago, $"answers {firm}", (stage, token) => stage.AsAsync(Officer(desk), new AnswerObjection(_case, _participants[firm], words), token));

    public DemoTale Revises(int ago, string reason) =>
        Act(ago, "revises the text", (stage, token) => stage.AsAsync(Officer(desk), new ReviseText(_case, reason), token));

    private DemoTale OpensRound(int ago, int until, RoundKind kind, string? message) => Act(ago, $"opens a {kind} round", async (stage, token) =>
    {
        var draft = await stage.ReadAsync((db, t) => db.Drafts.Where(d => d.CaseId == _case).OrderByDescending(d => d.Number).Select(d => d.Id).FirstAsync(t), token);
        var pdf = kind == RoundKind.Final ? await stage.AsAsync(Officer(desk), new FreezeText(_case, draft, null), token) : null;
        await stage.AsAsync(Officer(desk), new OpenApprovalRound(_case, draft, kind, Day(until), message, pdf, CallThem: false), token);
        await stage.SendMailAsync(token);
    });

    /// <summary>The firm reads its mail and follows the link in it.</summary>
    private async Task<(FirmLinkOpened Link, ApprovalRound Round)> OpenLinkAsync(DemoStage stage, string firm, CancellationToken cancellationToken)
    {
        var token = TokenOfLink().Match(await NewestMailAsync(stage, firm, null, cancellationToken)).Groups[1].Value;
        var visit = await stage.SendAsync(Workflows.Common.Actor.Nobody, new IdentifyLink(token), cancellationToken);
        var round = await stage.ReadAsync((db, t) => db.ApprovalRounds.AsNoTracking().Where(r => r.CaseId == _case).OrderByDescending(r => r.Number).FirstAsync(t), cancellationToken);
        return (new FirmLinkOpened(visit.Actor, token), round);
    }

    /// <param name="kind">Null: the newest one with a link.</param>
    private Task<string> NewestMailAsync(DemoStage stage, string firm, string? kind, CancellationToken cancellationToken)
    {
        var participant = _participants[firm];
        return stage.ReadAsync((db, token) => db.Outbox.Where(m => m.ParticipantId == participant && (kind == null ? m.Body.Contains("/f/") : m.Kind == kind))
            .OrderByDescending(m => m.CreatedAt).Select(m => m.Body).FirstAsync(token), cancellationToken);
    }

    [GeneratedRegex("/f/([A-Za-z0-9_-]{43})")]
    private static partial Regex TokenOfLink();

    [GeneratedRegex("[0-9]{6}")]
    private static partial Regex DigitsOfCode();

    private sealed record FirmLinkOpened(Workflows.Common.Actor Actor, string Token);
}
