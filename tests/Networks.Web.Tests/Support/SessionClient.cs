using System.Net;

namespace Networks.Web.Tests.Support;

/// <summary>A client whose session a browser page can take over.</summary>
public sealed class SessionClient : HttpClient
{
    public SessionClient(Uri address, CookieContainer cookies)
        // Who asks before sending a large file waits for the answer, however busy the machine is.
        : base(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = cookies, Expect100ContinueTimeout = TimeSpan.FromMinutes(1) })
    {
        BaseAddress = address;
        Cookies = cookies;
    }

    public CookieContainer Cookies { get; }
}
