using Networks.Data;
using Networks.Data.Drafts;
using Networks.Workflows.Access;
using Networks.Workflows.Common;
using Networks.Workflows.Mail;

namespace Networks.Workflows.Drafting.PrepareRound;

/// <summary>What opening a round would do: to whom, which mail, and what stands in its way. Changes nothing.</summary>
/// <param name="LastDay">Null proposes ten working days from today.</param>
[Access(Right.RoundManage)]
public sealed record PrepareRound(CaseId CaseId, RoundKind Kind, DateOnly? LastDay, string? Message) : IQuery<RoundPreparation>, ICaseRequest;

/// <param name="Draft">The newest version; null before the first.</param>
/// <param name="FrozenHash">Of the PDF that this version was frozen with in an earlier final round; null when it was not.</param>
/// <param name="Obstacles">Empty when the round may open.</param>
public sealed record RoundPreparation(
    string Network,
    DraftId? Draft,
    int DraftNumber,
    DateTimeOffset? DraftCreatedAt,
    string? DraftNote,
    string? FrozenHash,
    DateOnly LastDay,
    IReadOnlyList<RoundRecipient> Recipients,
    IReadOnlyList<MailPreview> Mails,
    IReadOnlyList<Refusal> Obstacles)
{
    public IReadOnlyList<RoundRecipient> ToCall => [.. Recipients.Where(r => r.Address is null)];
}

/// <param name="Address">Null when the firm has no mailbox and is called.</param>
/// <param name="MailsThisWeek">From all cases, with whom is not told.</param>
/// <param name="Hold">Until when the mail would wait, and why; null when it leaves after the ten seconds to undo.</param>
public sealed record RoundRecipient(string Firm, string? Person, string? Address, string? Phone, string Desk, string Language, int MailsThisWeek, MailHold? Hold);

/// <summary>The mail in one language, as its first reader gets it.</summary>
public sealed record MailPreview(string Language, string Subject, string Body);
