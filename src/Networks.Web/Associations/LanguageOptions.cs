using Networks.Web.Components;
using Networks.Workflows.Common;

namespace Networks.Web.Associations;

/// <summary>The languages to choose from, each by its own name.</summary>
internal static class LanguageOptions
{
    public static IReadOnlyList<Option> All =>
        [.. Words.Languages.Select(l => new Option(l.TwoLetterISOLanguageName, Words.In(l, "shell.language-name")))];

    /// <summary>A posted choice; Italian when it is none of ours.</summary>
    public static string Read(string? posted) => All.FirstOrDefault(o => o.Value == posted)?.Value ?? "it";
}
