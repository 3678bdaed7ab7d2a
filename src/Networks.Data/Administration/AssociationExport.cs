using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Networks.Data.Associations;
using Networks.Data.Conventions;
using Networks.Data.Officers;

namespace Networks.Data.Administration;

public enum ExportStatus
{
    Waiting,

    Running,

    Ready,

    /// <summary>Could not be made; may be asked for again.</summary>
    Failed,

    /// <summary>Its time is over: it can no longer be downloaded.</summary>
    Expired,
}

/// <summary>Everything of one association in one file, made in the background and kept for a limited time.</summary>
public sealed class AssociationExport
{
    private AssociationExport()
    {
    }

    public AssociationExport(Guid id, AssociationId associationId, OfficerId askedBy, DateTimeOffset askedAt)
    {
        Id = id;
        AssociationId = associationId;
        AskedBy = askedBy;
        AskedAt = askedAt;
    }

    public Guid Id { get; private set; }

    public AssociationId AssociationId { get; private set; }

    public OfficerId AskedBy { get; private set; }

    public DateTimeOffset AskedAt { get; private set; }

    public ExportStatus Status { get; set; }

    /// <summary>Parts written so far.</summary>
    public int Done { get; set; }

    /// <summary>Parts in all; 0 while it is not known.</summary>
    public int Total { get; set; }

    /// <summary>When a node last moved it on; one that stays behind is taken up again.</summary>
    public DateTimeOffset? MovedAt { get; set; }

    public string? Sha256 { get; set; }

    public long SizeBytes { get; set; }

    /// <summary>Up to when it can be downloaded; null while it is not ready.</summary>
    public DateTimeOffset? ExpiresAt { get; set; }
}

internal sealed class AssociationExportMapping : IEntityTypeConfiguration<AssociationExport>
{
    public void Configure(EntityTypeBuilder<AssociationExport> builder)
    {
        builder.ToTable("AssociationExports");
        builder.Property(e => e.Id).ValueGeneratedNever();
        builder.HasOne<Association>().WithMany().HasForeignKey(e => e.AssociationId);
        builder.HasOne<Officer>().WithMany().HasForeignKey(e => e.AskedBy);
        builder.Property(e => e.Sha256).HasMaxLength(ColumnLengths.Hash);
        builder.HasIndex(e => new { e.AssociationId, e.AskedAt });
        builder.HasIndex(e => e.Status);
    }
}
