using System.Globalization;
using System.Runtime.CompilerServices;
using Networks.Data;
using Networks.Data.Work;
using Networks.Workflows.Monitoring.ShowRegion;

namespace Networks.Workflows.Monitoring.Progress;

/// <summary>An open task of a case.</summary>
/// <param name="Desk">That does it, or follows the firm that does.</param>
/// <param name="For">What it is about: a filing where a chamber is waited for.</param>
internal sealed record RegionTask(WaitsFor Party, string Task, AssociationId Desk, DateTimeOffset OpenedAt, DateOnly? DueOn, Guid For);

/// <summary>A firm that takes part, without its name: enough to count it once.</summary>
/// <param name="Place">The two signs of the sigla of the register in one number; 0 when it has none.</param>
internal readonly record struct RegionFirm(int Place, ulong Key)
{
    private const int Length = 19;

    public static RegionFirm Of(string? province, FirmId firm)
    {
        Span<byte> bytes = stackalloc byte[16];
        firm.Value.TryWriteBytes(bytes);

        // The second half of an id is random; the first is the time.
        return new RegionFirm(PlaceOf(province), BitConverter.ToUInt64(bytes[8..]));
    }

    public static int PlaceOf(ReadOnlySpan<char> sigla) => sigla.Length == 2 ? (sigla[0] << 16) | sigla[1] : 0;

    /// <summary>Empty for none.</summary>
    public static string SiglaOf(int place) => place == 0 ? "" : new string([(char)(place >> 16), (char)(place & 0xFFFF)]);

    /// <summary><c>LC9f3c00aa12345678 --00c1…</c>: two letters and sixteen digits of each.</summary>
    public static string Write(IEnumerable<RegionFirm> firms) => string.Join(' ', firms.Select(f =>
        string.Create(CultureInfo.InvariantCulture, $"{(f.Place == 0 ? "--" : SiglaOf(f.Place))}{f.Key:x16}")));

    /// <exception cref="FormatException">It was not written by <see cref="Write"/>.</exception>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static RegionFirm[] Read(string text)
    {
        var firms = new RegionFirm[(text.Length + 1) / Length];
        for (var i = 0; i < firms.Length; i++)
        {
            var one = text.AsSpan(i * Length, Length - 1);
            firms[i] = new RegionFirm(one[0] == '-' ? 0 : PlaceOf(one[..2]), ulong.Parse(one[2..], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture));
        }

        return firms;
    }
}

/// <summary>A case as the lead counts it.</summary>
/// <param name="Version">Of the case when it was read.</param>
/// <param name="SuspendedAt">Null while it does not rest.</param>
internal sealed record RegionNetwork(CaseId Id, string Reference, AssociationId Owner, long Version, DateTimeOffset? SuspendedAt, Moment[] Moments, RegionFirm[] Firms)
{
    /// <summary>As it is known now.</summary>
    public CaseCourse Course { get; } = CaseCourse.Of(Moments) ?? throw new InvalidOperationException($"Case {Reference} has no history.");

    /// <summary>The open ones.</summary>
    public IReadOnlyList<RegionTask> Tasks { get; set; } = [];

    /// <summary>Whether it has entered the phase of this name, whatever became of it.</summary>
    public bool HasBeenIn(RegionState stage) => Array.Exists(Moments, m => m.Kind == MomentKind.Phase && (RegionState)m.Phase == stage);
}
