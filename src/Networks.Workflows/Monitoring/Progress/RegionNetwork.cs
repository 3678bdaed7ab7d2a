using System.Globalization;
using Networks.Data;
using Networks.Data.Cases;
using Networks.Data.Work;

namespace Networks.Workflows.Monitoring.Progress;

/// <summary>An open task of a case.</summary>
/// <param name="Desk">That does it, or follows the firm that does.</param>
internal sealed record RegionTask(WaitsFor Party, string Task, AssociationId Desk, DateTimeOffset OpenedAt, DateOnly? DueOn);

/// <summary>A firm that takes part, without its name: enough to count it once.</summary>
/// <param name="Province">Sigla of the register; empty when it has none.</param>
internal readonly record struct RegionFirm(string Province, ulong Key)
{
    public static RegionFirm Of(string? province, FirmId firm)
    {
        Span<byte> bytes = stackalloc byte[16];
        firm.Value.TryWriteBytes(bytes);

        // The second half of an id is random; the first is the time.
        return new RegionFirm(province ?? "", BitConverter.ToUInt64(bytes[8..]));
    }

    /// <summary><c>LC9f3c00aa12345678 --00c1…</c>: two letters and sixteen digits of each.</summary>
    public static string Write(IEnumerable<RegionFirm> firms) => string.Join(' ', firms.Select(f =>
        string.Create(CultureInfo.InvariantCulture, $"{(f.Province.Length == 2 ? f.Province : "--")}{f.Key:x16}")));

    /// <exception cref="FormatException">It was not written by <see cref="Write"/>.</exception>
    public static RegionFirm[] Read(string text)
    {
        const int Length = 19;
        var firms = new RegionFirm[(text.Length + 1) / Length];
        for (var i = 0; i < firms.Length; i++)
        {
            var one = text.AsSpan(i * Length, Length - 1);
            firms[i] = new RegionFirm(one[0] == '-' ? "" : string.Intern(one[..2].ToString()), ulong.Parse(one[2..], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture));
        }

        return firms;
    }
}

/// <summary>A case as the lead counts it.</summary>
/// <param name="Version">Of the case when it was read.</param>
internal sealed record RegionNetwork(CaseId Id, string Reference, AssociationId Owner, CaseStatus Status, long Version, DateTimeOffset? SuspendedAt, Moment[] Moments, RegionFirm[] Firms)
{
    /// <summary>As it is known now.</summary>
    public CaseCourse Course { get; } = CaseCourse.Of(Moments) ?? throw new InvalidOperationException($"Case {Reference} has no history.");

    public IReadOnlyList<RegionTask> Tasks { get; init; } = [];
}
