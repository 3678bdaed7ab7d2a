using Microsoft.Extensions.DependencyInjection;
using Networks.Web.Infrastructure.Accounts;

namespace Networks.Web.Tests.Support;

internal static partial class SignedIn
{
    /// <summary>Makes the first administrator by the set-up page.</summary>
    public static async Task<HttpResponseMessage> SetUpAsync(this App app, HttpClient client)
    {
        var code = app.Services.GetRequiredService<SetupCode>().Issue();
        return await client.PostFormAsync("/setup", "setup", [("code", code), .. _setup]);
    }

    /// <summary>A client of the first administrator, signed in.</summary>
    public static async Task<SessionClient> AdministratorAsync(this App app)
    {
        var client = app.Client();
        await app.SetUpAsync(client);
        await client.EnrolAsync(Email, Password);
        return client;
    }
}
