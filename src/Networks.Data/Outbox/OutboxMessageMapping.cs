using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Networks.Data.Conventions;

namespace Networks.Data.Outbox;

internal sealed class OutboxMessageMapping : IEntityTypeConfiguration<OutboxMessage>
{
    public void Configure(EntityTypeBuilder<OutboxMessage> builder)
    {
        builder.ToTable("Outbox");
        builder.Property(m => m.Id).ValueGeneratedNever();
        builder.Property(m => m.Kind).HasMaxLength(ColumnLengths.Word);
        builder.Property(m => m.To).HasMaxLength(ColumnLengths.Mailbox);
        builder.Property(m => m.Subject).HasMaxLength(ColumnLengths.Name);
        builder.Property(m => m.Body).HasMaxLength(-1);
        builder.Property(m => m.LastError).HasMaxLength(ColumnLengths.Remark);
        builder.Property(m => m.Owner).HasMaxLength(ColumnLengths.Word);
        builder.Property(m => m.HeldFor).HasMaxLength(ColumnLengths.Identifier);
        builder.Property(m => m.Language).HasMaxLength(ColumnLengths.Identifier).HasDefaultValue("it");
        builder.Property(m => m.OptOut).HasMaxLength(ColumnLengths.Name);
        builder.Ignore(m => m.MessageId);
        builder.HasIndex(m => new { m.Status, m.NotBefore });
        builder.HasIndex(m => m.CaseId);
        builder.HasIndex(m => new { m.To, m.SentAt });
        builder.HasIndex(m => m.DigestId);
    }
}
