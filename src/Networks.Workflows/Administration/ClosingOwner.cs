using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Administration;
using Networks.Data.Reference;

namespace Networks.Workflows.Administration;

/// <summary>Whose closing days are meant: <c>association:…</c> with its id, or <c>chamber:…</c> with its code.</summary>
public sealed record ClosingOwner(AssociationId? Association, string? Chamber)
{
    private const string association = "association:";
    private const string chamber = "chamber:";

    public string Word => Association is { } own ? $"{association}{own.Value}" : chamber + Chamber;

    /// <returns>Null when it is neither.</returns>
    public static ClosingOwner? Read(string? word) => word switch
    {
        not null when word.StartsWith(association, StringComparison.Ordinal) && Guid.TryParse(word.AsSpan(association.Length), out var id) => new(new AssociationId(id), null),
        not null when word.StartsWith(chamber, StringComparison.Ordinal) && Chambers.Find(word[chamber.Length..]) is { } known => new(null, known.Code),
        _ => null,
    };

    internal static ClosingOwner Of(ClosingDay day) => new(day.AssociationId, day.Chamber);

    /// <summary>Associations of the programme that the person administers; a chamber's days are common to all of it.</summary>
    internal async Task<bool> IsMineAsync(NetworksDbContext db, Ground ground, CancellationToken cancellationToken)
    {
        var (programme, own) = (ground.Programme.Id, Association);
        return own is null || (own == ground.Association || ground.All) && await db.Associations.AnyAsync(a => a.Id == own && a.ProgrammeId == programme, cancellationToken);
    }
}
