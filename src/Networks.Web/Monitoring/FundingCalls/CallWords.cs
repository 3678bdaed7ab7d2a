using Networks.Workflows.Common;
using Networks.Workflows.Monitoring.FundingCalls;

namespace Networks.Web.Monitoring.FundingCalls;

/// <summary>A call in words.</summary>
internal static class CallWords
{
    public static string Until(CallRow call) => Words.Say(
        call.Days switch { 0 => "region-pages.call-today", 1 => "region-pages.call-tomorrow", _ => "region-pages.call-days" }, call.ClosesOn, call.Days);

    public static string Why(CallRow call) => string.Join(" · ", new[]
    {
        call.Funder,
        Words.Say(call.NeedsEffect ? "region-pages.call-in-effect" : "region-pages.call-all"),
        call.MinimumFirms is { } firms ? Words.Say("region-pages.call-firms", firms) : null,
        call.Provinces is { } provinces ? Words.Say("region-pages.call-where", call.MinimumInProvinces ?? 1, provinces.Replace(" ", ", ", StringComparison.Ordinal)) : null,
    }.OfType<string>());
}
