using System.Globalization;
using System.Runtime.CompilerServices;
using Networks.Data.Cases;

namespace Networks.Workflows.Monitoring.Progress;

internal enum MomentKind
{
    Opened,
    Phase,
    Deed,
    Effect,
    Closed,

    /// <summary>The last act was taken back: of those that are told here, only an end can be, and what follows tells the rest.</summary>
    Undone,

    /// <summary>A firm that took part went, before the effect or after it.</summary>
    Left,
}

/// <summary>Something of a case's history that the lead's numbers are made from.</summary>
/// <param name="Phase">That was entered; without meaning for the other kinds.</param>
/// <param name="On">Legal day.</param>
/// <param name="KnownAt">When the service learnt it, in Unix milliseconds.</param>
internal readonly record struct Moment(MomentKind Kind, CasePhase Phase, DateOnly On, long KnownAt)
{
    private const string Kinds = "opdecul";

    /// <summary><c>o739684@1773140400000 p0739684@1773140400000</c>: kind, phase, day, instant.</summary>
    public static string Write(IEnumerable<Moment> moments) => string.Join(' ', moments.Select(m =>
        string.Create(CultureInfo.InvariantCulture, $"{Kinds[(int)m.Kind]}{(m.Kind == MomentKind.Phase ? $"{(int)m.Phase}" : "")}{m.On.DayNumber}@{m.KnownAt}")));

    /// <exception cref="FormatException">It was not written by <see cref="Write"/>.</exception>
    /// <remarks>A first look reads tens of thousands: it must be fast at once, not after it has run for a while.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static Moment[] Read(string text)
    {
        var rest = text.AsSpan();
        var moments = new Moment[rest.Length == 0 ? 0 : rest.Count(' ') + 1];
        for (var i = 0; i < moments.Length; i++)
        {
            var end = rest.IndexOf(' ');
            moments[i] = ReadOne(end < 0 ? rest : rest[..end]);
            rest = end < 0 ? [] : rest[(end + 1)..];
        }

        return moments;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static Moment ReadOne(ReadOnlySpan<char> one)
    {
        var kind = (MomentKind)Kinds.IndexOf(one[0], StringComparison.Ordinal);
        var phase = kind == MomentKind.Phase ? (CasePhase)(one[1] - '0') : default;
        var day = one[(kind == MomentKind.Phase ? 2 : 1)..];
        var at = day.IndexOf('@');
        return new Moment(kind, phase, DateOnly.FromDayNumber(int.Parse(day[..at], CultureInfo.InvariantCulture)), long.Parse(day[(at + 1)..], CultureInfo.InvariantCulture));
    }
}
