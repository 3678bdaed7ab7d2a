using Networks.Data;
using Networks.Workflows.Access;
using Networks.Workflows.Common;

namespace Networks.Workflows.Discovery.ShowFirmRecord;

/// <summary>A firm of the person's desk with its profile and its card. A firm of another desk is not there.</summary>
[Access(Right.DeskWork)]
public sealed record ShowFirmRecord(FirmId Firm) : IQuery<FirmRecord>;

/// <param name="Values">By the words of <see cref="Register.RegisterFields.Names"/>.</param>
/// <param name="Cases">The networks in which it is and which the desk may read.</param>
/// <param name="Card">What other desks see; null while they see nothing.</param>
/// <param name="TooFew">It lets itself be shown, and fewer firms than needed are like it.</param>
public sealed record FirmRecord(string Title, IReadOnlyDictionary<string, string> Values, IReadOnlyList<FirmCase> Cases, Card? Card, bool TooFew, int AnonymityK)
{
    /// <summary>Networks in which it is by the Chambers' workbook; never null.</summary>
    public IReadOnlyList<KnownNetworkHint> Elsewhere { get; init; } = [];
}

public sealed record FirmCase(CaseId Id, string Reference, string Network);
