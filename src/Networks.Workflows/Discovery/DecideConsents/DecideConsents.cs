using Networks.Data;
using Networks.Workflows.Access;
using Networks.Workflows.Common;

namespace Networks.Workflows.Discovery.DecideConsents;

/// <summary>What happens with the consents of several firms. Stored words.</summary>
public enum ConsentAct
{
    /// <summary>What they allowed and have not taken back holds until another day.</summary>
    Renew,

    /// <summary>All that they allow is taken back at once.</summary>
    Withdraw,
}

/// <summary>Renews or withdraws the consents of several firms of the person's desk.</summary>
/// <param name="Until">Last day; only for renewing.</param>
/// <param name="How">How they were heard, a stored word; only for renewing.</param>
[Access(Right.DeskWork)]
public sealed record DecideConsents(Guid OperationId, IReadOnlyList<FirmId> Firms, ConsentAct Act, DateOnly? Until, string? How, bool Confirmed) : IBulk, IChecked
{
    public IEnumerable<Refusal> Faults() => BulkLimits.Faults(Firms.Count);
}

/// <summary>
/// What a firm of the person's desk allowed holds until another day: what holds now, and what ran out by itself. What
/// it took back stays so. Refused: nothing to renew, a day that has passed, nobody said how it was heard.
/// </summary>
[Access(Right.DeskWork)]
public sealed record RenewConsents(Guid OperationId, FirmId Firm, DateOnly? Until, string? How) : ICommand<ConsentsDecided>, IChecked
{
    public const int MostYears = 5;

    public IEnumerable<Refusal> Faults()
    {
        if (Until is null)
        {
            yield return DiscoveryRefusals.ConsentDay;
        }

        if (How is not { Length: > 0 and <= 20 })
        {
            yield return DiscoveryRefusals.HowMissing;
        }
    }
}

/// <summary>All that a firm of the person's desk allows is taken back at once, and with it what stood on it.</summary>
/// <remarks>Refused: it allows nothing.</remarks>
[Access(Right.DeskWork)]
public sealed record WithdrawConsents(Guid OperationId, FirmId Firm) : ICommand<ConsentsDecided>;

/// <param name="Purposes">Which, as stored words.</param>
public sealed record ConsentsDecided(IReadOnlyList<Networks.Data.Firms.ConsentPurpose> Purposes);
