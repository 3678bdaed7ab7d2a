using System.Text.Json.Serialization;
using MediatR;
using Networks.Data;
using Networks.Workflows.Access;
using Networks.Workflows.Common;

namespace Networks.Workflows.Discovery.Cards;

/// <summary>Makes the cards of a division anew.</summary>
[Access(Right.ServiceRun)]
internal sealed record MakeCards(string Division) : ICommand<int>
{
    public Guid OperationId => Guid.Empty;

    /// <summary>Thought out before the act, so that others who write need not wait for it; null for not yet.</summary>
    [JsonIgnore]
    public CardPlan? Plan { get; init; }
}

internal sealed class MakeCardsHandler(CardKeeping cards) : IRequestHandler<MakeCards, Result<int>>
{
    public async Task<Result<int>> Handle(MakeCards request, CancellationToken cancellationToken) => await cards.MakeAsync(request.Division, request.Plan, cancellationToken);
}

/// <summary>Writes the terms of firms that were on file before there was a search.</summary>
[Access(Right.ServiceRun)]
internal sealed record MakeTerms(IReadOnlyList<FirmId> Firms) : ICommand<int>
{
    public const int Size = 500;

    public Guid OperationId => Guid.Empty;
}

internal sealed class MakeTermsHandler(CardKeeping cards) : IRequestHandler<MakeTerms, Result<int>>
{
    public async Task<Result<int>> Handle(MakeTerms request, CancellationToken cancellationToken) => (await cards.IndexAsync(request.Firms, cancellationToken)).Count;
}
