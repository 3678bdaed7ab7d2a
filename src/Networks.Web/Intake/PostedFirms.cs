using Networks.Data.EnterpriseNetworks;
using Networks.Data.Firms;
using Networks.Workflows.Intake;

namespace Networks.Web.Intake;

/// <summary>Reads the fields about single firms, and the questions about the network, from a posted form.</summary>
internal static class PostedFirms
{
    /// <summary>What was typed about each firm of the field <c>firms</c>; their fields carry its key in the name.</summary>
    public static IReadOnlyList<FirmFacts> FactsOf(HttpContext http)
    {
        if (!http.Request.HasFormContentType)
        {
            return [];
        }

        var form = http.Request.Form;
        string? At(string field, string key) => form[$"{field}-{key}"].ToString().Trim() is { Length: > 0 } value ? value : null;
        return [.. TypedFirms.Read(form["firms"]).Take(TypedFirms.AtMost).Select(e => e.Key).Distinct().Select(key => new FirmFacts(key)
        {
            Name = At("name", key),
            Number = At("number", key),
            LegalForm = Read<LegalForm>(At("legal-form", key)),
            Rea = At("rea", key),
            Register = Read<RegisterStatus>(At("register", key)),
            PrivacyHow = At("privacy", key) is { } way && PrivacyNotice.Ways.Contains(way) ? way : null,
            Allows = [.. form[$"allows-{key}"].Select(Read<ConsentPurpose>).OfType<ConsentPurpose>().Distinct()],
        })];
    }

    public static NetworkKind? KindOf(HttpContext http) => Read<NetworkKind>(One(http, "kind"));

    public static SignatureForm? FormOf(HttpContext http) => Read<SignatureForm>(One(http, "form"));

    /// <summary>A member by its name; null for anything else, also for a number.</summary>
    public static T? Read<T>(string? word)
        where T : struct, Enum => Enum.GetNames<T>().Contains(word) ? Enum.Parse<T>(word!) : null;

    private static string? One(HttpContext http, string name) => http.Request.HasFormContentType ? http.Request.Form[name].ToString() : null;
}
