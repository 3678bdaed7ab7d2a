using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Networks.Data.Conventions;

namespace Networks.Data.Outbox;

/// <summary>While its one row is there, no mail leaves, on any node. Mails go on being queued.</summary>
public sealed class MailPause
{
    private MailPause()
    {
    }

    /// <param name="reason">One of <see cref="MailPauseReasons"/>.</param>
    public MailPause(string reason, DateTimeOffset since)
    {
        Reason = reason;
        Since = since;
    }

    /// <summary>Always 1.</summary>
    public int Id { get; private set; } = 1;

    public string Reason { get; private set; } = "";

    public DateTimeOffset Since { get; private set; }
}

/// <summary>Stored words.</summary>
public static class MailPauseReasons
{
    /// <summary>An administrator stopped it.</summary>
    public const string ByHand = "by-hand";

    /// <summary>The database is a copy of an earlier day: what it holds as queued may have left since.</summary>
    public const string Restored = "restored";
}

internal sealed class MailPauseMapping : IEntityTypeConfiguration<MailPause>
{
    public void Configure(EntityTypeBuilder<MailPause> builder)
    {
        builder.ToTable("MailPauses");
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.Property(p => p.Reason).HasMaxLength(ColumnLengths.Word);
    }
}
