using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Networks.Data.Conventions;

namespace Networks.Data.Officers;

internal sealed class OfficerMapping : IEntityTypeConfiguration<Officer>
{
    public void Configure(EntityTypeBuilder<Officer> builder)
    {
        builder.ToTable("Officers");
        builder.Property(o => o.Id).ValueGeneratedNever();
        builder.HasOne<Associations.Association>().WithMany().HasForeignKey(o => o.AssociationId);
        builder.Property(o => o.FullName).HasMaxLength(ColumnLengths.Name);
        builder.Property(o => o.Email).HasMaxLength(ColumnLengths.Mailbox);
        builder.Property(o => o.Roles).HasMaxLength(ColumnLengths.Word);
        builder.Property(o => o.Language).HasMaxLength(2);
        builder.HasIndex(o => o.Email).IsUnique();
    }
}
