using System.Linq.Expressions;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Networks.Data;
using Networks.Data.Changes;
using Networks.Data.Drafts;
using Networks.Data.Firms;
using Networks.Data.History;
using Networks.Data.Signing;

namespace Networks.Workflows.Administration.Holdings;

/// <summary>Rows of one kind.</summary>
/// <param name="Word">As in <see cref="HoldingTable.Word"/>.</param>
internal sealed record HoldingPart(string Word, IReadOnlyList<JsonObject> Rows);

/// <summary>
/// Everything that is held about one firm. Tables are found by the model: each whose rows name a firm or a participation is
/// read, so that a new one cannot be forgotten.
/// </summary>
internal sealed class FirmHoldings(NetworksDbContext db)
{
    /// <summary>Tables that are read by what is in their rows, beside those that the model tells.</summary>
    private static readonly Type[] _others = [typeof(CaseEvent), typeof(ApprovalRound), typeof(SignedFile), typeof(ChangeSignature)];

    public static IEnumerable<HoldingTable> Tables(IModel model) => HoldingTable.All(model).Where(t => _others.Contains(t.Type.ClrType) || Keys(t).Any());

    /// <summary>In the order of their names, the firm itself first; parts without rows are left out.</summary>
    public async Task<List<HoldingPart>> ReadAsync(Firm firm, CancellationToken cancellationToken)
    {
        var participants = await db.Participants.AsNoTracking().Where(p => p.FirmId == firm.Id).ToListAsync(cancellationToken);
        var own = participants.ConvertAll(p => p.Id);
        var cases = participants.ConvertAll(p => p.CaseId).Distinct().ToList();
        var parts = new List<HoldingPart>();
        foreach (var table in Tables(db.Model).OrderBy(t => t.Type.ClrType != typeof(Firm)).ThenBy(t => t.Word, StringComparer.Ordinal))
        {
            var rows = table.Type.ClrType switch
            {
                var t when t == typeof(CaseEvent) => (await db.CaseEvents.AsNoTracking().Where(e => e.FirmId == firm.Id || cases.Contains(e.CaseId)).OrderBy(e => e.RecordedAt).ToListAsync(cancellationToken)).FindAll(e => IsAbout(e, firm, own)).ConvertAll(table.Write),
                var t when t == typeof(ApprovalRound) => Answers(await db.ApprovalRounds.AsNoTracking().Where(r => cases.Contains(r.CaseId)).OrderBy(r => r.OpenedAt).ToListAsync(cancellationToken), table, own),
                var t when t == typeof(SignedFile) => (await db.SignedFiles.AsNoTracking().Where(f => cases.Contains(f.CaseId)).ToListAsync(cancellationToken)).FindAll(f => f.Signatories.Any(own.Contains)).ConvertAll(table.Write),
                var t when t == typeof(ChangeSignature) => (await db.ChangeSignatures.AsNoTracking().Where(s => db.NetworkChanges.Any(c => c.Id == s.ChangeId && cases.Contains(c.CaseId))).ToListAsync(cancellationToken)).FindAll(s => s.Signatories.Any(own.Contains)).ConvertAll(table.Write),
                var t => await KeyedRows.ReadAsync(db, table, row => About(table, row, firm.Id, own), cancellationToken),
            };
            if (rows.Count > 0)
            {
                parts.Add(new HoldingPart(table.Word, rows));
            }
        }

        return parts;
    }

    /// <summary>A row of a history that the firm caused, or that names it or its participation.</summary>
    public static bool IsAbout(CaseEvent row, Firm firm, IReadOnlyList<ParticipantId> own) => row.FirmId == firm.Id
        || row.Facts.Values.Any(v => v == firm.TaxCode || v == firm.Name || own.Any(p => string.Equals(v, p.Value.ToString(), StringComparison.OrdinalIgnoreCase)))
        || row.PersonalText is { } text && NamesOf(firm).Any(n => text.Contains(n, StringComparison.OrdinalIgnoreCase));

    private static IEnumerable<string> NamesOf(Firm firm) =>
        firm.Representatives.Select(r => r.FullName).Append(firm.ContactName).Append(firm.Email).Append(firm.Phone).Append(firm.Name).Append(firm.TaxCode).OfType<string>().Where(n => n.Length > 3);

    private static List<JsonObject> Answers(List<ApprovalRound> rounds, HoldingTable table, List<ParticipantId> own)
    {
        var written = new List<JsonObject>();
        foreach (var round in rounds.Where(r => r.Answers.Any(a => own.Contains(a.ParticipantId))))
        {
            var row = table.Write(round);
            var answers = row["Answers"]!.AsArray();
            foreach (var foreign in answers.Where(a => !own.Exists(p => $"{p.Value}" == a!["ParticipantId"]!.GetValue<string>())).ToList())
            {
                answers.Remove(foreign);
            }

            written.Add(row);
        }

        return written;
    }

    private static IEnumerable<IProperty> Keys(HoldingTable table) =>
        table.Type.GetProperties().Where(p => p.PropertyInfo is not null && (Nullable.GetUnderlyingType(p.ClrType) ?? p.ClrType) is var type && (type == typeof(FirmId) || type == typeof(ParticipantId)));

    private static Expression About(HoldingTable table, Expression row, FirmId firm, List<ParticipantId> own) =>
        Keys(table).Select(key => (Nullable.GetUnderlyingType(key.ClrType) ?? key.ClrType) == typeof(FirmId)
            ? Expression.Equal(Expression.Property(row, key.PropertyInfo!), Expression.Constant(firm, key.ClrType))
            : Own(Expression.Property(row, key.PropertyInfo!), own)).Aggregate(Expression.OrElse);

    private static Expression Own(Expression key, List<ParticipantId> own)
    {
        var isNullable = Nullable.GetUnderlyingType(key.Type) is not null;
        var isOwn = Expression.Call(Expression.Constant(own), nameof(List<>.Contains), null, isNullable ? Expression.Property(key, "Value") : key);
        return isNullable ? Expression.AndAlso(Expression.Property(key, "HasValue"), isOwn) : isOwn;
    }
}
