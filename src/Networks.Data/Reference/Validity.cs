namespace Networks.Data.Reference;

/// <summary>The days on which a row of a dated table holds, both ends included; null is an open end.</summary>
public readonly record struct Validity(DateOnly? From, DateOnly? To)
{
    public bool Holds(DateOnly day) => (From is null || From <= day) && (To is null || day <= To);

    internal static Validity Of(IReadOnlyDictionary<string, string> row) =>
        new(ReferenceTable.Day(row["valid_from"]), ReferenceTable.Day(row["valid_to"]));
}
