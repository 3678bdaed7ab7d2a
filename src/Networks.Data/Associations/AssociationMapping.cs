using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Networks.Data.Conventions;

namespace Networks.Data.Associations;

internal sealed class AssociationMapping : IEntityTypeConfiguration<Association>
{
    public void Configure(EntityTypeBuilder<Association> builder)
    {
        builder.ToTable("Associations");
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.HasOne<Programmes.Programme>().WithMany().HasForeignKey(a => a.ProgrammeId);
        builder.Property(a => a.Name).HasMaxLength(ColumnLengths.Name);
        builder.Property(a => a.DeskName).HasMaxLength(ColumnLengths.Name);
        builder.Property(a => a.Country).HasMaxLength(2);
        builder.Property(a => a.Email).HasMaxLength(ColumnLengths.Mailbox);
        builder.Property(a => a.Phone).HasMaxLength(ColumnLengths.Identifier);
    }
}
