using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Networks.Data.Discovery;

internal sealed class SearchEntryMapping : IEntityTypeConfiguration<SearchEntry>
{
    public void Configure(EntityTypeBuilder<SearchEntry> builder)
    {
        builder.ToTable("SearchEntries");
        builder.HasKey(e => e.Number);
        builder.Property(e => e.Division).HasMaxLength(2);
        builder.Property(e => e.Own).HasMaxLength(SearchEntry.TermsLimit);
        builder.Property(e => e.Shared).HasMaxLength(SearchEntry.TermsLimit);
        builder.HasOne<Firms.Firm>().WithOne().HasForeignKey<SearchEntry>(e => e.FirmId);
        builder.HasIndex(e => e.CardKey);
        builder.HasIndex(e => e.Division);
        builder.HasIndex(e => new { e.CardNumber, e.HeldBy });
    }
}

internal sealed class SearchCardMapping : IEntityTypeConfiguration<SearchCard>
{
    public void Configure(EntityTypeBuilder<SearchCard> builder)
    {
        builder.ToTable("SearchCards");
        builder.HasKey(c => c.Number);
        builder.Property(c => c.Division).HasMaxLength(2);
        builder.Property(c => c.Terms).HasMaxLength(SearchEntry.TermsLimit);
        builder.HasIndex(c => c.Division);
    }
}
