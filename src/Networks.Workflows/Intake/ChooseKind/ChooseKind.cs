using Networks.Data;
using Networks.Data.EnterpriseNetworks;
using Networks.Workflows.Access;
using Networks.Workflows.Common;
using Networks.Workflows.Rules;

namespace Networks.Workflows.Intake.ChooseKind;

/// <summary>
/// The kind of network and the form of signature. Once a text exists a change makes it a text of another contract: open
/// rounds close, approvals are superseded, and the officer says that this is meant. Refused: a form that the kind does not
/// allow, a professional in a rete-contratto, a change that another officer made meanwhile, any change after the deed.
/// </summary>
[Access(Right.CaseManage)]
public sealed record ChooseKind(CaseId CaseId, NetworkKind? Kind, SignatureForm? Form) : ICommand<ChosenKind>, ICaseRequest, IChecked
{
    public Guid OperationId { get; init; }

    /// <summary>What the form was made from.</summary>
    public NetworkKind? WasKind { get; init; }

    /// <summary>What the form was made from.</summary>
    public SignatureForm? WasForm { get; init; }

    /// <summary>The officer has read that the text changes and the round must be repeated.</summary>
    public bool RepeatRound { get; init; }

    public IEnumerable<Refusal> Faults()
    {
        if (Kind is null)
        {
            yield return IntakeRefusals.KindMissing;
        }
    }
}

public sealed record ChosenKind(NetworkKind Kind, SignatureForm? Form, bool TextChanged);

/// <summary>What is chosen now, and what a change would mean.</summary>
[Access(Right.CaseRead)]
public sealed record ShowKind(CaseId CaseId) : IQuery<KindNow>, ICaseRequest;

/// <param name="HasText">A text exists: it must be made again after a change.</param>
/// <param name="Findings">What the rule of admission says about the firms, by kind.</param>
public sealed record KindNow(
    string Network,
    NetworkKind? Kind,
    SignatureForm? Form,
    bool HasText,
    Refusal? Refusal,
    IReadOnlyDictionary<NetworkKind, IReadOnlyList<RuleFinding>> Findings);
