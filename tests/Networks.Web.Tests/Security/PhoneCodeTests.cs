using System.Globalization;
using System.Text.RegularExpressions;
using Networks.Web.Tests.Support;

namespace Networks.Web.Tests.Security;

public sealed partial class PhoneCodeTests
{
    private const int _quiet = 4;
    private const int _finder = 7;

    [Fact]
    public async Task Given_a_new_account_when_the_phone_is_connected_then_the_page_has_a_code_to_scan_with_quiet_edges_and_three_corners()
    {
        await using var app = await App.StartAsync();
        using var client = app.Client();
        await app.SetUpAsync(client);
        await client.PasswordAsync(SignedIn.Email, SignedIn.Password);

        var html = await client.GetStringAsync(new Uri("/sign-in/enrol", UriKind.Relative));

        var size = int.Parse(Box().Match(html).Groups[1].Value, CultureInfo.InvariantCulture);
        var dark = Square().Matches(Path().Match(html).Groups[1].Value)
            .Select(m => (X: int.Parse(m.Groups[1].Value, CultureInfo.InvariantCulture), Y: int.Parse(m.Groups[2].Value, CultureInfo.InvariantCulture))).ToHashSet();
        var far = size - _quiet - _finder;
        Assert.Equal(1, (size - 2 * _quiet) % 4);
        Assert.All(dark, s => Assert.True(Math.Min(s.X, s.Y) >= _quiet && Math.Max(s.X, s.Y) < size - _quiet));
        Assert.All([(_quiet, _quiet), (far, _quiet), (_quiet, far)], corner => Assert.Equal(Finder(), dark.Where(s => IsIn(s, corner)).Select(s => (s.X - corner.Item1, s.Y - corner.Item2)).Order()));
        Assert.NotEqual(Finder(), dark.Where(s => IsIn(s, (far, far))).Select(s => (s.X - far, s.Y - far)).Order());
    }

    // A dark frame, a light ring, a dark heart of three by three.
    private static IEnumerable<(int X, int Y)> Finder() =>
        from x in Enumerable.Range(0, _finder)
        from y in Enumerable.Range(0, _finder)
        let ring = Math.Min(Math.Min(x, y), _finder - 1 - Math.Max(x, y))
        where ring != 1
        select (x, y);

    private static bool IsIn((int X, int Y) square, (int X, int Y) corner) =>
        square.X >= corner.X && square.X < corner.X + _finder && square.Y >= corner.Y && square.Y < corner.Y + _finder;

    [GeneratedRegex("class=\"phone-code\"[^>]* viewBox=\"0 0 (\\d+) ")]
    private static partial Regex Box();

    [GeneratedRegex("<path d=\"([^\"]+)\" fill=\"#000\"")]
    private static partial Regex Path();

    [GeneratedRegex("M(\\d+) (\\d+)h1v1h-1z")]
    private static partial Regex Square();
}
