using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Networks.Data.Cases;
using Networks.Data.Conventions;

namespace Networks.Data.EnterpriseNetworks;

internal sealed class EnterpriseNetworkMapping : IEntityTypeConfiguration<EnterpriseNetwork>
{
    public void Configure(EntityTypeBuilder<EnterpriseNetwork> builder)
    {
        builder.ToTable("EnterpriseNetworks");
        builder.HasKey(n => n.CaseId);
        builder.Property(n => n.CaseId).ValueGeneratedNever();
        builder.HasOne<Case>().WithOne().HasForeignKey<EnterpriseNetwork>(n => n.CaseId);
        builder.Property(n => n.Name).HasMaxLength(ColumnLengths.Name);
        builder.Property(n => n.Seat!).HasJson().HasMaxLength(ColumnLengths.Remark);
        builder.Property(n => n.Terms).HasJson().HasMaxLength(-1);
        builder.Property(n => n.Fund!).HasJson().HasMaxLength(-1);
        builder.Property(n => n.Body!).HasJson().HasMaxLength(-1);
        builder.Property(n => n.ReferenceEnterprise).HasConversion(r => r!.Value.Participant.Value, v => new ReferenceEnterprise(new ParticipantId(v)));
        builder.Property(n => n.Mandatary).HasConversion(m => m!.Value.Participant.Value, v => new Mandatary(new ParticipantId(v)));
        builder.Property(n => n.CoEmploymentReporter).HasConversion(c => c!.Value.Firm.Value, v => new CoEmploymentReporter(new FirmId(v)));
        builder.Property(n => n.ContractNumber).HasMaxLength(ColumnLengths.Word);
        builder.Property(n => n.TaxCode).HasMaxLength(ColumnLengths.Identifier);
    }
}

internal sealed class ParticipantMapping : IEntityTypeConfiguration<Participant>
{
    public void Configure(EntityTypeBuilder<Participant> builder)
    {
        builder.ToTable("Participants");
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.HasOne<Case>().WithMany().HasForeignKey(p => p.CaseId);
        builder.HasOne<Firms.Firm>().WithMany().HasForeignKey(p => p.FirmId);
        builder.HasOne<Associations.Association>().WithMany().HasForeignKey(p => p.DeskId);
        builder.Property(p => p.LeftReason).HasMaxLength(ColumnLengths.Remark);
        builder.HasIndex(p => new { p.CaseId, p.FirmId });
        builder.HasIndex(p => p.DeskId);
    }
}
