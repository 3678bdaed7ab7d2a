using Networks.Workflows.Common;

namespace Networks.Web.Components;

/// <summary>How a count is said that is told in bands.</summary>
internal static class CountWords
{
    public static string Of(CountRange count) => count switch
    {
        { To: 0 } => "0",
        { IsSmall: true } => Words.Say("region-pages.fewer-than", count.To + 1),
        _ => Words.Say("region-pages.from-to", count.From, count.To),
    };
}
