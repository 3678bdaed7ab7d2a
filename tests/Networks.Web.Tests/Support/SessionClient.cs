using System.Net;

namespace Networks.Web.Tests.Support;

/// <summary>A client whose session a browser page can take over.</summary>
public sealed class SessionClient : HttpClient
{
    public SessionClient(Uri address, CookieContainer cookies)
        : base(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = cookies })
    {
        BaseAddress = address;
        Cookies = cookies;
    }

    public CookieContainer Cookies { get; }
}
