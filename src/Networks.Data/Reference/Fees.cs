using System.Globalization;

namespace Networks.Data.Reference;

/// <summary>An amount of the fee table.</summary>
/// <param name="ToVerify">The amount was not read in an official table of that year.</param>
public sealed record Fee(string Item, long Cents, Validity Validity, bool ToVerify, string Source);

/// <summary>What the business register asks, as one table per day. Amounts in euro cents. Source S15.</summary>
public sealed class FeeTable
{
    private readonly Dictionary<string, Fee> _byItem;

    /// <exception cref="ArgumentException">Two amounts for one item hold on the same day.</exception>
    internal FeeTable(IEnumerable<Fee> rows, DateOnly day) =>
        _byItem = rows.Where(f => f.Validity.Holds(day)).ToDictionary(f => f.Item, StringComparer.Ordinal);

    public Fee RegistryOfCompany => _byItem["registry-company"];

    /// <summary>Also of the simple partnership.</summary>
    public Fee RegistryOfSoleProprietor => _byItem["registry-sole-proprietor"];

    /// <summary>Of the reference enterprise, whatever its legal form.</summary>
    public Fee RegistryOfReferenceEnterprise => _byItem["registry-reference-enterprise"];

    public Fee StampOfCapitalCompany => _byItem["stamp-capital-company"];

    public Fee StampOfPartnership => _byItem["stamp-partnership"];

    public Fee StampOfSoleProprietor => _byItem["stamp-sole-proprietor"];

    public Fee NoticeByCertifiedEmail => _byItem["notice-by-certified-email"];

    public Fee RegistryOfAnnualStatement => _byItem["annual-statement-registry"];

    public Fee StampOfAnnualStatement => _byItem["annual-statement-stamp"];
}

/// <summary>The dated table of fees.</summary>
public static class Fees
{
    public static IReadOnlyList<Fee> All { get; } = [.. ReferenceTable.Shipped("fees").Select(Of)];

    public static FeeTable On(DateOnly day) => new(All, day);

    /// <param name="verified">Cents that somebody has verified at the source, by item: they take the place of the shipped ones.</param>
    public static FeeTable On(DateOnly day, IReadOnlyDictionary<string, long> verified) =>
        new(All.Select(f => verified.TryGetValue(f.Item, out var cents) ? f with { Cents = cents, ToVerify = false } : f), day);

    internal static Fee Of(IReadOnlyDictionary<string, string> row) => new(
        row["item"],
        long.Parse(row["cents"], CultureInfo.InvariantCulture),
        Validity.Of(row),
        ReferenceTable.YesNo(row["to_verify"]),
        row["source"]);
}
