using Networks.Data;
using Networks.Data.Reading;

namespace Networks.Workflows.Common;

/// <summary>Rows of a case that acts of some kind always read.</summary>
internal interface IRowsAhead
{
    /// <summary>The same list each time.</summary>
    static abstract IReadOnlyList<ActRows<CaseId>> Rows { get; }
}

/// <summary>
/// On a request: which rows of its case are read in the same round trip as the guard, since every such act reads them.
/// Whoever asks for them first gets those; after a save they are asked for anew.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
internal abstract class ReadsAheadAttribute : Attribute
{
    public abstract IReadOnlyList<ActRows<CaseId>> Rows { get; }
}

/// <inheritdoc/>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class ReadsAheadAttribute<T> : ReadsAheadAttribute
    where T : IRowsAhead
{
    public override IReadOnlyList<ActRows<CaseId>> Rows => T.Rows;
}
