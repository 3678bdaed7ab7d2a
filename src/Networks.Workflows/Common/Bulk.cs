using System.Security.Cryptography;
using Networks.Data;
using Networks.Data.Outbox;

namespace Networks.Workflows.Common;

/// <summary>
/// The same act on several rows. Each is an act of its own, with the rights, the transaction and the history that it has
/// alone: one that is refused holds up none of the others. One operation id: asked again, nothing is done twice.
/// </summary>
public interface IBulk : ICommand<BulkReport>
{
    /// <summary>Without, every row is done and taken back: the answer tells what would happen, and nobody sees anything of it.</summary>
    bool Confirmed { get; }
}

/// <summary>What was done, or would be: a line for each row, in the order in which they were named.</summary>
public sealed record BulkReport(bool Confirmed, IReadOnlyList<BulkRow> Rows);

/// <param name="Name">As the lists say it; for a row that the person may not see, that it was not found.</param>
/// <param name="Ok">Done, or what would be done.</param>
/// <param name="Said">What happens, or why nothing does, in the reader's language.</param>
/// <param name="Code">Of the refusal; null when it is done.</param>
public sealed record BulkRow(Guid Id, string Name, bool Ok, string Said, string? Code, IReadOnlyList<BulkMail> Mails);

/// <summary>A mail that a row causes.</summary>
/// <param name="To">Name of the firm, or the mailbox of somebody else.</param>
/// <param name="Firm">Null for somebody else.</param>
public sealed record BulkMail(string To, ParticipantId? Firm);

/// <summary>How many rows one act takes.</summary>
public static class BulkLimits
{
    /// <summary>Each is a transaction of its own, twice: tried, then done.</summary>
    public const int Most = 100;

    /// <summary>None, or more than one act takes.</summary>
    public static IEnumerable<Refusal> Faults(int rows)
    {
        if (rows == 0)
        {
            yield return new Refusal(RefusalKind.Invalid, "common.none-chosen");
        }
        else if (rows > Most)
        {
            yield return new Refusal(RefusalKind.Invalid, "common.too-many-chosen", rows, Most);
        }
    }
}

/// <summary>One row's turn in an act on several.</summary>
public sealed class BulkTurn(bool rehearses)
{
    /// <summary>The pipeline takes everything back.</summary>
    public bool Rehearses => rehearses;

    /// <summary>Mails that the row has added.</summary>
    public HashSet<OutboxMessage> Mails { get; } = [];

    /// <summary>The operation of one row: the same when the whole is asked again.</summary>
    public static Guid OperationOf(Guid whole, Guid row)
    {
        if (whole == Guid.Empty)
        {
            return whole;
        }

        Span<byte> both = stackalloc byte[32];
        whole.TryWriteBytes(both);
        row.TryWriteBytes(both[16..]);
        return new Guid(SHA256.HashData(both).AsSpan(0, 16));
    }
}
