using System.Text.Json.Serialization;
using MediatR;
using Networks.Workflows.Access;
using Networks.Workflows.Common;

namespace Networks.Workflows.Discovery.Cards;

/// <summary>One short act of those that bring a large division to its new cards: hiding, writing, or taking away what nobody shows.</summary>
[Access(Right.ServiceRun)]
internal sealed record MakeCardsInParts(string Division) : ICommand<int>
{
    public Guid OperationId => Guid.Empty;

    [JsonIgnore]
    public CardPlan? Plan { get; init; }

    /// <summary>Numbers of cards that are hidden.</summary>
    [JsonIgnore]
    public IReadOnlyList<long> Hidden { get; init; } = [];

    /// <summary>Terms of cards that are written.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> Written { get; init; } = [];

    /// <summary>Numbers of firms that show none.</summary>
    [JsonIgnore]
    public IReadOnlyList<long> Bare { get; init; } = [];
}

internal sealed class MakeCardsInPartsHandler(CardPortions portions) : IRequestHandler<MakeCardsInParts, Result<int>>
{
    public async Task<Result<int>> Handle(MakeCardsInParts request, CancellationToken cancellationToken) => request switch
    {
        { Hidden.Count: > 0 } => await portions.HideAsync(request.Hidden, cancellationToken),
        { Plan: { } plan, Written.Count: > 0 } => await portions.WriteAsync(plan, request.Written, cancellationToken),
        { Plan: { } plan, Bare.Count: > 0 } => await portions.BareAsync(plan, request.Bare, cancellationToken),
        _ => await portions.DropAsync(request.Division, cancellationToken),
    };
}
