using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Cases;
using Networks.Data.Changes;
using Networks.Data.EnterpriseNetworks;
using Networks.Workflows.Common;
using Networks.Workflows.Engine;

namespace Networks.Workflows.Changes;

/// <summary>Rows of the history about a change: its kind, its day, and the firm's name as erasable text.</summary>
internal static class ChangeHistory
{
    public static async Task RecordAsync(StepContext context, NetworkChange change, string name, DateOnly on, CancellationToken cancellationToken) =>
        Record(context.History, context.Case, change, name, on, await NameAsync(context.Db, change, cancellationToken));

    public static void Record(CaseHistory history, Case @case, NetworkChange change, string name, DateOnly on, string? text) =>
        history.Record(@case, name, on, new Dictionary<string, string>
        {
            ["change"] = change.Id.ToString("N", CultureInfo.InvariantCulture),
            ["date"] = on.ToString("O", CultureInfo.InvariantCulture),
            ["kind"] = change.Kind.ToString(),
        }, text);

    /// <summary>Every firm that has ever taken part, by its participation.</summary>
    public static async Task<IReadOnlyDictionary<ParticipantId, string>> NamesAsync(NetworksDbContext db, CaseId id, CancellationToken cancellationToken) =>
        await db.Participants.AsNoTracking().Where(p => p.CaseId == id).Join(db.Firms.IgnoreAutoIncludes(), p => p.FirmId, f => f.Id, (p, f) => new { p.Id, f.Name })
            .ToDictionaryAsync(p => p.Id, p => p.Name, cancellationToken);

    /// <summary>The firm that the change is about, else what the desk wrote; null for neither.</summary>
    public static async Task<string?> NameAsync(NetworksDbContext db, NetworkChange change, CancellationToken cancellationToken) =>
        await db.Participants.Where(p => p.Id == change.ParticipantId && p.Status != ParticipantStatus.Declined)
            .Join(db.Firms, p => p.FirmId, f => f.Id, (_, f) => f.Name).FirstOrDefaultAsync(cancellationToken) ?? change.Text;
}
