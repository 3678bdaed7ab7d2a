using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Networks.Data.Associations;
using Networks.Data.Conventions;
using Networks.Data.Officers;

namespace Networks.Data.Administration;

public enum ExportStatus
{
    /// <summary>Asked for, or being made; what a stopped service left is begun anew.</summary>
    Making,

    /// <summary>Can be downloaded until its last instant.</summary>
    Ready,

    /// <summary>Could not be made; nothing of it is kept.</summary>
    Failed,

    /// <summary>Its time is over, or a person ended it: the file is deleted.</summary>
    Gone,
}

/// <summary>All that is an association's, as one file: when it was asked for, how far it is, and what was made. Its bytes lie outside the file store and are deleted.</summary>
public sealed class HoldingsExport
{
    private HoldingsExport()
    {
    }

    public HoldingsExport(Guid id, AssociationId associationId, OfficerId askedBy, DateTimeOffset askedAt)
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

    public ExportStatus Status { get; set; } = ExportStatus.Making;

    /// <summary>Tables and files that are written.</summary>
    public int PartsDone { get; set; }

    /// <summary>Of all; 0 until they are counted.</summary>
    public int Parts { get; set; }

    public long SizeBytes { get; set; }

    /// <summary>Of the finished file; null before.</summary>
    public string? Sha256 { get; set; }

    public DateTimeOffset? ReadyAt { get; set; }

    /// <summary>Last instant at which it can be downloaded.</summary>
    public DateTimeOffset? Until { get; set; }

    /// <summary>Code of the sentence that says why it could not be made.</summary>
    public string? Failure { get; set; }

    /// <summary>Who makes it holds the last one; grows with every claim.</summary>
    public int Fence { get; set; }

    /// <summary>Until when the one who makes it is waited for; null while nobody does.</summary>
    public DateTimeOffset? ClaimedUntil { get; set; }
}

internal sealed class HoldingsExportMapping : IEntityTypeConfiguration<HoldingsExport>
{
    public void Configure(EntityTypeBuilder<HoldingsExport> builder)
    {
        builder.ToTable("HoldingsExports");
        builder.Property(e => e.Id).ValueGeneratedNever();
        builder.HasOne<Association>().WithMany().HasForeignKey(e => e.AssociationId);
        builder.HasOne<Officer>().WithMany().HasForeignKey(e => e.AskedBy);
        builder.Property(e => e.Sha256).HasMaxLength(ColumnLengths.Hash);
        builder.Property(e => e.Failure).HasMaxLength(ColumnLengths.Word);
        builder.HasIndex(e => e.Status);
    }
}
