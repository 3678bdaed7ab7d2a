using Microsoft.AspNetCore.Http.Extensions;
using Networks.Data;
using Networks.Web.Components;
using Networks.Workflows.Common;

namespace Networks.Web.Administration.ListJournal;

/// <summary>The filters of the journal as an address carries them.</summary>
internal static class JournalQuery
{
    public static IReadOnlyList<string> Kinds { get; } = [.. JournalKinds.All, "case", "lead"];

    public static Workflows.Administration.ListJournal.ListJournal Read(IQueryCollection query) => new(
        Kinds.Contains(query["kind"].ToString()) ? query["kind"].ToString() : null,
        Guid.TryParse(query["person"], out var person) ? new OfficerId(person) : null,
        TypedDay.Of(query["from"]),
        TypedDay.Of(query["until"]),
        query["network"].ToString().Trim() is { Length: > 0 } reference ? reference : null,
        long.TryParse(query["before"], out var before) ? before : null);

    /// <summary>The same filters from where a page ended.</summary>
    public static string Older(IQueryCollection query, long before)
    {
        var next = new QueryBuilder(query.Where(p => p.Key != "before").Select(p => KeyValuePair.Create(p.Key, p.Value.ToString()))) { { "before", $"{before}" } };
        return AdministrationLink.Audit + next;
    }
}
