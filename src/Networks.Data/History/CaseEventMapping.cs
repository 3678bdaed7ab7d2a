using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Networks.Data.Cases;
using Networks.Data.Conventions;

namespace Networks.Data.History;

internal sealed class CaseEventMapping : IEntityTypeConfiguration<CaseEvent>
{
    public void Configure(EntityTypeBuilder<CaseEvent> builder)
    {
        builder.ToTable("CaseEvents");
        builder.HasKey(e => new { e.CaseId, e.Number });
        builder.Property(e => e.Number).ValueGeneratedNever();
        builder.HasOne<Case>().WithMany().HasForeignKey(e => e.CaseId);
        builder.Property(e => e.Name).HasMaxLength(ColumnLengths.Word);
        builder.Property(e => e.Facts).HasJson().HasMaxLength(-1);
        builder.Property(e => e.PersonalText).HasMaxLength(-1);
        builder.Property(e => e.PersonalSalt).HasMaxLength(ColumnLengths.Hash);
        builder.Property(e => e.PersonalDigest).HasMaxLength(ColumnLengths.Hash);
        builder.Property(e => e.PreviousHash).HasMaxLength(ColumnLengths.Hash);
        builder.Property(e => e.Hash).HasMaxLength(ColumnLengths.Hash);
        builder.HasIndex(e => e.RecordedAt);
    }
}
