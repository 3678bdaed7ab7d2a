using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Networks.Data.Cases;
using Networks.Data.Changes;
using Networks.Data.Conventions;
using Networks.Data.Duties;
using Networks.Data.EnterpriseNetworks;
using Networks.Data.Files;

namespace Networks.Data.Filings;

internal sealed class FilingMapping : IEntityTypeConfiguration<Filing>
{
    public void Configure(EntityTypeBuilder<Filing> builder)
    {
        builder.ToTable("Filings");
        builder.Property(f => f.Id).ValueGeneratedNever();
        builder.HasOne<Case>().WithMany().HasForeignKey(f => f.CaseId);
        builder.HasOne<Participant>().WithMany().HasForeignKey(f => f.ParticipantId);
        builder.HasOne<NetworkChange>().WithMany().HasForeignKey(f => f.ChangeId);
        builder.HasOne<Duty>().WithMany().HasForeignKey(f => f.DutyId);
        builder.HasOne<StoredFile>().WithMany().HasForeignKey(f => f.Receipt);
        builder.Property(f => f.ChamberCode).HasMaxLength(ColumnLengths.Word);
        builder.Property(f => f.ProtocolNumber).HasMaxLength(ColumnLengths.Word);
        builder.Property(f => f.Reason).HasMaxLength(ColumnLengths.Remark);
        builder.HasIndex(f => f.CaseId);
        builder.HasIndex(f => new { f.ChamberCode, f.ProtocolNumber });
    }
}
