using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Cases;
using Networks.Data.EnterpriseNetworks;
using Networks.Data.Firms;

namespace Networks.Workflows.Documents;

/// <summary>A case with its network and its active participants in the contract's order.</summary>
internal sealed record ContractParties(Case Case, EnterpriseNetwork Network, IReadOnlyList<ContractParty> Parties)
{
    public static Task<ContractParties> LoadAsync(NetworksDbContext db, CaseId caseId, CancellationToken cancellationToken) =>
        LoadAsync(db, caseId, p => p.Status == ParticipantStatus.Active, cancellationToken);

    /// <summary>Those that signed the contract, whoever has left since; to be read, not changed.</summary>
    public static Task<ContractParties> LoadSignatoriesAsync(NetworksDbContext db, CaseId caseId, CancellationToken cancellationToken) => LoadAsync(
        db, caseId, p => p.Kind == ParticipantKind.Original && (p.Status == ParticipantStatus.Active || p.Status == ParticipantStatus.Withdrawn), cancellationToken);

    private static async Task<ContractParties> LoadAsync(NetworksDbContext db, CaseId caseId, Expression<Func<Participant, bool>> who, CancellationToken cancellationToken)
    {
        var @case = await db.Cases.FirstAsync(c => c.Id == caseId, cancellationToken);
        var network = await db.EnterpriseNetworks.FirstAsync(n => n.CaseId == caseId, cancellationToken);
        var parties = await db.Participants
            .Where(p => p.CaseId == caseId)
            .Where(who)
            .OrderBy(p => p.Order)
            .Join(db.Firms, p => p.FirmId, f => f.Id, (p, f) => new { p, f })
            .ToListAsync(cancellationToken);
        return new ContractParties(@case, network, [.. parties.Select(x => new ContractParty(x.p, x.f))]);
    }
}

internal sealed record ContractParty(Participant Participant, Firm Firm);
