using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Networks.Data.Associations;
using Networks.Data.Cases;
using Networks.Data.Conventions;
using Networks.Data.EnterpriseNetworks;

namespace Networks.Data.Casework;

internal sealed class NextStepMapping : IEntityTypeConfiguration<NextStep>
{
    public void Configure(EntityTypeBuilder<NextStep> builder)
    {
        builder.ToTable("NextSteps");
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.HasOne<Case>().WithMany().HasForeignKey(s => s.CaseId);
        builder.HasOne<Association>().WithMany().HasForeignKey(s => s.DeskId);
        builder.HasOne<Participant>().WithMany().HasForeignKey(s => s.ParticipantId);
        builder.Property(s => s.Text).HasMaxLength(ColumnLengths.Name);
        builder.HasIndex(s => new { s.DeskId, s.DoneAt, s.DueOn });
    }
}
