using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Cases;
using Networks.Data.EnterpriseNetworks;
using Networks.Data.Firms;

namespace Networks.Workflows.Drafting;

/// <summary>A case with its network and its active participants in the contract's order.</summary>
internal sealed record ContractParties(Case Case, EnterpriseNetwork Network, IReadOnlyList<ContractParty> Parties)
{
    public static async Task<ContractParties> LoadAsync(NetworksDbContext db, CaseId caseId, CancellationToken cancellationToken)
    {
        var @case = await db.Cases.FirstAsync(c => c.Id == caseId, cancellationToken);
        var network = await db.EnterpriseNetworks.FirstAsync(n => n.CaseId == caseId, cancellationToken);
        var parties = await db.Participants
            .Where(p => p.CaseId == caseId && p.Status == ParticipantStatus.Active)
            .OrderBy(p => p.Order)
            .Join(db.Firms, p => p.FirmId, f => f.Id, (p, f) => new { p, f })
            .ToListAsync(cancellationToken);
        return new ContractParties(@case, network, [.. parties.Select(x => new ContractParty(x.p, x.f))]);
    }
}

internal sealed record ContractParty(Participant Participant, Firm Firm);
