using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Networks.Data.Conventions;

namespace Networks.Data.Cases;

/// <summary>A gapless number series, one row each; SQLite has no sequences.</summary>
public sealed class Counter
{
    private Counter()
    {
    }

    public Counter(string name) => Name = name;

    /// <summary>E.g. <c>case-2026</c>.</summary>
    public string Name { get; private set; } = "";

    /// <summary>The last number given out.</summary>
    public int Last { get; set; }
}

internal sealed class CounterMapping : IEntityTypeConfiguration<Counter>
{
    public void Configure(EntityTypeBuilder<Counter> builder)
    {
        builder.ToTable("Counters");
        builder.HasKey(c => c.Name);
        builder.Property(c => c.Name).HasMaxLength(ColumnLengths.Word);
        builder.Property(c => c.Last).IsConcurrencyToken();
    }
}
