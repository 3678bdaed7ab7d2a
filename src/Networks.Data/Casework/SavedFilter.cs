using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Networks.Data.Conventions;
using Networks.Data.Officers;

namespace Networks.Data.Casework;

/// <summary>A filter of the list of networks that a person has kept under a name.</summary>
public sealed class SavedFilter
{
    private SavedFilter()
    {
    }

    public SavedFilter(Guid id, OfficerId officerId, string name, string query)
    {
        Id = id;
        OfficerId = officerId;
        Name = name;
        Query = query;
    }

    public Guid Id { get; private set; }

    public OfficerId OfficerId { get; private set; }

    public string Name { get; private set; } = "";

    /// <summary>As it stands in the address after the question mark, without the page.</summary>
    public string Query { get; set; } = "";
}

internal sealed class SavedFilterMapping : IEntityTypeConfiguration<SavedFilter>
{
    /// <summary>A text of a hundred characters, escaped, and two words.</summary>
    private const int queryLength = 1000;

    public void Configure(EntityTypeBuilder<SavedFilter> builder)
    {
        builder.ToTable("SavedFilters");
        builder.Property(f => f.Id).ValueGeneratedNever();
        builder.HasOne<Officer>().WithMany().HasForeignKey(f => f.OfficerId);
        builder.Property(f => f.Name).HasMaxLength(ColumnLengths.Word);
        builder.Property(f => f.Query).HasMaxLength(queryLength);
        builder.HasIndex(f => new { f.OfficerId, f.Name }).IsUnique();
    }
}
