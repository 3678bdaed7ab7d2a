using System.Text.Json;

namespace Networks.Data.Reference;

/// <param name="Sigla">Of an Italian province, or the two signs of a French department.</param>
/// <param name="Rings">Closed lines in degrees.</param>
public sealed record ProvinceShape(string Sigla, string Name, string Region, IReadOnlyList<IReadOnlyList<(double Longitude, double Latitude)>> Rings);

/// <summary>
/// The outlines of the Italian provinces and of the departments of Provence-Alpes-Côte d'Azur and Corsica, for maps and
/// for nothing else: simplified, with the Sardinian provinces of before the reform. Source D05.
/// </summary>
public static class ProvinceShapes
{
    private static readonly Lazy<IReadOnlyList<ProvinceShape>> _all = new(Read);

    public static IReadOnlyList<ProvinceShape> All => _all.Value;

    // TopoJSON: lines that neighbours share are written once, each point as the step from the one before.
    private static IReadOnlyList<ProvinceShape> Read()
    {
        using var stream = typeof(ProvinceShapes).Assembly.GetManifestResourceStream($"{typeof(ProvinceShapes).Namespace}.provinces.topo.json")
            ?? throw new InvalidOperationException("The outlines of the provinces are not embedded.");
        using var topology = JsonDocument.Parse(stream);
        var transform = topology.RootElement.GetProperty("transform");
        var (scale, shift) = (Pair(transform.GetProperty("scale")), Pair(transform.GetProperty("translate")));
        var arcs = topology.RootElement.GetProperty("arcs").EnumerateArray().Select(arc => Arc(arc, scale, shift)).ToList();
        return
        [
            .. from shape in topology.RootElement.GetProperty("objects").GetProperty("r").GetProperty("geometries").EnumerateArray()
               let lines = shape.GetProperty("arcs")
               let rings = shape.GetProperty("type").GetString() == "Polygon" ? lines.EnumerateArray() : lines.EnumerateArray().SelectMany(polygon => polygon.EnumerateArray())
               let properties = shape.GetProperty("properties")
               select new ProvinceShape(
                   shape.GetProperty("id").GetString()![3..],
                   properties.GetProperty("n").GetString()!,
                   properties.GetProperty("r").GetString()!,
                   [.. rings.Select(ring => Ring(ring, arcs))]),
        ];
    }

    private static List<(double, double)> Arc(JsonElement arc, (double X, double Y) scale, (double X, double Y) shift)
    {
        var (x, y) = (0.0, 0.0);
        var points = new List<(double, double)>();
        foreach (var step in arc.EnumerateArray())
        {
            (x, y) = (x + step[0].GetDouble(), y + step[1].GetDouble());
            points.Add(((x * scale.X) + shift.X, (y * scale.Y) + shift.Y));
        }

        return points;
    }

    // A negative number is a line that is walked backwards.
    private static List<(double, double)> Ring(JsonElement ring, List<List<(double, double)>> arcs)
    {
        var points = new List<(double, double)>();
        foreach (var number in ring.EnumerateArray().Select(n => n.GetInt32()))
        {
            var line = number >= 0 ? arcs[number] : Enumerable.Reverse(arcs[~number]);
            points.AddRange(line.Skip(points.Count == 0 ? 0 : 1));
        }

        return points;
    }

    private static (double X, double Y) Pair(JsonElement pair) => (pair[0].GetDouble(), pair[1].GetDouble());
}
