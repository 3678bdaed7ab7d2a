using Networks.Data.Firms;

namespace Networks.Data.Reference;

/// <summary>The European classification of activities that ATECO refines: Rev. 2 under ATECO 2007, Rev. 2.1 under ATECO 2025. Source D04.</summary>
public static class Nace
{
    private static readonly Lazy<ILookup<string, string>> _codes = new(() =>
        ReferenceTable.Shipped("nace").ToLookup(row => row["revision"], row => row["code"], StringComparer.Ordinal));

    private static readonly Lazy<HashSet<string>> _rev2 = new(() => [.. _codes.Value["2"]]);
    private static readonly Lazy<HashSet<string>> _rev21 = new(() => [.. _codes.Value["2.1"]]);

    /// <summary>Divisions of both revisions, two digits, in order: firms of two editions compare at this level.</summary>
    public static IReadOnlyList<string> Divisions { get; } =
        [.. _codes.Value.SelectMany(same => same).Where(code => code.Length == 2).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>Whether the edition holds the code as far as Europe names it: the digits after the class are not judged.</summary>
    public static bool Knows(ActivityCode code)
    {
        var codes = code.Classification == ActivityClassification.Ateco2007 ? _rev2 : _rev21;
        return codes.Value.Contains(code.NaceClass ?? code.Code);
    }
}
