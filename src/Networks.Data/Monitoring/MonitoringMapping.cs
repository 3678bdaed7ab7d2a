using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Networks.Data.Associations;
using Networks.Data.Cases;
using Networks.Data.Conventions;
using Networks.Data.Officers;
using Networks.Data.Programmes;

namespace Networks.Data.Monitoring;

internal sealed class CaseProgressMapping : IEntityTypeConfiguration<CaseProgress>
{
    public void Configure(EntityTypeBuilder<CaseProgress> builder)
    {
        builder.ToTable("CaseProgress");
        builder.HasKey(p => p.CaseId);
        builder.Property(p => p.CaseId).ValueGeneratedNever();
        builder.HasOne<Case>().WithOne().HasForeignKey<CaseProgress>(p => p.CaseId);
        builder.Property(p => p.Moments).HasMaxLength(-1);
        builder.Property(p => p.Firms).HasMaxLength(-1);
    }
}

internal sealed class FrozenMonthMapping : IEntityTypeConfiguration<FrozenMonth>
{
    public void Configure(EntityTypeBuilder<FrozenMonth> builder)
    {
        builder.ToTable("FrozenMonths");
        builder.HasKey(m => new { m.ProgrammeId, m.Month });
        builder.HasOne<Programme>().WithMany().HasForeignKey(m => m.ProgrammeId);
        builder.Property(m => m.Numbers).HasJson().HasMaxLength(-1);
        builder.Property(m => m.PreviousHash).HasMaxLength(ColumnLengths.Hash);
        builder.Property(m => m.Hash).HasMaxLength(ColumnLengths.Hash);
    }
}

internal sealed class RestatementMapping : IEntityTypeConfiguration<Restatement>
{
    public void Configure(EntityTypeBuilder<Restatement> builder)
    {
        builder.ToTable("Restatements");
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.HasOne<FrozenMonth>().WithMany().HasForeignKey(r => new { r.ProgrammeId, r.Month });
        builder.HasOne<Association>().WithMany().HasForeignKey(r => r.By);
        builder.Property(r => r.Indicator).HasMaxLength(ColumnLengths.Word);
        builder.Property(r => r.Added).HasMaxLength(-1);
        builder.Property(r => r.Removed).HasMaxLength(-1);
        builder.Property(r => r.Evidence).HasMaxLength(ColumnLengths.Hash);
    }
}

internal sealed class LeadVisitMapping : IEntityTypeConfiguration<LeadVisit>
{
    public void Configure(EntityTypeBuilder<LeadVisit> builder)
    {
        builder.ToTable("LeadVisits");
        builder.Property(v => v.Id).ValueGeneratedNever();
        builder.HasOne<Programme>().WithMany().HasForeignKey(v => v.ProgrammeId);
        builder.HasOne<Officer>().WithMany().HasForeignKey(v => v.OfficerId);
        builder.HasOne<Association>().WithMany().HasForeignKey(v => v.Desk);
        builder.HasOne<Case>().WithMany().HasForeignKey(v => v.CaseId);
        builder.Property(v => v.View).HasMaxLength(ColumnLengths.Word);
        builder.HasIndex(v => new { v.ProgrammeId, v.At });
    }
}

internal sealed class ViewSubscriptionMapping : IEntityTypeConfiguration<ViewSubscription>
{
    public void Configure(EntityTypeBuilder<ViewSubscription> builder)
    {
        builder.ToTable("ViewSubscriptions");
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.HasOne<Officer>().WithMany().HasForeignKey(s => s.OfficerId);
        builder.HasOne<Association>().WithMany().HasForeignKey(s => s.Desk);
        builder.Property(s => s.TokenHash).HasMaxLength(ColumnLengths.Hash);
        builder.HasIndex(s => s.TokenHash).IsUnique();
        builder.HasIndex(s => s.NextOn);
    }
}
