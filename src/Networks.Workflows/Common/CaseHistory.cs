using Networks.Data;
using Networks.Data.Cases;
using Networks.Data.History;

namespace Networks.Workflows.Common;

/// <summary>Appends to a case's history, in the act's own transaction, chained to the row before.</summary>
public sealed class CaseHistory(NetworksDbContext db, IActor actor, CurrentOperation operation, TimeProvider clock)
{
    /// <param name="name">Stored word, past tense, a constant of the slice; its sentence is <c>history.&lt;name with dashes&gt;</c>.</param>
    /// <param name="happenedOn">The legal day on which it happened, which may lie before today.</param>
    /// <param name="facts">Invariant text by name: days as yyyy-MM-dd, money in cents. No names of persons.</param>
    /// <param name="personalText">Text that a person typed or that names one: erasable.</param>
    /// <param name="corrects">Number of the row that this one corrects.</param>
    public CaseEvent Record(
        Case @case,
        string name,
        DateOnly happenedOn,
        IReadOnlyDictionary<string, string>? facts = null,
        string? personalText = null,
        int? corrects = null)
    {
        ArgumentNullException.ThrowIfNull(@case);
        var content = new CaseEventContent
        {
            Name = name,
            HappenedOn = happenedOn,
            RecordedAt = clock.GetUtcNow(),
            Actor = actor.Kind,
            OfficerId = actor.Officer,
            AssociationId = actor.Association,
            FirmId = actor.Firm,
            OperationId = operation.Id,
            Facts = facts ?? new Dictionary<string, string>(),
            PersonalText = personalText,
            Corrects = corrects,
        };
        var row = CaseEvent.Next(content, @case.Id, @case.HistoryLength + 1, @case.HeadHash);
        @case.HistoryLength = row.Number;
        @case.HeadHash = row.Hash;
        db.AddAlone(row);
        return row;
    }
}

/// <summary>The id of the act that is being done; set by the pipeline, empty outside of one.</summary>
public sealed class CurrentOperation
{
    public Guid Id { get; set; }

    /// <summary>The token by which a program acts for a person; null for the person.</summary>
    public Guid? Token { get; set; }

    /// <summary>The version of the case on which the sender decided to act; null when it was not said.</summary>
    public long? SeenVersion { get; set; }

    /// <summary>SHA-256 of the form that asks for the act; null when it came by no page.</summary>
    public string? FormHash { get; set; }

    /// <summary>The row whose turn it is while an act is done on several; null for an act by itself.</summary>
    public BulkTurn? Turn { get; set; }
}
