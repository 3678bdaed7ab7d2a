using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Networks.Data.Conventions;
using Networks.Data.EnterpriseNetworks;

namespace Networks.Data.Programmes;

internal sealed class ProgrammeMapping : IEntityTypeConfiguration<Programme>
{
    public void Configure(EntityTypeBuilder<Programme> builder)
    {
        builder.ToTable("Programmes");
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.Property(p => p.Code).HasMaxLength(ColumnLengths.Identifier);
        builder.Property(p => p.Name).HasMaxLength(ColumnLengths.Name);
        builder.Property(p => p.Territory).HasMaxLength(ColumnLengths.Name);
        builder.Property(p => p.Languages).HasMaxLength(ColumnLengths.Identifier);
        builder.Property(p => p.Lead).HasConversion(lead => lead.Association.Value, value => new LeadPartner(new AssociationId(value)));
        builder.HasIndex(p => p.Code).IsUnique();
    }
}

internal sealed class FundingCallMapping : IEntityTypeConfiguration<FundingCall>
{
    public void Configure(EntityTypeBuilder<FundingCall> builder)
    {
        builder.ToTable("FundingCalls");
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.HasOne<Programme>().WithMany().HasForeignKey(c => c.ProgrammeId);
        builder.Property(c => c.Title).HasMaxLength(ColumnLengths.Name);
        builder.Property(c => c.Provinces).HasMaxLength(ColumnLengths.Name);
        builder.Property(c => c.Funder).HasMaxLength(ColumnLengths.Name);
        builder.HasIndex(c => new { c.ProgrammeId, c.ClosesOn });
    }
}
