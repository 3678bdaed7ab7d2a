using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.EnterpriseNetworks;
using Networks.Workflows.Common;

namespace Networks.Workflows.Engine.Moving;

/// <param name="Text">A name, or the key of a sentence.</param>
public sealed record SubjectName(string Text, bool IsKey = false)
{
    public string Said => IsKey ? Words.Say(Text) : Text;
}

/// <summary>What the subjects of a case's tasks are called: firms, the firms of filings and contributions, duties, milestones.</summary>
internal static class SubjectNames
{
    public static async Task<IReadOnlyDictionary<Guid, SubjectName>> OfAsync(NetworksDbContext db, CaseId id, CancellationToken cancellationToken)
    {
        var network = await db.EnterpriseNetworks.Where(n => n.CaseId == id).Select(n => n.Name).FirstOrDefaultAsync(cancellationToken) ?? "";
        var firms = await db.Participants.AsNoTracking().Where(p => p.CaseId == id)
            .Join(db.Firms, p => p.FirmId, f => f.Id, (p, f) => new { p.Id, f.Name, f.TaxCode, p.Status }).ToListAsync(cancellationToken);

        // The name of a firm whose desk has not said yes is not told.
        var names = firms.ToDictionary(f => f.Id.Value, f => new SubjectName(f.Status == ParticipantStatus.Proposed ? f.TaxCode : f.Name));
        foreach (var filing in await db.Filings.AsNoTracking().Where(f => f.CaseId == id).ToListAsync(cancellationToken))
        {
            names[filing.Id.Value] = filing.ParticipantId is { } firm ? names[firm.Value] : new SubjectName(network);
        }

        foreach (var duty in await db.Duties.AsNoTracking().Where(d => d.CaseId == id).ToListAsync(cancellationToken))
        {
            names[duty.Id] = new SubjectName($"follow-up.duty-{duty.Kind}", IsKey: true);
        }

        foreach (var milestone in await db.Milestones.AsNoTracking().Where(m => m.CaseId == id).ToListAsync(cancellationToken))
        {
            names[milestone.Id] = new SubjectName(milestone.Title);
        }

        foreach (var contribution in await db.FundContributions.AsNoTracking().Where(c => c.CaseId == id).ToListAsync(cancellationToken))
        {
            names[contribution.Id] = names[contribution.ParticipantId.Value];
        }

        return names;
    }
}
