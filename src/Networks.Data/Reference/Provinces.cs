namespace Networks.Data.Reference;

/// <param name="Sigla">Two capitals, as in the register.</param>
/// <param name="RegionIstat">Two digits with the leading zero.</param>
/// <param name="Nuts3">Null where the table has no read source.</param>
/// <param name="ToVerify">The row needs a look before it is relied on: the reform of Sardinia is under way.</param>
public sealed record Province(
    string Sigla,
    string Name,
    string RegionIstat,
    string Region,
    string? Nuts3,
    Validity Validity,
    bool ToVerify);

/// <summary>The Italian provinces and metropolitan cities, dated. Sources D01, S39.</summary>
public static class Provinces
{
    /// <summary>Every row, also those that hold no more.</summary>
    public static IReadOnlyList<Province> All { get; } = [.. ReferenceTable.Shipped("provinces").Select(Of)];

    /// <returns>The province that has the sigla on that day, or <see langword="null"/>.</returns>
    public static Province? Find(string sigla, DateOnly day) =>
        All.SingleOrDefault(p => p.Sigla == sigla && p.Validity.Holds(day));

    private static Province Of(IReadOnlyDictionary<string, string> row) => new(
        row["sigla"],
        row["name"],
        row["region_istat"],
        row["region"],
        row["nuts3"] is { Length: > 0 } nuts3 ? nuts3 : null,
        Validity.Of(row),
        ReferenceTable.YesNo(row["to_verify"]));
}
