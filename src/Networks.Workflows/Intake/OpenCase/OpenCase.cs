using Networks.Data;
using Networks.Data.EnterpriseNetworks;
using Networks.Workflows.Access;
using Networks.Workflows.Common;

namespace Networks.Workflows.Intake.OpenCase;

/// <summary>
/// A phone call becomes a case: its network, its firms, its first tasks. The desk's own firms take part at once, those
/// that another desk follows are proposed and that desk is asked. One firm alone is allowed here. Repeating it with the
/// same operation id gives the same case. Refused: a wrong or missing number, the same firm twice, a firm that can never
/// take part, a form of signature that does not fit the kind.
/// </summary>
/// <param name="Need">What the firms want to do together; read by the desks that are asked, so without firms' names.</param>
/// <param name="Firms">Several numbers or names, one per line or separated by commas.</param>
[Access(Right.DeskWork)]
public sealed record OpenCase(string? Need, string? Firms) : ICommand<OpenedCase>, IChecked
{
    private const int remark = 4000;
    private const int name = 400;

    public Guid OperationId { get; init; }

    /// <summary>Null: the network is named after its first firm.</summary>
    public string? Name { get; init; }

    public IReadOnlyList<FirmFacts> Details { get; init; } = [];

    /// <summary>Null: decided later.</summary>
    public NetworkKind? Kind { get; init; }

    /// <summary>Null: decided later.</summary>
    public SignatureForm? Form { get; init; }

    public IEnumerable<Refusal> Faults()
    {
        if (Name?.Length > name)
        {
            yield return IntakeRefusals.TooLong("name", name);
        }

        if (string.IsNullOrWhiteSpace(Need))
        {
            yield return IntakeRefusals.NeedMissing;
        }
        else if (Need.Length > remark)
        {
            yield return IntakeRefusals.TooLong("need", remark);
        }

        if (TypedFirms.Read(Firms).Count == 0)
        {
            yield return IntakeRefusals.FirmsMissing;
        }
    }
}

/// <param name="Reference"><c>N-2026-0042</c>.</param>
/// <param name="DesksAsked">How many firms wait for the yes of another desk.</param>
public sealed record OpenedCase(CaseId Case, string Reference, string Name, int Firms, int DesksAsked);
