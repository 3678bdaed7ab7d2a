using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Networks.Data.Conventions;

namespace Networks.Data.Administration;

/// <summary>
/// One line of the journal: what was done beside the cases, who signed in, what was refused, what left as a file.
/// Append-only, one chain an association, each line with the hash of the one before. Holds no text that a person typed.
/// </summary>
public sealed class JournalEntry
{
    private JournalEntry()
    {
    }

    /// <summary>The association's id; empty for what belongs to none, as a sign-in with an unknown address.</summary>
    public Guid Chain { get; private set; }

    /// <summary>1, 2, 3… without gaps within the chain.</summary>
    public long Number { get; private set; }

    /// <summary>Stored word: <c>act</c>, <c>sign-in</c>, <c>refused</c>…</summary>
    public string Kind { get; private set; } = "";

    /// <summary>What it is about: the name of the request, the list, the page.</summary>
    public string Subject { get; private set; } = "";

    public DateTimeOffset At { get; private set; }

    public OfficerId? OfficerId { get; private set; }

    /// <summary>The token by which a program acted for the person; null for the person.</summary>
    public Guid? TokenId { get; private set; }

    public CaseId? CaseId { get; private set; }

    /// <summary>By name, invariant text. Never null.</summary>
    public IReadOnlyDictionary<string, string> Facts { get; private set; } = new Dictionary<string, string>();

    public string? PreviousHash { get; private set; }

    public string Hash { get; private set; } = "";

    /// <summary>Makes the next line of a chain and moves its head.</summary>
    public static JournalEntry Next(JournalHead head, JournalLine line)
    {
        ArgumentNullException.ThrowIfNull(head);
        ArgumentNullException.ThrowIfNull(line);
        var entry = new JournalEntry
        {
            Chain = head.Chain,
            Number = head.Length + 1,
            Kind = line.Kind,
            Subject = line.Subject,
            // Databases keep microseconds; the hash must be of what is read back.
            At = line.At.AddTicks(-(line.At.Ticks % TimeSpan.TicksPerMillisecond)),
            OfficerId = line.OfficerId,
            TokenId = line.TokenId,
            CaseId = line.CaseId,
            Facts = line.Facts,
            PreviousHash = head.Hash,
        };
        entry.Hash = entry.ComputeHash();
        head.Length = entry.Number;
        head.Hash = entry.Hash;
        return entry;
    }

    /// <summary>Whether the line says what was hashed.</summary>
    public bool IsIntact() => Hash == ComputeHash();

    private string ComputeHash() => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n',
        Chain.ToString("N"),
        Number.ToString(CultureInfo.InvariantCulture),
        Kind,
        Subject,
        At.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture),
        OfficerId?.Value.ToString("N"),
        TokenId?.ToString("N"),
        CaseId?.Value.ToString("N"),
        Json.Write(Facts.OrderBy(f => f.Key, StringComparer.Ordinal).Select(f => new[] { f.Key, f.Value })),
        PreviousHash))));
}

/// <summary>What a new line says; its place in the chain is added when it is appended.</summary>
public sealed record JournalLine(string Kind, string Subject, DateTimeOffset At)
{
    public OfficerId? OfficerId { get; init; }

    public Guid? TokenId { get; init; }

    public CaseId? CaseId { get; init; }

    public IReadOnlyDictionary<string, string> Facts { get; init; } = new Dictionary<string, string>();
}

/// <summary>How long a chain of the journal is and how it ends, so that a cut tail is found.</summary>
public sealed class JournalHead
{
    private JournalHead()
    {
    }

    public JournalHead(Guid chain) => Chain = chain;

    public Guid Chain { get; private set; }

    public long Length { get; set; }

    /// <summary>Of the last line; null while there is none.</summary>
    public string? Hash { get; set; }
}

internal sealed class JournalEntryMapping : IEntityTypeConfiguration<JournalEntry>
{
    public void Configure(EntityTypeBuilder<JournalEntry> builder)
    {
        builder.ToTable("Journal");
        builder.HasKey(e => new { e.Chain, e.Number });
        builder.Property(e => e.Kind).HasMaxLength(ColumnLengths.Identifier);
        builder.Property(e => e.Subject).HasMaxLength(ColumnLengths.Word);
        builder.Property(e => e.Facts).HasJson().HasMaxLength(-1);
        builder.Property(e => e.PreviousHash).HasMaxLength(ColumnLengths.Hash);
        builder.Property(e => e.Hash).HasMaxLength(ColumnLengths.Hash);
        builder.HasIndex(e => new { e.Chain, e.At });
    }
}

internal sealed class JournalHeadMapping : IEntityTypeConfiguration<JournalHead>
{
    public void Configure(EntityTypeBuilder<JournalHead> builder)
    {
        builder.ToTable("JournalHeads");
        builder.HasKey(h => h.Chain);
        builder.Property(h => h.Chain).ValueGeneratedNever();
        builder.Property(h => h.Hash).HasMaxLength(ColumnLengths.Hash).IsConcurrencyToken();
    }
}
