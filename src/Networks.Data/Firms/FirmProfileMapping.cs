using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Networks.Data.Conventions;

namespace Networks.Data.Firms;

internal sealed class FirmProfileMapping : IEntityTypeConfiguration<FirmProfile>
{
    public void Configure(EntityTypeBuilder<FirmProfile> builder)
    {
        builder.ToTable("FirmProfiles");
        builder.HasKey(p => p.FirmId);
        builder.Property(p => p.FirmId).ValueGeneratedNever();
        builder.HasOne<Firm>().WithOne().HasForeignKey<FirmProfile>(p => p.FirmId);
        builder.Property(p => p.Offers).HasMaxLength(ColumnLengths.Remark);
        builder.Property(p => p.Seeks).HasMaxLength(ColumnLengths.Remark);
        builder.Property(p => p.Activity).HasMaxLength(ColumnLengths.Identifier);
        builder.Property(p => p.Nuts3).HasMaxLength(ColumnLengths.Identifier);
        builder.Property(p => p.Siret).HasMaxLength(ColumnLengths.Identifier);
        builder.Property(p => p.EuVat).HasMaxLength(ColumnLengths.Identifier);
        builder.Property(p => p.Capabilities).HasJson().HasMaxLength(ColumnLengths.Remark);
        builder.Property(p => p.Certificates).HasJson().HasMaxLength(ColumnLengths.Remark);
        builder.Ignore(p => p.ActivityCode);
        builder.HasIndex(p => p.ImportId);
    }
}
