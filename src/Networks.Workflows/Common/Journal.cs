using Networks.Data;
using Networks.Data.Administration;

namespace Networks.Workflows.Common;

/// <summary>Stored words of what the journal keeps.</summary>
public static class JournalKinds
{
    /// <summary>An act beside the cases; the subject is the request.</summary>
    public const string Act = "act";

    /// <summary>An act of a program with a person's token, on a case or beside them.</summary>
    public const string TokenAct = "token-act";

    public const string SignIn = "sign-in";

    /// <summary>Wrong password or code, or locked.</summary>
    public const string SignInRefused = "sign-in-refused";

    /// <summary>What the access matrix did not allow.</summary>
    public const string Refused = "refused";

    /// <summary>A list or a document left as a file; the subject is its address.</summary>
    public const string File = "file";

    public static readonly IReadOnlyList<string> All = [Act, TokenAct, SignIn, SignInRefused, Refused, File];
}

/// <summary>Appends to the journal in the act's own transaction, chained to the line before.</summary>
public sealed class Journal(NetworksDbContext db, IActor actor, CurrentOperation operation, TimeProvider clock)
{
    private readonly Dictionary<string, string> _facts = new(StringComparer.Ordinal);

    /// <summary>What the line of the running act says besides its name: invariant text, no names of persons, nothing typed.</summary>
    public void Tell(string name, string? value) => _facts[name] = value ?? "";

    internal void Forget() => _facts.Clear();

    internal async Task AddAsync(string kind, string subject, CaseId? caseId, CancellationToken cancellationToken) =>
        db.Add(await JournalChain.NextAsync(db, actor.Association?.Value ?? Guid.Empty, new JournalLine(kind, subject, clock.GetUtcNow())
        {
            OfficerId = actor.Officer,
            TokenId = operation.Token,
            CaseId = caseId,
            Facts = new Dictionary<string, string>(_facts),
        }, cancellationToken));
}

internal static class JournalChain
{
    public static async Task<JournalEntry> NextAsync(NetworksDbContext db, Guid chain, JournalLine line, CancellationToken cancellationToken)
    {
        var head = await db.JournalHeads.FindAsync([chain], cancellationToken);
        if (head is null)
        {
            head = new JournalHead(chain);
            db.Add(head);
        }

        return JournalEntry.Next(head, line);
    }
}
