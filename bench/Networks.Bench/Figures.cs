using System.Globalization;

namespace Networks.Bench;

internal static class Figures
{
    /// <param name="percent">0 to 100; 50 is the median.</param>
    public static double Percentile(IEnumerable<double> values, double percent)
    {
        var sorted = values.Order().ToList();
        return sorted[(int)Math.Ceiling((sorted.Count - 1) * percent / 100)];
    }

    public static void Print(string name, double ours, double peer, string unit) => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture, $"{name}: ours={ours:0.##} {unit} peer={peer:0.##} {unit} ratio={ours / peer:0.00}"));
}
