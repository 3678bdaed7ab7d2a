using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Drafts;
using Networks.Workflows.Engine;

namespace Networks.Workflows.Drafting;

/// <summary>Tasks, sets and conditions of drafting, named in process definitions. Stored words.</summary>
public static class DraftingSteps
{
    /// <summary>The desk prepares a text and opens a round.</summary>
    public const string PrepareText = "prepare-text";

    /// <summary>The for-each over the firms that are asked in a round.</summary>
    public const string Asked = "asked-firms";

    /// <summary>A firm decides on the text put to it.</summary>
    public const string DecideOnText = "decide-on-text";

    /// <summary>The last day passed with firms silent: extend, go on without them, or revise.</summary>
    public const string DecideOnSilence = "decide-on-silence";

    /// <summary>A firm does not agree on a point: explain and ask again, or revise.</summary>
    public const string AnswerObjection = "answer-objection";

    /// <summary>A firm wants to talk: its desk calls.</summary>
    public const string CallFirm = "call-firm";

    /// <summary>The newest round was a final one and every firm said yes to it.</summary>
    public static async Task<bool> FinalTextAgreed(StepContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        var round = await NewestRoundAsync(context, cancellationToken);
        return round is { Kind: RoundKind.Final, ApprovedByAll: true };
    }

    /// <summary>Every firm said yes to the newest round, working or final: the time to see whether its data are right.</summary>
    public static async Task<bool> RoundAgreed(StepContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        return await NewestRoundAsync(context, cancellationToken) is { ApprovedByAll: true };
    }

    /// <summary>Participants asked in the open round, in the contract's order.</summary>
    public static async Task<IReadOnlyList<Guid>> AskedFirms(StepContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        var round = await OpenRoundAsync(context, cancellationToken)
            ?? throw new InvalidOperationException($"Case {context.Case.Reference} asks firms without an open round.");
        return [.. round.Answers.Where(a => !a.HasLeft).Select(a => a.ParticipantId.Value)];
    }

    public static async Task<DateOnly?> RoundLastDay(StepContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        return (await OpenRoundAsync(context, cancellationToken))?.LastDay;
    }

    /// <summary>A firm that joins in a working round is asked like the others, by a mail of its own.</summary>
    public static async Task AskJoiningFirm(StepContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (await OpenRoundAsync(context, cancellationToken) is not { } round
            || await RoundFirm.FindAsync(context.Db, context.Case.Id, new ParticipantId(context.SubjectId), cancellationToken) is not { } firm)
        {
            return;
        }

        round.Ask(firm.Participant.Id);
        var draft = await context.Db.Drafts.SingleAsync(d => d.Id == round.DraftId, cancellationToken);
        var network = await context.Db.EnterpriseNetworks.Where(n => n.CaseId == context.Case.Id).Select(n => n.Name).FirstOrDefaultAsync(cancellationToken);
        RoundInvitation.Queue(context.Db, context.Clock, context.Address, firm, round, draft, RoundMail.NameOf(context.Case, network));
    }

    /// <summary>The text or the firms changed: approvals become superseded, the frozen version is void.</summary>
    public static async Task SupersedeRound(StepContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        var round = await NewestRoundAsync(context, cancellationToken);
        round?.Supersede(context.Clock.GetUtcNow());
    }

    public static async Task CloseRound(StepContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        (await OpenRoundAsync(context, cancellationToken))?.Close(context.Clock.GetUtcNow());
    }

    /// <summary>Reminds the firm of an open decision.</summary>
    public static Task RemindFirm(StepContext context, CancellationToken cancellationToken) =>
        RemindFirms.RemindFirmMail.QueueAsync(context, cancellationToken);

    private static async Task<ApprovalRound?> OpenRoundAsync(StepContext context, CancellationToken cancellationToken) =>
        await NewestRoundAsync(context, cancellationToken) is { Status: RoundStatus.Open } round ? round : null;

    private static Task<ApprovalRound?> NewestRoundAsync(StepContext context, CancellationToken cancellationToken) =>
        NewestRound.AloneAsync(context.Db, context.Case.Id, cancellationToken);
}
