using Networks.Data.Connections;
using Networks.Workflows.Common;

namespace Networks.Web.Connections;

/// <summary>The scopes of a token as the pages write them.</summary>
internal static class ScopeWords
{
    public static IEnumerable<ApiScopes> All => Enum.GetValues<ApiScopes>().Where(s => s != ApiScopes.None);

    public static string Of(ApiScopes scopes) => string.Join(", ", All.Where(s => scopes.HasFlag(s)).Select(One));

    public static string One(ApiScopes scope) => scope switch
    {
        ApiScopes.None => "",
        ApiScopes.NetworksRead => Words.Say("connection-pages.scope-networks-read"),
        ApiScopes.NetworksWrite => Words.Say("connection-pages.scope-networks-write"),
        ApiScopes.FirmsRead => Words.Say("connection-pages.scope-firms-read"),
        ApiScopes.FirmsWrite => Words.Say("connection-pages.scope-firms-write"),
        ApiScopes.RegionRead => Words.Say("connection-pages.scope-region-read"),
        ApiScopes.ServiceRead => Words.Say("connection-pages.scope-service-read"),
        ApiScopes.ServiceWrite => Words.Say("connection-pages.scope-service-write"),
    };
}
