using Networks.Data;
using Networks.Workflows.Access;
using Networks.Workflows.Common;

namespace Networks.Workflows.Changes.SettleFund;

/// <summary>
/// The common fund of a network that ends: what is left of it is shared out by what each has paid, one task for each share.
/// Contributions that are still owed are collected first, or all let go of them.
/// </summary>
/// <remarks>Refused: no such task is open; contributions owed and not let go of; a day to come.</remarks>
/// <param name="ResidualCents">After the debts of the fund; zero when nothing is left.</param>
/// <param name="On">Legal day of the reckoning.</param>
/// <param name="Waive">All participants let go of what is still owed.</param>
[Access(Right.CaseManage)]
public sealed record SettleFund(Guid OperationId, CaseId CaseId, Guid Change, long? ResidualCents, DateOnly? On, bool Waive, string? Note)
    : ICommand<SettledFund>, ICaseRequest, IChecked
{
    private const int _longestNote = 2000;

    public IEnumerable<Refusal> Faults()
    {
        if (ResidualCents is null or < 0)
        {
            yield return ChangeRefusals.AmountMissing;
        }

        if (On is null)
        {
            yield return ChangeRefusals.DayMissing("on");
        }

        if (Note?.Length > _longestNote)
        {
            yield return ChangeRefusals.TooLong("note", _longestNote);
        }
    }
}

/// <param name="Shares">How many firms get something.</param>
public sealed record SettledFund(int Shares);

/// <summary>What is known of the common fund of a network that ends.</summary>
[Access(Right.CaseRead)]
public sealed record ShowFundSettlement(CaseId CaseId, Guid Change) : IQuery<FundSettlement>, ICaseRequest;

/// <param name="ResidualCents">Null while nobody has said what is left.</param>
/// <param name="MaySettle">It is the turn of this, and the reader leads the case.</param>
public sealed record FundSettlement(string Network, string? Rules, IReadOnlyList<FundPosition> Firms, long? ResidualCents, DateOnly Today, bool MaySettle)
{
    public long PaidCents => Firms.Sum(f => f.PaidCents);

    public long OpenCents => Firms.Sum(f => f.OpenCents);
}

/// <param name="OpenCents">Owed and neither paid nor let go of.</param>
/// <param name="ShareCents">Of what is left; null while nobody has said what is.</param>
public sealed record FundPosition(ParticipantId Participant, string Firm, long PaidCents, long OpenCents, long? ShareCents);
