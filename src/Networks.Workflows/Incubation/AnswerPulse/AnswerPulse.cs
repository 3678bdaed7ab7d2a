using Networks.Data;
using Networks.Data.Incubation;
using Networks.Workflows.Access;
using Networks.Workflows.Common;

namespace Networks.Workflows.Incubation.AnswerPulse;

/// <summary>
/// A firm answers the five questions by its link. A bad answer becomes work of its desk. Taken once for each pulse, late
/// too, as long as no newer one was sent and the link lives.
/// </summary>
/// <param name="Replies">By the stored word of the question.</param>
[Access(Right.FirmAnswer)]
public sealed record AnswerPulse(CaseId CaseId, string Token, IReadOnlyDictionary<string, string> Replies, string? Remark) : ICommand<AnsweredPulse>, ICaseRequest, IChecked
{
    public Guid OperationId { get; init; }

    public IEnumerable<Refusal> Faults() => PulseReplies.Faults(Replies, Remark);
}

/// <summary>The desk writes down what a firm answered on the phone, under the same rules.</summary>
[Access(Right.CaseActForFirm)]
public sealed record WriteDownPulse(CaseId CaseId, ParticipantId Participant, IReadOnlyDictionary<string, string> Replies, string? Remark) : ICommand<AnsweredPulse>, ICaseRequest, IChecked
{
    public Guid OperationId { get; init; }

    public IEnumerable<Refusal> Faults() => PulseReplies.Faults(Replies, Remark);
}

/// <param name="Bad">How many answers the desk sees to.</param>
public sealed record AnsweredPulse(int Bad);

/// <summary>What a firm sees by its link. Looking has no effect.</summary>
[Access(Right.FirmAnswer)]
public sealed record ShowFirmPulse(CaseId CaseId, string Token) : IQuery<FirmPulse>, ICaseRequest;

/// <param name="Open">It can be answered now.</param>
/// <param name="AnsweredOn">Null while the firm has not answered.</param>
public sealed record FirmPulse(string Network, string Firm, string Desk, string? DeskPhone, DateOnly LastDay, bool Open, DateOnly? AnsweredOn);

internal static class PulseReplies
{
    public const int RemarkLimit = 2000;

    public static IEnumerable<Refusal> Faults(IReadOnlyDictionary<string, string> replies, string? remark)
    {
        foreach (var question in PulseWords.Questions)
        {
            if (!replies.TryGetValue(question, out var reply) || !PulseWords.Replies.Contains(reply))
            {
                yield return IncubationRefusals.ReplyMissing(question);
            }
        }

        if (remark?.Length > RemarkLimit)
        {
            yield return IncubationRefusals.TooLong(RemarkLimit, "remark");
        }
    }
}
