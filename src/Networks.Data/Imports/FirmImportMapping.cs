using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Networks.Data.Conventions;

namespace Networks.Data.Imports;

internal sealed class FirmImportMapping : IEntityTypeConfiguration<FirmImport>
{
    public void Configure(EntityTypeBuilder<FirmImport> builder)
    {
        builder.ToTable("FirmImports");
        builder.Property(i => i.Id).ValueGeneratedNever();
        builder.HasOne<Associations.Association>().WithMany().HasForeignKey(i => i.AssociationId);
        builder.Property(i => i.FileName).HasMaxLength(ColumnLengths.Name);
        builder.Property(i => i.Columns).HasJson().HasMaxLength(ColumnLengths.Remark);
        builder.Property(i => i.ConsentHow).HasMaxLength(ColumnLengths.Identifier);
        builder.Property(i => i.Failure).HasMaxLength(ColumnLengths.Word);
        builder.Property(i => i.Fence).IsConcurrencyToken();
    }
}

internal sealed class ImportFaultMapping : IEntityTypeConfiguration<ImportFault>
{
    public void Configure(EntityTypeBuilder<ImportFault> builder)
    {
        builder.ToTable("ImportFaults");
        builder.HasKey(f => new { f.ImportId, f.Row });
        builder.HasOne<FirmImport>().WithMany().HasForeignKey(f => f.ImportId);
        builder.Property(f => f.Code).HasMaxLength(ColumnLengths.Word);
        builder.Property(f => f.Values).HasMaxLength(ColumnLengths.Remark);
    }
}

internal sealed class ImportChangeMapping : IEntityTypeConfiguration<ImportChange>
{
    public void Configure(EntityTypeBuilder<ImportChange> builder)
    {
        builder.ToTable("ImportChanges");
        builder.HasKey(c => new { c.ImportId, c.FirmId });
        builder.HasOne<FirmImport>().WithMany().HasForeignKey(c => c.ImportId);
        builder.Property(c => c.Before).HasMaxLength(ImportLengths.Fields);
        builder.Property(c => c.After).HasMaxLength(ImportLengths.Fields);
    }
}

internal static class ImportLengths
{
    /// <summary>Every imported field of a firm as JSON, offers and wishes at their longest, with room for escapes.</summary>
    public const int Fields = 20_000;
}
