using Networks.Data.Cases;
using Networks.Data.Drafts;
using Networks.Workflows.Common;
using Networks.Workflows.Engine;

namespace Networks.Workflows.Drafting;

/// <summary>What an answer in a round means for the process of the case.</summary>
internal sealed class RoundProgress(WorkflowEngine engine)
{
    public const string Approved = "approved";
    public const string Objected = "objected";
    public const string Talk = "talk";

    /// <summary>
    /// A firm answered, for the first time or otherwise than before. What opens work for a desk is told first, so that
    /// the round cannot end under it when this was the last answer.
    /// </summary>
    public async Task AnsweredAsync(Case @case, ApprovalRound round, FirmAnswer answer, CancellationToken cancellationToken)
    {
        var subject = answer.ParticipantId.Value;
        switch (answer.Decision)
        {
            case FirmDecision.Approved:
                await engine.CompleteAsync(@case, DraftingSteps.AnswerObjection, subject, Approved, cancellationToken);
                await engine.CompleteAsync(@case, DraftingSteps.CallFirm, subject, Approved, cancellationToken);
                await DecideAsync(@case, round, subject, Approved, cancellationToken);
                break;
            case FirmDecision.Objected:
                await OpenAsync(@case, DraftingSteps.AnswerObjection, CaseSignals.Objection, subject, cancellationToken);
                await DecideAsync(@case, round, subject, Objected, cancellationToken);
                break;
            case FirmDecision.WantsToTalk:
                await WantsToTalkAsync(@case, subject, cancellationToken);
                await DecideAsync(@case, round, subject, Talk, cancellationToken);
                break;
            case FirmDecision.None:
                break;
        }
    }

    /// <summary>The firm's desk is to call; the firm itself stays asked.</summary>
    public Task WantsToTalkAsync(Case @case, Guid subject, CancellationToken cancellationToken) =>
        OpenAsync(@case, DraftingSteps.CallFirm, CaseSignals.WishToTalk, subject, cancellationToken);

    /// <summary>The same text is put to a firm again; its objection or call is answered with it.</summary>
    public async Task AskAgainAsync(Case @case, FirmAnswer answer, string task, CancellationToken cancellationToken)
    {
        var subject = answer.ParticipantId.Value;
        if (answer.Decision != FirmDecision.None)
        {
            answer.AskAgain();
            await engine.SignalAsync(@case, CaseSignals.AskedAgain, subject, cancellationToken);
        }

        await engine.CompleteAsync(@case, task, subject, "asked-again", cancellationToken);
    }

    private async Task OpenAsync(Case @case, string task, string signal, Guid subject, CancellationToken cancellationToken)
    {
        if ((await engine.OpenTasksAsync(@case, task, subject, cancellationToken)).Count == 0)
        {
            await engine.SignalAsync(@case, signal, subject, cancellationToken);
        }
    }

    // With nobody silent any more there is nothing to decide on silence.
    private async Task DecideAsync(Case @case, ApprovalRound round, Guid subject, string outcome, CancellationToken cancellationToken)
    {
        if (!round.Silent().Any())
        {
            await engine.CompleteAsync(@case, DraftingSteps.DecideOnSilence, null, "all-answered", cancellationToken);
        }

        await engine.CompleteAsync(@case, DraftingSteps.DecideOnText, subject, outcome, cancellationToken);
    }
}
