namespace Networks.Data.Firms;

/// <summary>A value that is stored as one normalised text and read back from it.</summary>
/// <typeparam name="TSelf">The identifier itself.</typeparam>
public interface IIdentifier<TSelf>
    where TSelf : struct, IIdentifier<TSelf>
{
    /// <summary>The normalised text, as it is stored and compared; empty for the default value only.</summary>
    string Value { get; }

    /// <summary>Reads a value that was stored, or one that is known to be right.</summary>
    /// <exception cref="FormatException">The text is not a valid identifier.</exception>
    static abstract TSelf Parse(string value);
}
