using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Networks.Data.Cases;
using Networks.Data.Conventions;

namespace Networks.Data.Duties;

internal sealed class DutyMapping : IEntityTypeConfiguration<Duty>
{
    public void Configure(EntityTypeBuilder<Duty> builder)
    {
        builder.ToTable("Duties");
        builder.Property(d => d.Id).ValueGeneratedNever();
        builder.HasOne<Case>().WithMany().HasForeignKey(d => d.CaseId);
        builder.Property(d => d.Kind).HasMaxLength(ColumnLengths.Word);
        builder.Property(d => d.Citation).HasMaxLength(ColumnLengths.Name);
        builder.Property(d => d.DoneNote).HasMaxLength(ColumnLengths.Remark);
        builder.HasIndex(d => d.CaseId);
    }
}
