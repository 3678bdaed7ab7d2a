using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Networks.Data.Conventions;

namespace Networks.Data.Firms;

internal sealed class FirmMapping : IEntityTypeConfiguration<Firm>
{
    public void Configure(EntityTypeBuilder<Firm> builder)
    {
        builder.ToTable("Firms");
        builder.Property(f => f.Id).ValueGeneratedNever();
        builder.HasOne<Associations.Association>().WithMany().HasForeignKey(f => f.HeldBy);
        builder.Property(f => f.Name).HasMaxLength(ColumnLengths.Name);
        builder.Property(f => f.VatNumber).HasMaxLength(ColumnLengths.Identifier);
        builder.Property(f => f.TaxCode).HasMaxLength(ColumnLengths.Identifier);
        builder.Property(f => f.ReaProvince).HasMaxLength(2);
        builder.Property(f => f.Country).HasMaxLength(2);
        builder.Property(f => f.Seat!).HasJson().HasMaxLength(ColumnLengths.Remark);
        builder.Property(f => f.CertifiedEmail).HasMaxLength(ColumnLengths.Mailbox);
        builder.Property(f => f.Email).HasMaxLength(ColumnLengths.Mailbox);
        builder.Property(f => f.Phone).HasMaxLength(ColumnLengths.Identifier);
        builder.Property(f => f.ContactName).HasMaxLength(ColumnLengths.Name);
        builder.Property(f => f.Language).HasMaxLength(2);
        builder.Property(f => f.PrivacyNoticeHow).HasMaxLength(ColumnLengths.Name);
        builder.HasIndex(f => f.TaxCode).IsUnique();
        builder.HasIndex(f => f.VatNumber);
        builder.HasIndex(f => f.CertifiedEmail);
        builder.OwnsMany(f => f.Representatives, person =>
        {
            person.ToTable("LegalRepresentatives");
            person.HasKey(p => p.Id);
            person.Property(p => p.Id).ValueGeneratedNever();
            person.Property(p => p.FullName).HasMaxLength(ColumnLengths.Name);
            person.Property(p => p.TaxCode).HasMaxLength(ColumnLengths.Identifier);
            person.Property(p => p.Office).HasMaxLength(ColumnLengths.Name);
        });
        builder.OwnsMany(f => f.Consents, consent =>
        {
            consent.ToTable("Consents");
            consent.HasKey(c => c.Id);
            consent.Property(c => c.Id).ValueGeneratedNever();
            consent.Property(c => c.How).HasMaxLength(ColumnLengths.Name);
        });
        builder.Navigation(f => f.Representatives).UsePropertyAccessMode(PropertyAccessMode.Field);
        builder.Navigation(f => f.Consents).UsePropertyAccessMode(PropertyAccessMode.Field);
    }
}
