using System.Globalization;
using System.Text.RegularExpressions;
using Networks.Workflows.Documents;

namespace Networks.Workflows.Administration;

/// <summary>A version of a template in an address: <c>network-contract-v2</c>.</summary>
public static partial class TemplateName
{
    public static string Of(string folder, int number) => string.Create(CultureInfo.InvariantCulture, $"{folder}-v{number}");

    /// <returns>Null when no template is called so.</returns>
    internal static (string Folder, int Number)? Read(string name) =>
        Shape().Match(name) is { Success: true } match && TemplateLibrary.Kinds.ContainsKey(match.Groups[1].Value)
            ? (match.Groups[1].Value, int.Parse(match.Groups[2].ValueSpan, CultureInfo.InvariantCulture))
            : null;

    [GeneratedRegex("^([a-z-]+)-v([1-9][0-9]{0,4})$", RegexOptions.CultureInvariant)]
    private static partial Regex Shape();
}
