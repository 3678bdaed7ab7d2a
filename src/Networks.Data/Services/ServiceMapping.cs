using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Networks.Data.Cases;
using Networks.Data.Conventions;
using Networks.Data.Programmes;

namespace Networks.Data.Services;

internal sealed class ServiceOfferMapping : IEntityTypeConfiguration<ServiceOffer>
{
    public void Configure(EntityTypeBuilder<ServiceOffer> builder)
    {
        builder.ToTable("ServiceOffers");
        builder.Property(o => o.Id).ValueGeneratedNever();
        builder.HasOne<Programme>().WithMany().HasForeignKey(o => o.ProgrammeId);
        builder.Property(o => o.Name).HasMaxLength(ColumnLengths.Name);
        builder.Property(o => o.Provider).HasMaxLength(ColumnLengths.Name);
        builder.Property(o => o.Description).HasMaxLength(ColumnLengths.Remark);
        builder.HasIndex(o => o.ProgrammeId);
    }
}

internal sealed class ServiceRequestMapping : IEntityTypeConfiguration<ServiceRequest>
{
    public void Configure(EntityTypeBuilder<ServiceRequest> builder)
    {
        builder.ToTable("ServiceRequests");
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.HasOne<Case>().WithMany().HasForeignKey(r => r.CaseId);
        builder.HasOne<ServiceOffer>().WithMany().HasForeignKey(r => r.OfferId);
        builder.Property(r => r.Name).HasMaxLength(ColumnLengths.Name);
        builder.Property(r => r.Provider).HasMaxLength(ColumnLengths.Name);
        builder.Property(r => r.Wish).HasMaxLength(ColumnLengths.Remark);
        builder.Property(r => r.Outcome).HasMaxLength(ColumnLengths.Remark);
        builder.HasIndex(r => r.CaseId);
    }
}
