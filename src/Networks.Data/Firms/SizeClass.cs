namespace Networks.Data.Firms;

/// <summary>Size of a firm as Recommendation 2003/361/EC tells them apart. Source S18.</summary>
public enum SizeClass
{
    /// <summary>Fewer than 10 persons, at most 2 million of turnover or of balance sheet.</summary>
    Micro,

    /// <summary>Fewer than 50 persons, at most 10 million.</summary>
    Small,

    /// <summary>Fewer than 250 persons, at most 50 million of turnover or 43 of balance sheet.</summary>
    Medium,

    Large,
}

public static class SizeClasses
{
    /// <summary>The class by persons alone, which bind; money may put the firm into a larger one.</summary>
    /// <param name="persons">Annual working units.</param>
    public static SizeClass Of(int persons) => persons switch
    {
        < 10 => SizeClass.Micro,
        < 50 => SizeClass.Small,
        < 250 => SizeClass.Medium,
        _ => SizeClass.Large,
    };
}
