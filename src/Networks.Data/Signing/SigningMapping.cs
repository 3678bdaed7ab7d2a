using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Networks.Data.Cases;
using Networks.Data.Conventions;
using Networks.Data.Drafts;
using Networks.Data.Files;

namespace Networks.Data.Signing;

internal sealed class SignedFileMapping : IEntityTypeConfiguration<SignedFile>
{
    public void Configure(EntityTypeBuilder<SignedFile> builder)
    {
        builder.ToTable("SignedFiles");
        builder.Property(f => f.Id).ValueGeneratedNever();
        builder.HasOne<Case>().WithMany().HasForeignKey(f => f.CaseId);
        builder.HasOne<Draft>().WithMany().HasForeignKey(f => f.DraftId);
        builder.HasOne<StoredFile>().WithMany().HasForeignKey(f => f.File);
        builder.Property(f => f.ReportJson).HasMaxLength(-1);
        builder.Property(f => f.Signatories).HasJson().HasMaxLength(-1);
        builder.Property(f => f.AcceptedReason).HasMaxLength(ColumnLengths.Remark);
        builder.Ignore(f => f.Counts);
        builder.HasIndex(f => f.CaseId);
    }
}

internal sealed class DeedMapping : IEntityTypeConfiguration<Deed>
{
    public void Configure(EntityTypeBuilder<Deed> builder)
    {
        builder.ToTable("Deeds");
        builder.HasKey(d => d.CaseId);
        builder.Property(d => d.CaseId).ValueGeneratedNever();
        builder.HasOne<Case>().WithOne().HasForeignKey<Deed>(d => d.CaseId);
        builder.HasOne<Draft>().WithMany().HasForeignKey(d => d.DraftId);
        builder.HasOne<StoredFile>().WithMany().HasForeignKey(d => d.File);
        builder.Property(d => d.NotaryName).HasMaxLength(ColumnLengths.Name);
        builder.Property(d => d.Repertorio).HasMaxLength(ColumnLengths.Identifier);
        builder.Property(d => d.Collection).HasMaxLength(ColumnLengths.Identifier);
    }
}
