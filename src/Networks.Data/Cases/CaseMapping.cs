using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Networks.Data.Conventions;

namespace Networks.Data.Cases;

internal sealed class CaseMapping : IEntityTypeConfiguration<Case>
{
    public void Configure(EntityTypeBuilder<Case> builder)
    {
        builder.ToTable("Cases");
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.HasOne<Programmes.Programme>().WithMany().HasForeignKey(c => c.ProgrammeId);
        builder.HasOne<Associations.Association>().WithMany().HasForeignKey(c => c.OwnerId);
        builder.Property(c => c.Reference).HasMaxLength(ColumnLengths.Identifier);
        builder.Property(c => c.Need).HasMaxLength(ColumnLengths.Remark);
        builder.Property(c => c.ClosedReason).HasMaxLength(ColumnLengths.Remark);
        builder.Property(c => c.HeadHash).HasMaxLength(ColumnLengths.Hash);
        builder.HasIndex(c => c.Reference).IsUnique();
        builder.HasIndex(c => new { c.OwnerId, c.Status });

        // Number and sum of the versions say whether anything of a programme has changed: read from the index alone.
        builder.HasIndex(c => new { c.ProgrammeId, c.Version });
    }
}
