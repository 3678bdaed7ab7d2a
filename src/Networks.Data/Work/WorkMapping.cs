using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Networks.Data.Cases;
using Networks.Data.Conventions;

namespace Networks.Data.Work;

internal sealed class ProcessInstanceMapping : IEntityTypeConfiguration<ProcessInstance>
{
    public void Configure(EntityTypeBuilder<ProcessInstance> builder)
    {
        builder.ToTable("Processes");
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.HasOne<Case>().WithMany().HasForeignKey(p => p.CaseId);
        builder.Property(p => p.Name).HasMaxLength(ColumnLengths.Word);
    }
}

internal sealed class ScopeMapping : IEntityTypeConfiguration<Scope>
{
    public void Configure(EntityTypeBuilder<Scope> builder)
    {
        builder.ToTable("Scopes");
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.HasOne<ProcessInstance>().WithMany().HasForeignKey(s => s.ProcessId);
        builder.HasOne<Scope>().WithMany().HasForeignKey(s => s.ParentId);
        builder.Property(s => s.Path).HasMaxLength(ColumnLengths.Word);
        builder.HasIndex(s => new { s.ParentId, s.Path, s.PartyId, s.Round }).IsUnique();
    }
}

internal sealed class WorkItemMapping : IEntityTypeConfiguration<WorkItem>
{
    public void Configure(EntityTypeBuilder<WorkItem> builder)
    {
        builder.ToTable("WorkItems");
        builder.Property(i => i.Id).ValueGeneratedNever();
        builder.HasOne<Case>().WithMany().HasForeignKey(i => i.CaseId);
        builder.HasOne<Scope>().WithMany().HasForeignKey(i => i.ScopeId);
        builder.Property(i => i.Path).HasMaxLength(ColumnLengths.Word);
        builder.Property(i => i.Outcome).HasMaxLength(ColumnLengths.Word);
        builder.Ignore(i => i.Name);
        builder.HasIndex(i => new { i.DeskId, i.Status });
        builder.HasIndex(i => new { i.CaseId, i.Status });
    }
}

internal sealed class IncidentMapping : IEntityTypeConfiguration<Incident>
{
    public void Configure(EntityTypeBuilder<Incident> builder)
    {
        builder.ToTable("Incidents");
        builder.Property(i => i.Id).ValueGeneratedNever();
        builder.HasOne<Case>().WithMany().HasForeignKey(i => i.CaseId);
        builder.HasOne<Scope>().WithMany().HasForeignKey(i => i.ScopeId);
        builder.Property(i => i.Path).HasMaxLength(ColumnLengths.Word);
        builder.Property(i => i.Reason).HasMaxLength(ColumnLengths.Remark);
        builder.HasIndex(i => new { i.CaseId, i.Status });
    }
}

internal sealed class DueTimerMapping : IEntityTypeConfiguration<DueTimer>
{
    public void Configure(EntityTypeBuilder<DueTimer> builder)
    {
        builder.ToTable("Timers");
        builder.Property(t => t.Id).ValueGeneratedNever();
        builder.HasOne<Case>().WithMany().HasForeignKey(t => t.CaseId);
        builder.HasOne<Scope>().WithMany().HasForeignKey(t => t.ScopeId);
        builder.Property(t => t.Path).HasMaxLength(ColumnLengths.Word);
        builder.Property(t => t.Reason).HasMaxLength(ColumnLengths.Remark);
        builder.Property(t => t.Owner).HasMaxLength(ColumnLengths.Word);
        builder.HasIndex(t => new { t.Status, t.DueAt });
        builder.HasIndex(t => new { t.CaseId, t.Status });
    }
}
