using System.Globalization;

namespace Networks.Web.Monitoring.Charts;

/// <summary>Numbers and places in the pictures that the server draws.</summary>
internal static class Plot
{
    public const double Width = 520;

    /// <summary>As SVG writes it: a point, whatever the language.</summary>
    public static string N(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);

    /// <summary>A round value that is not under the greatest.</summary>
    public static int Ceiling(int greatest)
    {
        var step = 1;
        while (true)
        {
            foreach (var factor in new[] { 1, 2, 5 })
            {
                if (step * factor * 4 >= greatest)
                {
                    return step * factor * 4;
                }
            }

            step *= 10;
        }
    }
}
