using Networks.Data;
using Networks.Data.EnterpriseNetworks;
using Networks.Workflows.Rules;

namespace Networks.Workflows.Changes.WhatIf;

/// <summary>A firm of the copy.</summary>
/// <param name="Province">Of its register position; null while unknown.</param>
/// <param name="IsEntered">Its entry of the first registration has been made.</param>
/// <param name="Division">Two digits of its main activity; null while unknown.</param>
/// <param name="PaidCents">What it has paid into the fund; null while nobody recorded a payment.</param>
internal sealed record CopiedFirm(
    ParticipantId Id,
    FirmId Firm,
    string Name,
    string? Representative,
    string? Province,
    string? Chamber,
    AssociationId Desk,
    bool IsOriginal,
    bool IsEntered,
    DateOnly? EnteredOn,
    long? ContributionCents,
    long? PaidCents,
    IReadOnlyList<string> Capabilities,
    string? Division);

/// <summary>A network as a simulation sees it: read once, never written back.</summary>
internal sealed record NetworkCopy
{
    public required string Name { get; init; }

    public required WithdrawalStage Stage { get; init; }

    public required NetworkKind Kind { get; init; }

    public required ContractTerms Terms { get; init; }

    public required bool HasFund { get; init; }

    public required string? BodyHolder { get; init; }

    public required ParticipantId? Reference { get; init; }

    public required ParticipantId? Mandatary { get; init; }

    public required FirmId? Reporter { get; init; }

    /// <summary>Chamber of the network's own seat; null where it has none.</summary>
    public required string? SeatChamber { get; init; }

    /// <summary>Confirmed day of effect; null before.</summary>
    public required DateOnly? EffectOn { get; init; }

    /// <summary>Number of the approval round whose answers count; null for none.</summary>
    public required int? Round { get; init; }

    public required int Approvals { get; init; }

    /// <summary>The firms that take part, in the contract's order.</summary>
    public required IReadOnlyList<CopiedFirm> Firms { get; init; }

    public int Required => MinimumParticipants.Required(Terms.MinimumParticipants);

    public IEnumerable<string> Capabilities => Firms.SelectMany(f => f.Capabilities).Distinct(StringComparer.OrdinalIgnoreCase);

    public long FundCents => Firms.Sum(f => f.ContributionCents ?? 0);

    /// <summary>The same network without some of its firms: their roles are vacant, and before the deed their text is no longer that of all.</summary>
    public NetworkCopy Without(IReadOnlyCollection<ParticipantId> leaving)
    {
        var gone = Firms.Where(f => leaving.Contains(f.Id)).ToList();
        return this with
        {
            Firms = [.. Firms.Where(f => !leaving.Contains(f.Id))],
            Reference = Reference is { } reference && leaving.Contains(reference) ? null : Reference,
            Mandatary = Mandatary is { } mandatary && leaving.Contains(mandatary) ? null : Mandatary,
            Reporter = gone.Exists(f => f.Firm == Reporter) ? null : Reporter,
            BodyHolder = gone.Exists(HoldsBody) ? null : BodyHolder,
            Round = Stage == WithdrawalStage.BeforeDeed ? null : Round,
            Approvals = Stage == WithdrawalStage.BeforeDeed ? 0 : Approvals,
        };
    }

    /// <summary>The contract names a person or a body in words: it is the firm's when the firm or its representative stands there.</summary>
    public bool HoldsBody(CopiedFirm firm) =>
        BodyHolder is { } holder
        && (holder.Contains(firm.Name, StringComparison.OrdinalIgnoreCase)
            || (firm.Representative is { } person && holder.Contains(person, StringComparison.OrdinalIgnoreCase)));
}
