using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Networks.Data.Conventions;

namespace Networks.Data.Discovery;

internal sealed class MeetingMapping : IEntityTypeConfiguration<Meeting>
{
    public void Configure(EntityTypeBuilder<Meeting> builder)
    {
        builder.ToTable("Meetings");
        builder.Property(m => m.Id).ValueGeneratedNever();
        builder.HasOne<Introduction>().WithMany().HasForeignKey(m => m.IntroductionId);
        builder.HasOne<Cases.Case>().WithMany().HasForeignKey(m => m.CaseId);
        builder.Property(m => m.Slots).HasJson().HasMaxLength(ColumnLengths.Name);
        builder.Property(m => m.Place).HasMaxLength(ColumnLengths.Name);
    }
}

internal sealed class FirmPageMapping : IEntityTypeConfiguration<FirmPage>
{
    public void Configure(EntityTypeBuilder<FirmPage> builder)
    {
        builder.ToTable("FirmPages");
        builder.HasKey(p => p.FirmId);
        builder.HasOne<Firms.Firm>().WithMany().HasForeignKey(p => p.FirmId);
        builder.Property(p => p.TokenHash).HasMaxLength(ColumnLengths.Hash);
        builder.HasIndex(p => p.TokenHash);
    }
}
