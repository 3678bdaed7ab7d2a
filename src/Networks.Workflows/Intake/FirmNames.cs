using Networks.Data.Firms;

namespace Networks.Workflows.Intake;

/// <summary>Finds firms by the name as people say it on the phone: without case, signs and legal form.</summary>
internal static class FirmNames
{
    private static readonly string[] _forms = ["SRLS", "SRL", "SPA", "SNC", "SAS", "SAPA", "SCARL", "SOCCOOP", "SS"];

    /// <returns>The firms of exactly that name; where there is none, those whose name begins so.</returns>
    public static IReadOnlyList<Firm> Find(IReadOnlyList<Firm> firms, string name)
    {
        var said = Bare(name);
        if (said.Length == 0)
        {
            return [];
        }

        var same = firms.Where(f => Bare(f.Name) == said).ToList();
        return same.Count > 0 || said.Length < 3 ? same : [.. firms.Where(f => Bare(f.Name).StartsWith(said, StringComparison.Ordinal))];
    }

    /// <summary>The name without its legal form, for the name of a network: "Alfa Meccanica Srl" gives "Alfa Meccanica".</summary>
    public static string WithoutForm(string name)
    {
        var words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length > 1 && _forms.Contains(TypedFirms.KeyOf(words[^1])) ? string.Join(' ', words[..^1]) : name;
    }

    private static string Bare(string name) => TypedFirms.KeyOf(WithoutForm(name));
}
