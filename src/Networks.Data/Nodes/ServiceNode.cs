using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Networks.Data.Conventions;

namespace Networks.Data.Nodes;

/// <summary>A process of the service on a database that several share. It shows that it lives by renewing its row.</summary>
public sealed class ServiceNode
{
    private ServiceNode()
    {
    }

    public ServiceNode(string name, string version, DateTimeOffset startedAt)
    {
        Name = name;
        Version = version;
        StartedAt = startedAt;
        SeenAt = startedAt;
    }

    /// <summary>Of this one run of the process; also the name of its file in the shared folder.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Of the program.</summary>
    public string Version { get; private set; } = "";

    public DateTimeOffset StartedAt { get; private set; }

    public DateTimeOffset SeenAt { get; set; }

    /// <summary>Its name, protected with its keys: a node that cannot read it has other keys.</summary>
    public string KeyProof { get; set; } = "";
}

internal sealed class ServiceNodeMapping : IEntityTypeConfiguration<ServiceNode>
{
    public void Configure(EntityTypeBuilder<ServiceNode> builder)
    {
        builder.ToTable("Nodes");
        builder.HasKey(n => n.Name);
        builder.Property(n => n.Name).HasMaxLength(ColumnLengths.Word);
        builder.Property(n => n.Version).HasMaxLength(ColumnLengths.Word);
        builder.Property(n => n.KeyProof).HasMaxLength(ColumnLengths.Remark);
    }
}
