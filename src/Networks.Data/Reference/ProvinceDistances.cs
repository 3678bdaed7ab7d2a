namespace Networks.Data.Reference;

/// <summary>
/// How far Italian provinces lie apart, from the middle of one to the middle of the other: reckoned from the simplified
/// outlines (D05), so good for "about so far" and for nothing that must be exact. Roads and mountains are not in it.
/// </summary>
public static class ProvinceDistances
{
    private const double EarthRadius = 6371;

    // The outlines are those of before the reform of Sardinia.
    private static readonly Dictionary<string, string> _today = new(StringComparer.Ordinal) { ["CI"] = "SU", ["VS"] = "SU", ["OT"] = "SS", ["OG"] = "NU" };

    private static readonly Lazy<IReadOnlyDictionary<string, (double Longitude, double Latitude)>> _middles = new(Middles);

    /// <returns>Kilometres as the crow flies; null where a sigla has no outline.</returns>
    public static double? Between(string one, string other) =>
        _middles.Value.TryGetValue(one, out var from) && _middles.Value.TryGetValue(other, out var to) ? Distance(from, to) : null;

    /// <summary>The provinces themselves, as given, then all others whose middle is at most so far from that of one of them, nearest first.</summary>
    /// <param name="kilometres">Inclusive.</param>
    public static IReadOnlyList<string> Around(IReadOnlyList<string> provinces, int kilometres)
    {
        ArgumentNullException.ThrowIfNull(provinces);
        var near = from other in _middles.Value.Keys
                   where !provinces.Contains(other)
                   let far = provinces.Min(p => Between(p, other) ?? double.MaxValue)
                   where far <= kilometres
                   orderby far, other
                   select other;
        return provinces.Count == 0 ? [] : [.. provinces, .. near];
    }

    private static Dictionary<string, (double, double)> Middles() => ProvinceShapes.All
        .Select(s => (Sigla: _today.GetValueOrDefault(s.Sigla, s.Sigla), s.Rings)).Where(s => s.Sigla.All(char.IsAsciiLetterUpper))
        .GroupBy(s => s.Sigla, s => s.Rings).ToDictionary(same => same.Key, same => Middle(same.SelectMany(rings => rings)), StringComparer.Ordinal);

    // The middle of each ring counts by its area: islands pull, but little.
    private static (double, double) Middle(IEnumerable<IReadOnlyList<(double Longitude, double Latitude)>> rings)
    {
        var (area, x, y) = (0.0, 0.0, 0.0);
        foreach (var ring in rings)
        {
            var (ringArea, ringX, ringY) = (0.0, 0.0, 0.0);
            foreach (var (a, b) in ring.Zip(ring.Skip(1)))
            {
                var cross = (a.Longitude * b.Latitude) - (b.Longitude * a.Latitude);
                ringArea += cross / 2;
                ringX += (a.Longitude + b.Longitude) * cross / 6;
                ringY += (a.Latitude + b.Latitude) * cross / 6;
            }

            var turn = Math.Sign(ringArea);
            (area, x, y) = (area + (turn * ringArea), x + (turn * ringX), y + (turn * ringY));
        }

        return (x / area, y / area);
    }

    private static double Distance((double Longitude, double Latitude) from, (double Longitude, double Latitude) to)
    {
        var (north, east) = (Radians(to.Latitude - from.Latitude), Radians(to.Longitude - from.Longitude));
        var half = Math.Pow(Math.Sin(north / 2), 2) + (Math.Cos(Radians(from.Latitude)) * Math.Cos(Radians(to.Latitude)) * Math.Pow(Math.Sin(east / 2), 2));
        return 2 * EarthRadius * Math.Asin(Math.Sqrt(half));
    }

    private static double Radians(double degrees) => degrees * Math.PI / 180;
}
