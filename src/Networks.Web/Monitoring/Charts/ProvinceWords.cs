using Networks.Data.Reference;

namespace Networks.Web.Monitoring.Charts;

/// <summary>Names of provinces and departments: proper names, the same in every language.</summary>
internal static class ProvinceWords
{
    /// <returns>Null for firms without one.</returns>
    public static string? Of(string? sigla) => sigla is null ? null
        : Provinces.All.LastOrDefault(p => p.Sigla == sigla)?.Name ?? ProvinceShapes.All.FirstOrDefault(s => s.Sigla == sigla)?.Name ?? sigla;
}
