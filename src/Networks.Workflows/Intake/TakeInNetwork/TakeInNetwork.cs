using Networks.Data;
using Networks.Data.EnterpriseNetworks;
using Networks.Workflows.Access;
using Networks.Workflows.Common;

namespace Networks.Workflows.Intake.TakeInNetwork;

/// <summary>
/// A network that exists already is taken in with what the register says of it. Its history here begins today: only what
/// the register has is written, and the health check comes first. Refused: what cannot be read, firms that are wrong.
/// </summary>
/// <param name="Firms">
/// One firm a line: name with its number, then, after semicolons, its REA number and the day on which the contract was
/// entered on its position.
/// </param>
[Access(Right.DeskWork)]
public sealed record TakeInNetwork(string? Name, NetworkKind? Kind, DateOnly? DeedOn, string? Firms) : ICommand<TakenIn>, IChecked
{
    private const int _name = 400;
    private const int _word = 100;

    public Guid OperationId { get; init; }

    /// <summary>Number of the contract in the register; null while unknown.</summary>
    public string? ContractNumber { get; init; }

    public bool HasFund { get; init; }

    /// <summary>Who holds the common body; null without one.</summary>
    public string? Body { get; init; }

    public int? DurationYears { get; init; }

    public int? RenewalYears { get; init; }

    public int? NoticeMonths { get; init; }

    /// <summary>Province of the network's seat; needed for the own entry of a network with legal personality.</summary>
    public string? SeatProvince { get; init; }

    /// <summary>The own entry of a network with legal personality; null for the other kind.</summary>
    public DateOnly? OwnEntryOn { get; init; }

    public IEnumerable<Refusal> Faults()
    {
        if (string.IsNullOrWhiteSpace(Name))
        {
            yield return TakeInRefusals.NameMissing;
        }

        if (Name?.Length > _name)
        {
            yield return IntakeRefusals.TooLong("name", _name);
        }

        if (ContractNumber?.Length > _word)
        {
            yield return IntakeRefusals.TooLong("contract-number", _word);
        }

        if (Kind is null)
        {
            yield return IntakeRefusals.KindMissing;
        }

        if (DeedOn is null)
        {
            yield return TakeInRefusals.DeedMissing;
        }

        if (RegisterLines.Read(Firms).Count == 0)
        {
            yield return IntakeRefusals.FirmsMissing;
        }
    }
}

/// <param name="DesksAsked">How many firms wait for the yes of another desk.</param>
public sealed record TakenIn(CaseId Case, string Reference, int Firms, int DesksAsked);

internal static class TakeInRefusals
{
    public static readonly Refusal NameMissing = new(RefusalKind.Invalid, "intake.network-name-missing") { Field = "name" };

    public static readonly Refusal DeedMissing = new(RefusalKind.Invalid, "intake.deed-day-missing") { Field = "deed-on" };

    public static Refusal DeedToCome(DateOnly day) => new(RefusalKind.Invalid, "intake.deed-to-come", day) { Field = "deed-on" };

    /// <summary>Without it nobody knows at which chamber the firm was entered.</summary>
    public static Refusal ReaMissing(string line) => new(RefusalKind.Invalid, "intake.line-rea-missing", line) { Field = "firms" };

    public static Refusal EntryToCome(string line, DateOnly day) => new(RefusalKind.Invalid, "intake.line-day-to-come", line, day) { Field = "firms" };

    public static Refusal Unreadable(string line, string part) => new(RefusalKind.Invalid, "intake.line-unreadable", line, part) { Field = "firms" };

    public static readonly Refusal SeatUnknown = new(RefusalKind.Invalid, "intake.seat-province-unknown") { Field = "seat-province" };
}
