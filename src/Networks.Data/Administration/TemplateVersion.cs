using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Networks.Data.Conventions;
using Networks.Data.Files;
using Networks.Data.Officers;
using Networks.Data.Programmes;

namespace Networks.Data.Administration;

/// <summary>
/// A version of a Word template that a programme works with. The first one is shipped with the service; the others are
/// brought by the programme. The one that was made valid last is the one new drafts are made from.
/// </summary>
public sealed class TemplateVersion
{
    private TemplateVersion()
    {
    }

    /// <param name="fileId">Null for the shipped one.</param>
    public TemplateVersion(Guid id, ProgrammeId programmeId, string folder, int number, FileId? fileId, string sha256, DateTimeOffset uploadedAt)
    {
        Id = id;
        ProgrammeId = programmeId;
        Folder = folder;
        Number = number;
        FileId = fileId;
        Sha256 = sha256;
        UploadedAt = uploadedAt;
    }

    public Guid Id { get; private set; }

    public ProgrammeId ProgrammeId { get; private set; }

    /// <summary>Kind of document: the folder of the shipped template, e.g. <c>network-contract</c>.</summary>
    public string Folder { get; private set; } = "";

    /// <summary>From 1, the shipped one, within programme and folder.</summary>
    public int Number { get; private set; }

    public FileId? FileId { get; private set; }

    public string Sha256 { get; private set; } = "";

    /// <summary>What is new in it, in the words of who brought it.</summary>
    public string Note { get; init; } = "";

    public DateTimeOffset UploadedAt { get; private set; }

    /// <summary>Null for the shipped one.</summary>
    public OfficerId? UploadedBy { get; init; }

    /// <summary>When it was last filled with the example; null: it may not become valid yet.</summary>
    public DateTimeOffset? TriedAt { get; set; }

    /// <summary>When it last became the one that is used; null while it never was.</summary>
    public DateTimeOffset? ValidFrom { get; private set; }

    public OfficerId? ValidBy { get; private set; }

    public void MakeValid(DateTimeOffset at, OfficerId? by)
    {
        ValidFrom = at;
        ValidBy = by;
    }
}

internal sealed class TemplateVersionMapping : IEntityTypeConfiguration<TemplateVersion>
{
    public void Configure(EntityTypeBuilder<TemplateVersion> builder)
    {
        builder.ToTable("TemplateVersions");
        builder.Property(t => t.Id).ValueGeneratedNever();
        builder.HasOne<Programme>().WithMany().HasForeignKey(t => t.ProgrammeId);
        builder.HasOne<StoredFile>().WithMany().HasForeignKey(t => t.FileId);
        builder.HasOne<Officer>().WithMany().HasForeignKey(t => t.UploadedBy);
        builder.HasOne<Officer>().WithMany().HasForeignKey(t => t.ValidBy);
        builder.Property(t => t.Folder).HasMaxLength(ColumnLengths.Word);
        builder.Property(t => t.Sha256).HasMaxLength(ColumnLengths.Hash);
        builder.Property(t => t.Note).HasMaxLength(ColumnLengths.Remark);
        builder.HasIndex(t => new { t.ProgrammeId, t.Folder, t.Number }).IsUnique();
    }
}
