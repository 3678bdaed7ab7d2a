using System.Net;
using System.Text.RegularExpressions;

namespace Networks.Faults.Support;

/// <summary>A browser of the world's officer; with a firm's link it is the firm.</summary>
internal sealed partial class Desk : IDisposable
{
    private readonly HttpClient _client;
    private readonly string _forgery;

    public Desk(World world, Uri address)
    {
        var cookies = new CookieContainer();
        foreach (var cookie in world.Session)
        {
            cookies.Add(address, new Cookie(cookie.Name, cookie.Value, "/"));
        }

        _forgery = world.Forgery;
        _client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = cookies, MaxConnectionsPerServer = 64 })
        {
            BaseAddress = address,
            Timeout = Patience.OfRequests,
        };
    }

    /// <summary>Sends an act once.</summary>
    public async Task<Answer> SendAsync(Act act)
    {
        try
        {
            using var content = act.Content(_forgery);
            using var answer = await _client.PostAsync(new Uri(act.Page, UriKind.Relative), content);
            var status = (int)answer.StatusCode;
            return new Answer(status, answer.Headers.Location?.OriginalString, status == 302 ? "" : await answer.Content.ReadAsStringAsync());
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException or IOException)
        {
            return Answer.None;
        }
    }

    /// <summary>Sends an act until it is answered by more than "come back": what a person does who was told so.</summary>
    public async Task<Answer> InsistAsync(Act act)
    {
        for (var i = 0; ; i++)
        {
            var answer = await SendAsync(act);
            if (answer.Status is not (503 or 507) || i == 200)
            {
                return answer;
            }

            await Task.Delay(50);
        }
    }

    public async Task<int> StatusAsync(string page)
    {
        try
        {
            using var answer = await _client.GetAsync(new Uri(page, UriKind.Relative));
            return (int)answer.StatusCode;
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException or IOException)
        {
            return 0;
        }
    }

    public Task<string> PageAsync(string page) => _client.GetStringAsync(new Uri(page, UriKind.Relative));

    public void Dispose() => _client.Dispose();

    [GeneratedRegex("data-code=\"([^\"]*)\"")]
    internal static partial Regex Code();
}

/// <param name="Status">0 when the connection broke: done or not done, nobody knows.</param>
internal sealed record Answer(int Status, string? Location, string Html)
{
    public static readonly Answer None = new(0, null, "");

    public bool Done => Status == 302 && Location?.Contains("/sign-in", StringComparison.Ordinal) != true;

    public bool Unknown => Status == 0;

    /// <summary>The refusals in it.</summary>
    public string Codes => string.Join(' ', Desk.Code().Matches(Html).Select(m => m.Groups[1].Value).Distinct());

    public override string ToString() => $"{Status} {Location}{Codes}";
}
