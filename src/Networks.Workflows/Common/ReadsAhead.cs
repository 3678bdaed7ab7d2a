using Networks.Data.Operations;

namespace Networks.Workflows.Common;

/// <summary>Rows that acts of some kind always read.</summary>
internal interface IRowsAhead
{
    /// <summary>The same each time.</summary>
    static abstract RowsAhead Rows { get; }
}

/// <summary>
/// On a request: which rows of its case, and of the firm that sends it, are read in the same round trip as the guard, since
/// every such act reads them. Whoever asks for them first gets those; after a save they are asked for anew.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
internal abstract class ReadsAheadAttribute : Attribute
{
    public abstract RowsAhead Rows { get; }
}

/// <inheritdoc/>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class ReadsAheadAttribute<T> : ReadsAheadAttribute
    where T : IRowsAhead
{
    public override RowsAhead Rows => T.Rows;
}
