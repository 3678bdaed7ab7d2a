using Networks.Data;
using Networks.Data.EnterpriseNetworks;
using Networks.Workflows.Access;
using Networks.Workflows.Common;
using Networks.Workflows.Mail;

namespace Networks.Workflows.Registration.ConfirmEffect;

/// <summary>
/// A person confirms the computed day of effect; only then firms and desks are told, and the first duties are planned.
/// </summary>
/// <remarks>Law: D.L. 5/2009 art. 3 co. 4-quater (see EffectDate).</remarks>
/// <param name="Seen">The day that the person saw; another one in the meantime is refused.</param>
[Access(Right.EffectConfirm)]
public sealed record ConfirmEffect(Guid OperationId, CaseId CaseId, DateOnly? Seen) : ICommand<ConfirmedEffect>, ICaseRequest;

/// <param name="Mails">How many were queued.</param>
public sealed record ConfirmedEffect(DateOnly EffectOn, int Mails);

/// <summary>What would be confirmed, and who would be told.</summary>
[Access(Right.EffectConfirm)]
public sealed record PreviewEffect(CaseId CaseId) : IQuery<EffectPreview>, ICaseRequest;

/// <param name="Day">Null while an entry is missing.</param>
/// <param name="Confirmed">Null until a person confirmed it.</param>
/// <param name="Recipients">In the order in which they are shown; those without a mailbox are called.</param>
public sealed record EffectPreview(
    string NetworkName, NetworkKind Kind, DateOnly? Day, DateOnly? Confirmed, int Missing, string Formula, string Citation, IReadOnlyList<EffectRecipient> Recipients);
