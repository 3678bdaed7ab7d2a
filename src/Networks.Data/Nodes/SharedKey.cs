using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Networks.Data.Conventions;

namespace Networks.Data.Nodes;

/// <summary>A key of the service's sessions and forms, kept in the database so that every node has it.</summary>
public sealed class SharedKey
{
    private SharedKey()
    {
    }

    public SharedKey(Guid id, string name, string xml, DateTimeOffset createdAt)
    {
        Id = id;
        Name = name;
        Xml = xml;
        CreatedAt = createdAt;
    }

    public Guid Id { get; private set; }

    public string Name { get; private set; } = "";

    /// <summary>Encrypted with the installation's certificate where one is configured.</summary>
    public string Xml { get; private set; } = "";

    public DateTimeOffset CreatedAt { get; private set; }
}

internal sealed class SharedKeyMapping : IEntityTypeConfiguration<SharedKey>
{
    public void Configure(EntityTypeBuilder<SharedKey> builder)
    {
        builder.ToTable("SharedKeys");
        builder.Property(k => k.Id).ValueGeneratedNever();
        builder.Property(k => k.Name).HasMaxLength(ColumnLengths.Word);
        builder.Property(k => k.Xml).HasMaxLength(-1);
    }
}
