namespace Networks.Data.Reference;

/// <param name="Code">Our own stable word, as in <c>como-lecco</c>; the official codes are still to be verified.</param>
/// <param name="Name">As the chamber calls itself, without "Camera di commercio di".</param>
/// <param name="Provinces">Sigle of the provinces that it serves.</param>
public sealed record Chamber(string Code, string Name, IReadOnlyList<string> Provinces, Validity Validity, bool ToVerify);

/// <summary>
/// The chambers of commerce and the provinces they serve, dated: a REA number keeps the sigla of its province, the
/// filing goes to the chamber. Sources S38, D02.
/// </summary>
public static class Chambers
{
    public static IReadOnlyList<Chamber> All { get; } = [.. ReferenceTable.Shipped("chambers").Select(Of)];

    /// <returns>The chamber that serves the province on that day, or <see langword="null"/> for an unknown province.</returns>
    public static Chamber? Of(string sigla, DateOnly day) =>
        All.SingleOrDefault(c => c.Provinces.Contains(sigla) && c.Validity.Holds(day));

    /// <returns>The chamber with that code, whether it still exists or not.</returns>
    public static Chamber? Find(string code) => All.FirstOrDefault(c => c.Code == code);

    private static Chamber Of(IReadOnlyDictionary<string, string> row) => new(
        row["code"],
        row["name"],
        row["provinces"].Split(' '),
        Validity.Of(row),
        ReferenceTable.YesNo(row["to_verify"]));
}
