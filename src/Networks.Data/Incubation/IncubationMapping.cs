using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Networks.Data.Cases;
using Networks.Data.Conventions;
using Networks.Data.EnterpriseNetworks;

namespace Networks.Data.Incubation;

internal sealed class PulseMapping : IEntityTypeConfiguration<Pulse>
{
    public void Configure(EntityTypeBuilder<Pulse> builder)
    {
        builder.ToTable("Pulses");
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.HasOne<Case>().WithMany().HasForeignKey(p => p.CaseId);
        builder.HasIndex(p => new { p.CaseId, p.Number }).IsUnique();
    }
}

internal sealed class PulseAnswerMapping : IEntityTypeConfiguration<PulseAnswer>
{
    public void Configure(EntityTypeBuilder<PulseAnswer> builder)
    {
        builder.ToTable("PulseAnswers");
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.HasOne<Pulse>().WithMany().HasForeignKey(a => a.PulseId);
        builder.HasOne<Participant>().WithMany().HasForeignKey(a => a.ParticipantId);
        builder.Property(a => a.Replies).HasJson().HasMaxLength(ColumnLengths.Name);
        builder.Property(a => a.Remark).HasMaxLength(ColumnLengths.Remark);
        builder.HasIndex(a => new { a.PulseId, a.ParticipantId }).IsUnique();
        builder.HasIndex(a => a.CaseId);
    }
}

internal sealed class MilestoneMapping : IEntityTypeConfiguration<Milestone>
{
    public void Configure(EntityTypeBuilder<Milestone> builder)
    {
        builder.ToTable("Milestones");
        builder.Property(m => m.Id).ValueGeneratedNever();
        builder.HasOne<Case>().WithMany().HasForeignKey(m => m.CaseId);
        builder.Property(m => m.Title).HasMaxLength(ColumnLengths.Name);
        builder.Property(m => m.Outcome).HasMaxLength(ColumnLengths.Remark);
        builder.HasIndex(m => m.CaseId);
    }
}

internal sealed class FundContributionMapping : IEntityTypeConfiguration<FundContribution>
{
    public void Configure(EntityTypeBuilder<FundContribution> builder)
    {
        builder.ToTable("FundContributions");
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.HasOne<Case>().WithMany().HasForeignKey(c => c.CaseId);
        builder.HasOne<Participant>().WithMany().HasForeignKey(c => c.ParticipantId);
        builder.Property(c => c.Remark).HasMaxLength(ColumnLengths.Remark);
        builder.HasIndex(c => c.CaseId);
    }
}

internal sealed class FundingOpportunityMapping : IEntityTypeConfiguration<FundingOpportunity>
{
    public void Configure(EntityTypeBuilder<FundingOpportunity> builder)
    {
        builder.ToTable("FundingOpportunities");
        builder.Property(o => o.Id).ValueGeneratedNever();
        builder.HasOne<Case>().WithMany().HasForeignKey(o => o.CaseId);
        builder.Property(o => o.Title).HasMaxLength(ColumnLengths.Name);
        builder.Property(o => o.Note).HasMaxLength(ColumnLengths.Remark);
        builder.Property(o => o.Outcome).HasMaxLength(ColumnLengths.Remark);
        builder.HasIndex(o => o.CaseId);
    }
}
