using Networks.Data;
using Networks.Workflows.Access;
using Networks.Workflows.Common;

namespace Networks.Workflows.Casework.CloseCase;

/// <summary>
/// Closes a case that leads to no network, with the reason. Open tasks, timers, queued mails and the firms' links end
/// with it; the history stays. Refused after the day of effect: then a network ends by its own deed.
/// </summary>
/// <param name="Reason">A word of <see cref="CloseReasons"/>.</param>
/// <param name="Text">In the desk's own words; needed for the reason "other".</param>
[Access(Right.CaseManage)]
public sealed record CloseCase(Guid OperationId, CaseId CaseId, string Reason, string? Text) : ICommand<Done>, ICaseRequest, IWhileSuspended, IChecked
{
    public IEnumerable<Refusal> Faults()
    {
        if (!CloseReasons.All.Contains(Reason))
        {
            yield return new Refusal(RefusalKind.Invalid, "casework.close-reason-missing") { Field = "reason" };
        }

        if (Reason == CloseReasons.Other && Text is null)
        {
            yield return new Refusal(RefusalKind.Invalid, "casework.close-text-missing") { Field = "text" };
        }
        else if (Text?.Length > 1000)
        {
            yield return new Refusal(RefusalKind.Invalid, "casework.text-too-long", 1000) { Field = "text" };
        }
    }
}

/// <summary>Why cases end without a network. Stored words; their sentences are <c>casework.close-reason-&lt;word&gt;</c>.</summary>
public static class CloseReasons
{
    public const string Other = "other";

    public static readonly IReadOnlyList<string> All =
        ["firms-withdrew", "fewer-than-two", "no-agreement", "no-funding", "another-form", "opened-twice", Other];
}

/// <summary>What would end with the case; nothing is changed.</summary>
[Access(Right.CaseManage)]
public sealed record PreviewClosing(CaseId CaseId) : IQuery<ClosingPreview>, ICaseRequest;

/// <param name="Refusal">Why it cannot be closed; null when it can.</param>
public sealed record ClosingPreview(string Network, int Tasks, int Timers, int QueuedMails, int Links, int Steps, Refusal? Refusal);
